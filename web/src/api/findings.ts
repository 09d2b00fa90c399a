import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { http, type Page, type Query } from './http';

export type Severity = 'CRITICAL' | 'HIGH' | 'MEDIUM' | 'LOW' | 'INFO';
export type FindingStatus = 'OPEN' | 'REOPENED' | 'ACCEPTED' | 'FALSE_POSITIVE' | 'CLOSED';

export interface FindingRow {
  id: string;
  application: string;
  rule: string;
  tool: string;
  severity: Severity;
  title: string;
  cwes: number[];
  path: string;
  line: number;
  status: FindingStatus;
  firstSeen: string;
  lines: string[];
}

export interface CodeLocation {
  path: string;
  startLine: number;
  startColumn: number;
  endLine: number;
  endColumn: number;
  snippet: string | null;
  symbol: string | null;
}

export interface FlowStep {
  location: CodeLocation;
  message: string | null;
}

export interface Presence {
  line: string;
  fromRun: string;
  toRun: string | null;
}

export interface Finding extends FindingRow {
  message: string;
  locations: CodeLocation[];
  flow: FlowStep[];
  snippet: string | null;
  identity: { definition: string; version: number | string; canonical: string };
  presence: Presence[];
  fingerprints: Record<string, string>;
  helpUri: string | null;
}

export interface FindingFilter extends Query {
  application?: string;
  line?: string;
  severity?: string[];
  status?: string[];
  cwe?: string;
  rule?: string;
  q?: string;
  sort?: string;
}

export interface FindingCounts {
  total: number;
  bySeverity: Partial<Record<Severity, number>>;
}

export function useFindings(filter: FindingFilter) {
  return useInfiniteQuery({
    queryKey: ['findings', filter],
    initialPageParam: '',
    placeholderData: keepPreviousData,
    getNextPageParam: (page: Page<FindingRow>) => page.next,
    queryFn: ({ pageParam, signal }) => http.get<Page<FindingRow>>('/findings', { ...filter, cursor: pageParam, limit: 100 }, signal),
  });
}

/** Counts come in a second request; rows never wait for them. */
export function useFindingCounts(filter: FindingFilter) {
  const what = { ...filter, sort: undefined };
  return useQuery({
    queryKey: ['findings', 'count', what],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => http.get<FindingCounts>('/findings/count', what, signal),
  });
}

export function useFinding(id: string) {
  return useQuery({ queryKey: ['finding', id], enabled: id !== '', queryFn: ({ signal }) => http.get<Finding>(`/findings/${encodeURIComponent(id)}`, {}, signal) });
}
