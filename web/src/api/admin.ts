import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { http, type Page } from './http';
import type { Grant, Role } from './session';

export interface Entity {
  id: number;
  key: string;
  name: string;
}

export interface Department {
  id: number;
  entityId: number;
  parentId: number | null;
  name: string;
}

export interface Person {
  id: number;
  login: string;
  name: string;
  staffNumber: string | null;
  entity: Entity;
  department: { id: number; name: string } | null;
  kind: string;
  grants: Grant[];
  createdAt: string;
  seenAt: string | null;
  closedAt: string | null;
}

export interface Token {
  id: number;
  name: string;
  entity: Entity;
  grants: Grant[];
  createdBy: string;
  createdAt: string;
  expiresAt: string;
  usedAt: string | null;
  state: string;
}

export interface ScopeRequest {
  kind: 'PLATFORM' | 'ENTITY' | 'DEPARTMENT' | 'APPLICATION';
  entityId?: number | null;
  departmentId?: number | null;
  application?: string | null;
}

export function useEntities() {
  return useQuery({ queryKey: ['entities'], queryFn: ({ signal }) => http.get<Page<Entity>>('/entities', {}, signal) });
}

export function useDepartments() {
  return useQuery({ queryKey: ['departments'], queryFn: ({ signal }) => http.get<Page<Department>>('/departments', {}, signal) });
}

export function usePeople(filter: { q?: string; entityId?: string; departmentId?: string }) {
  return useInfiniteQuery({
    queryKey: ['people', filter],
    initialPageParam: '',
    placeholderData: keepPreviousData,
    getNextPageParam: (page: Page<Person>) => page.next,
    queryFn: ({ pageParam, signal }) => http.get<Page<Person>>('/people', { ...filter, cursor: pageParam }, signal),
  });
}

export function useTokens() {
  return useInfiniteQuery({
    queryKey: ['tokens'],
    initialPageParam: '',
    getNextPageParam: (page: Page<Token>) => page.next,
    queryFn: ({ pageParam, signal }) => http.get<Page<Token>>('/tokens', { cursor: pageParam }, signal),
  });
}

/** A command that changes one of the lists of the administration. */
function useCommand<In, Out>(list: string, send: (body: In) => Promise<Out>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn: send, onSuccess: () => queries.invalidateQueries({ queryKey: [list] }) });
}

export const useAddPerson = () =>
  useCommand('people', (body: { entityId: number; departmentId: number | null; login: string; name: string; staffNumber: string | null }) => http.post<Person>('/people', body));

export const useGrant = () => useCommand('people', ({ person, ...body }: { person: number; role: Role; scope: ScopeRequest }) => http.post<Grant>(`/people/${person}/grants`, body));

export const useRevokeGrant = () => useCommand('people', ({ person, grant }: { person: number; grant: number }) => http.delete(`/people/${person}/grants/${grant}`));

export const useMakeLink = () => useCommand('people', (person: number) => http.post<{ link: string; expiresAt: string }>(`/people/${person}/links`));

export const useMakeToken = () =>
  useCommand('tokens', (body: { entityId: number; name: string; roles: Role[]; applications: string[]; expiresAt: string }) =>
    http.post<{ id: number; name: string; token: string; expiresAt: string }>('/tokens', body),
  );

export const useRevokeToken = () => useCommand('tokens', (id: number) => http.delete(`/tokens/${id}`));
