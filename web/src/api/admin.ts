import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, client, some, type Schemas } from './client';

export type Person = Schemas['PersonView'];
export type Department = Schemas['DepartmentView'];
export type Entity = Schemas['EntityView'];
export type Token = Schemas['TokenView'];
export type ScopeRequest = Schemas['ScopeRequest'];

export function useEntities() {
  return useQuery({ queryKey: ['entities'], queryFn: ({ signal }) => answer(client.GET('/api/v1/entities', { signal })) });
}

export function useDepartments() {
  return useQuery({ queryKey: ['departments'], queryFn: ({ signal }) => answer(client.GET('/api/v1/departments', { signal })) });
}

/** A number in an address; anything else is no filter. */
function wanted(text: string): number | undefined {
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

/** Everybody, where there are few enough for one page; undefined when there are more. */
export function useEverybody() {
  return useQuery({
    queryKey: ['people', 'everybody'],
    queryFn: async ({ signal }) => {
      const page = await answer(client.GET('/api/v1/people', { params: { query: { limit: 200 } }, signal }));
      return page.next ? null : page.items;
    },
  });
}

export function usePeople(filter: { q: string; entityId: string; departmentId: string }) {
  return useInfiniteQuery({
    queryKey: ['people', filter],
    initialPageParam: '',
    placeholderData: keepPreviousData,
    getNextPageParam: (page: Schemas['PagePersonView']) => page.next,
    queryFn: ({ pageParam, signal }) =>
      answer(
        client.GET('/api/v1/people', {
          params: { query: { q: some(filter.q), entityId: wanted(filter.entityId), departmentId: wanted(filter.departmentId), limit: 100, cursor: some(pageParam) } },
          signal,
        }),
      ),
  });
}

export function useTokens() {
  return useInfiniteQuery({
    queryKey: ['tokens'],
    initialPageParam: '',
    getNextPageParam: (page: Schemas['PageTokenView']) => page.next,
    queryFn: ({ pageParam, signal }) => answer(client.GET('/api/v1/tokens', { params: { query: { limit: 200, cursor: some(pageParam) } }, signal })),
  });
}

/** A command that changes one of the lists of the administration. */
function useCommand<In, Out>(list: string, send: (body: In) => Promise<Out>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn: send, onSuccess: () => queries.invalidateQueries({ queryKey: [list] }) });
}

export const useAddPerson = () => useCommand('people', (body: Schemas['PersonRequest']) => answer(client.POST('/api/v1/people', { body })));

export const useGrant = () =>
  useCommand('people', ({ person, ...body }: { person: number } & Schemas['GrantRequest']) =>
    answer(client.POST('/api/v1/people/{id}/grants', { params: { path: { id: person } }, body })),
  );

export const useRevokeGrant = () =>
  useCommand('people', ({ person, grant }: { person: number; grant: number }) =>
    answer(client.DELETE('/api/v1/people/{id}/grants/{grantId}', { params: { path: { id: person, grantId: grant } } })),
  );

export const useMakeLink = () => useCommand('people', (person: number) => answer(client.POST('/api/v1/people/{id}/links', { params: { path: { id: person } } })));

export const useMakeToken = () => useCommand('tokens', (body: Schemas['TokenRequest']) => answer(client.POST('/api/v1/tokens', { body })));

export const useRevokeToken = () => useCommand('tokens', (id: number) => answer(client.DELETE('/api/v1/tokens/{id}', { params: { path: { id } } })));

export const useClosePerson = () => useCommand('people', (id: number) => answer(client.DELETE('/api/v1/people/{id}', { params: { path: { id } } })));

export const useAddEntity = () => useCommand('entities', (body: Schemas['EntityRequest']) => answer(client.POST('/api/v1/entities', { body })));

export const useAddDepartment = () => useCommand('departments', (body: Schemas['DepartmentRequest']) => answer(client.POST('/api/v1/departments', { body })));

export type Pack = Schemas['PackView'];

export function usePacks() {
  return useQuery({ queryKey: ['packs'], queryFn: ({ signal }) => answer(client.GET('/api/v1/packs', { signal })) });
}

export const useInstallPack = () => useCommand('packs', ({ id, files }: { id: string; files: Record<string, string> }) => answer(client.PUT('/api/v1/packs/{id}', { params: { path: { id } }, body: { files } })));
