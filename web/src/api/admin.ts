import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, client, some, type Schemas } from './client';

export type Person = Schemas['PersonView'];
export type Token = Schemas['TokenView'];
export type ScopeRequest = Schemas['ScopeRequest'];

export function useEntities() {
  return useQuery({ queryKey: ['entities'], queryFn: ({ signal }) => answer(client.GET('/api/v1/entities', { signal })) });
}

export function useDepartments() {
  return useQuery({ queryKey: ['departments'], queryFn: ({ signal }) => answer(client.GET('/api/v1/departments', { signal })) });
}

export function usePeople(filter: { q: string; entityId: string }) {
  return useInfiniteQuery({
    queryKey: ['people', filter],
    initialPageParam: '',
    placeholderData: keepPreviousData,
    getNextPageParam: (page: Schemas['PagePersonView']) => page.next,
    queryFn: ({ pageParam, signal }) =>
      answer(
        client.GET('/api/v1/people', {
          params: { query: { q: some(filter.q), entityId: filter.entityId === '' ? undefined : Number(filter.entityId), cursor: some(pageParam) } },
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
    queryFn: ({ pageParam, signal }) => answer(client.GET('/api/v1/tokens', { params: { query: { cursor: some(pageParam) } }, signal })),
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
