import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, client, some, type Schemas } from './client';

export type Application = Schemas['ApplicationView'];

export function useApplications(q: string, enabled = true) {
  return useInfiniteQuery({
    queryKey: ['applications', q],
    enabled,
    initialPageParam: '',
    placeholderData: keepPreviousData,
    getNextPageParam: (page: Schemas['PageApplicationView']) => page.next,
    queryFn: ({ pageParam, signal }) => answer(client.GET('/api/v1/applications', { params: { query: { q: some(q), cursor: some(pageParam), limit: 100 } }, signal })),
  });
}

export function useApplication(key: string) {
  return useQuery({ queryKey: ['application', key], enabled: key !== '', queryFn: ({ signal }) => answer(client.GET('/api/v1/applications/{key}', { params: { path: { key } }, signal })) });
}

/** The applications of the lists, the one that changed, and what the palette found. */
function useApplicationCommand<In, Out>(send: (body: In) => Promise<Out>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: () => Promise.all([queries.invalidateQueries({ queryKey: ['applications'] }), queries.invalidateQueries({ queryKey: ['application'] }), queries.invalidateQueries({ queryKey: ['search'] })]),
  });
}

export const useRegisterApplication = () => useApplicationCommand((body: Schemas['ApplicationRequest']) => answer(client.POST('/api/v1/applications', { body })));

export const useChangeApplication = () =>
  useApplicationCommand(({ key, ...body }: { key: string } & Schemas['ApplicationChangeRequest']) => answer(client.PATCH('/api/v1/applications/{key}', { params: { path: { key } }, body })));
