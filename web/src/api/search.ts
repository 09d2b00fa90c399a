import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answer, client } from './client';

const SHOWN = 5;

/** The first applications that fit what was typed. */
export function useFoundApplications(q: string, enabled: boolean) {
  return useQuery({
    queryKey: ['search', 'applications', q],
    enabled,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => answer(client.GET('/api/v1/applications', { params: { query: { q: q === '' ? undefined : q, limit: SHOWN } }, signal })),
  });
}

/** The first findings whose title, rule or path fits what was typed. */
export function useFoundFindings(q: string, enabled: boolean) {
  return useQuery({
    queryKey: ['search', 'findings', q],
    enabled: enabled && q.length > 1,
    queryFn: ({ signal }) => answer(client.GET('/api/v1/findings', { params: { query: { q, sort: 'SEVERITY', limit: SHOWN } }, signal })),
  });
}

/** The newest decisions; what was typed narrows them in the browser. */
export function useNewestDecisions(enabled: boolean) {
  return useQuery({
    queryKey: ['search', 'decisions'],
    enabled,
    queryFn: ({ signal }) => answer(client.GET('/api/v1/gates/decisions', { params: { query: { limit: 50 } }, signal })),
  });
}

/** The first people who fit what was typed. */
export function useFoundPeople(q: string) {
  return useQuery({
    queryKey: ['search', 'people', q],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => answer(client.GET('/api/v1/people', { params: { query: { q: q === '' ? undefined : q, limit: 10 } }, signal })),
  });
}
