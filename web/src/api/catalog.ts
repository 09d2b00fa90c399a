import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
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
