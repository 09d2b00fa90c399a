import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { answer, client, some, type Schemas } from './client';

export type RunCounts = Required<Schemas['Delta']>;

// The document has two forms under the name RunView and tells the other one.
export interface Run {
  id: string;
  application: string;
  line: string;
  commit: string;
  tool: string;
  toolVersion?: string;
  ruleDigest: string;
  kind: string;
  complete: boolean;
  scope?: unknown;
  startedAt: string;
  mergedAt: string;
  counts: RunCounts;
  report: string;
}

export interface RunPage {
  items: Run[];
  next?: string;
}

export function useRuns(application: string, line = '') {
  return useInfiniteQuery({
    queryKey: ['runs', application, line],
    initialPageParam: '',
    placeholderData: keepPreviousData,
    getNextPageParam: (page: RunPage) => page.next,
    queryFn: async ({ pageParam, signal }) =>
      (await answer(client.GET('/api/v1/runs', { params: { query: { application: some(application), line: some(line), cursor: some(pageParam) } }, signal }))) as unknown as RunPage,
  });
}

export function useRun(id: string) {
  return useQuery({ queryKey: ['run', id], queryFn: async ({ signal }) => (await answer(client.GET('/api/v1/runs/{id}', { params: { path: { id } }, signal }))) as unknown as Run });
}

/** Where the raw report can be fetched, for a link. */
export function rawReport(report: string): string {
  return `/api/v1/reports/${encodeURIComponent(report)}/raw`;
}
