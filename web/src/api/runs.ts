import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { answer, client, some, type Schemas } from './client';

export type Run = Schemas['RunView'];
// All of them are always there; the document leaves it open for the one that is named anew.
export type RunCounts = Required<Run['counts']>;

export function countsOf(run: Run): RunCounts {
  return { ...run.counts, new: run.counts.new ?? 0 };
}

export function useRuns(application: string, line = '') {
  return useInfiniteQuery({
    queryKey: ['runs', application, line],
    initialPageParam: '',
    placeholderData: keepPreviousData,
    getNextPageParam: (page: Schemas['PageRunView']) => page.next,
    queryFn: ({ pageParam, signal }) => answer(client.GET('/api/v1/runs', { params: { query: { application: some(application), line: some(line), cursor: some(pageParam) } }, signal })),
  });
}

export function useRun(id: string) {
  return useQuery({ queryKey: ['run', id], queryFn: ({ signal }) => answer(client.GET('/api/v1/runs/{id}', { params: { path: { id } }, signal })) });
}

/** Where the raw report can be fetched, for a link. */
export function rawReport(report: string): string {
  return `/api/v1/reports/${encodeURIComponent(report)}/raw`;
}
