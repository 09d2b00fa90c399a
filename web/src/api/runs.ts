import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { address, http, type Page } from './http';

export interface RunCounts {
  new: number;
  seenAgain: number;
  changed: number;
  reopened: number;
  gone: number;
  notJudged: number;
}

export interface Run {
  id: string;
  application: string;
  line: string;
  commit: string;
  tool: string;
  toolVersion: string | null;
  ruleDigest: string;
  kind: string;
  complete: boolean;
  scope: unknown;
  startedAt: string;
  mergedAt: string;
  counts: RunCounts;
  report: string;
}

export function useRuns(application: string, line = '') {
  return useInfiniteQuery({
    queryKey: ['runs', application, line],
    initialPageParam: '',
    placeholderData: keepPreviousData,
    getNextPageParam: (page: Page<Run>) => page.next,
    queryFn: ({ pageParam, signal }) => http.get<Page<Run>>('/runs', { application, line, cursor: pageParam }, signal),
  });
}

export function useRun(id: string) {
  return useQuery({ queryKey: ['run', id], queryFn: ({ signal }) => http.get<Run>(`/runs/${encodeURIComponent(id)}`, {}, signal) });
}

export function rawReport(report: string): string {
  return address(`/reports/${encodeURIComponent(report)}/raw`);
}
