import { keepPreviousData, useInfiniteQuery, useQueries, useQuery } from '@tanstack/react-query';
import { answer, client, some, type Schemas } from './client';

export type Run = Schemas['RunView'];
// All of them are always there; the document leaves it open for the one that is named anew.
export type RunCounts = Required<Run['counts']>;

export function countsOf(run: Run): RunCounts {
  return { ...run.counts, new: run.counts.new ?? 0 };
}

export function useRuns(application: string, line = '', enabled = true) {
  return useInfiniteQuery({
    queryKey: ['runs', application, line],
    enabled,
    initialPageParam: '',
    placeholderData: keepPreviousData,
    getNextPageParam: (page: Schemas['PageRunView']) => page.next,
    queryFn: ({ pageParam, signal }) => answer(client.GET('/api/v1/runs', { params: { query: { application: some(application), line: some(line), cursor: some(pageParam) } }, signal })),
  });
}

function theRun(id: string) {
  return { queryKey: ['run', id], enabled: id !== '', queryFn: ({ signal }: { signal: AbortSignal }) => answer(client.GET('/api/v1/runs/{id}', { params: { path: { id } }, signal })) };
}

export function useRun(id: string) {
  return useQuery(theRun(id));
}

/** Those of the runs that are loaded, by their id. */
export function useRunsByIds(ids: readonly string[]): Map<string, Run> {
  return useQueries({
    queries: ids.map((id) => theRun(id)),
    combine: (answers) => new Map(answers.flatMap(({ data }) => (data ? [[data.id, data] as const] : []))),
  });
}

/** What the run could have seen, in words; empty when that was everything. The document calls it a text, the server sends JSON. */
export function scopeOf(run: Run): string {
  const scope: unknown = run.scope;
  const text = scope === null || scope === undefined ? '' : typeof scope === 'string' ? scope : JSON.stringify(scope);
  return text === '{}' ? '' : text;
}

/** The code lines of an application, for a choice. */
export function useLines(application: string) {
  return useQuery({
    queryKey: ['lines', application],
    enabled: application !== '',
    queryFn: ({ signal }) => answer(client.GET('/api/v1/runs/lines', { params: { query: { application } }, signal })),
  });
}
