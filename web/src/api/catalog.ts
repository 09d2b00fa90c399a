import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { http, type Page } from './http';

export type Exposure = 'INTERNET' | 'DEDICATED_LINE' | 'INTERNAL';

export interface Application {
  key: string;
  name: string;
  entity: { id: number; key: string; name: string };
  department: { id: number; name: string };
  tier: number;
  dataGrade: number;
  exposure: Exposure;
  owner: { id: number; name: string } | null;
  repository: string | null;
}

export function useApplications(q: string) {
  return useInfiniteQuery({
    queryKey: ['applications', q],
    initialPageParam: '',
    placeholderData: keepPreviousData,
    getNextPageParam: (page: Page<Application>) => page.next,
    queryFn: ({ pageParam, signal }) => http.get<Page<Application>>('/applications', { q, cursor: pageParam, limit: 100 }, signal),
  });
}

export function useApplication(key: string) {
  return useQuery({ queryKey: ['application', key], queryFn: ({ signal }) => http.get<Application>(`/applications/${encodeURIComponent(key)}`, {}, signal) });
}
