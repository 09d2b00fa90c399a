import { useQuery } from '@tanstack/react-query';
import { answer, client, type Schemas } from './client';

export type Report = Schemas['ReportView'];

/** One raw report: what was sent, what of it could be read. */
export function useReport(id: string, enabled: boolean) {
  return useQuery({ queryKey: ['report', id], enabled, queryFn: ({ signal }) => answer(client.GET('/api/v1/reports/{id}', { params: { path: { id } }, signal })) });
}

/** Where the raw report can be fetched, for a link. */
export function rawReport(report: string): string {
  return `/api/v1/reports/${encodeURIComponent(report)}/raw`;
}
