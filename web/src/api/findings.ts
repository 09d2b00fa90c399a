import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { answer, client, some, type Schemas } from './client';

export type FindingRow = Schemas['FindingView'];
export type Finding = Schemas['WholeView'];
export type CodeLocation = Schemas['CodeLocation'];
export type FlowStep = Schemas['FlowStep'];
export type Severity = FindingRow['severity'];
export type FindingStatus = FindingRow['status'];

export interface FindingFilter {
  application?: string;
  line?: string;
  severity?: Severity[];
  status?: FindingStatus[];
  cwe?: string;
  rule?: string;
  tool?: string;
  q?: string;
  sort?: FindingSort;
}

export type FindingSort = 'SEVERITY' | 'MILDEST' | 'NEWEST' | 'OLDEST' | 'RULE' | 'PATH';

function query(filter: FindingFilter) {
  return {
    application: some(filter.application),
    line: some(filter.line),
    severity: filter.severity?.length ? filter.severity : undefined,
    status: filter.status?.length ? filter.status : undefined,
    cwe: filter.cwe && /^\d{1,6}$/.test(filter.cwe) ? Number(filter.cwe) : undefined,
    rule: some(filter.rule),
    tool: some(filter.tool),
    q: some(filter.q),
  };
}

export function useFindings(filter: FindingFilter) {
  return useInfiniteQuery({
    queryKey: ['findings', filter],
    initialPageParam: '',
    placeholderData: keepPreviousData,
    getNextPageParam: (page: Schemas['PageFindingView']) => page.next,
    queryFn: ({ pageParam, signal }) =>
      answer(client.GET('/api/v1/findings', { params: { query: { ...query(filter), sort: filter.sort ?? 'SEVERITY', cursor: some(pageParam), limit: 100 } }, signal })),
  });
}

/** Counts come in a second request; rows never wait for them. */
export function useFindingCounts(filter: FindingFilter, every?: number) {
  const what = query(filter);
  return useQuery({
    queryKey: ['findings', 'count', what],
    ...(every ? { refetchInterval: every } : {}),
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => answer(client.GET('/api/v1/findings/count', { params: { query: what }, signal })),
  });
}

export function useFinding(id: string) {
  return useQuery({ queryKey: ['finding', id], enabled: id !== '', queryFn: ({ signal }) => answer(client.GET('/api/v1/findings/{id}', { params: { path: { id } }, signal })) });
}

/** Where the rows that a filter leaves can be fetched as CSV; the server writes each fetch into the ledger. */
export function findingsCsv(filter: FindingFilter): string {
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(query(filter))) {
    for (const one of Array.isArray(value) ? value : value === undefined ? [] : [value]) {
      asked.append(name, String(one));
    }
  }
  return `/api/v1/findings/export?${asked}`;
}

/** The first open findings of a rule, wherever they are. */
export function useNeighbours(tool: string, rule: string) {
  return useQuery({
    queryKey: ['findings', 'rule', tool, rule],
    queryFn: ({ signal }) => answer(client.GET('/api/v1/findings', { params: { query: { tool, rule, status: ['OPEN', 'REOPENED'], sort: 'SEVERITY', limit: 6 } }, signal })),
  });
}
