import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, client, some, type Schemas } from './client';

export type Decision = Schemas['DecisionView'];
export type DecisionRow = Schemas['Summary'];
export type RuleOutcome = Schemas['RuleOutcome'];
export type Step = Schemas['Next'];
export type Hit = Schemas['Hit'];
export type PartValue = Schemas['Value'];
export type Policy = Schemas['PolicyView'];
export type PolicyRule = Schemas['RuleView'];
export type Verdict = Decision['verdict'];
export type Stage = Decision['stage'];

export const STAGES: Stage[] = ['COMMIT', 'BUILD', 'TEST', 'RELEASE', 'RUN'];

export function useDecisions(filter: { application?: string; stage?: Stage | ''; line?: string; commit?: string; limit?: number }) {
  return useInfiniteQuery({
    queryKey: ['decisions', filter],
    initialPageParam: '',
    placeholderData: keepPreviousData,
    getNextPageParam: (page: Schemas['PageSummary']) => page.next,
    queryFn: ({ pageParam, signal }) =>
      answer(
        client.GET('/api/v1/gates/decisions', {
          params: { query: { application: some(filter.application), stage: some(filter.stage), line: some(filter.line), commit: some(filter.commit), limit: filter.limit, cursor: some(pageParam) } },
          signal,
        }),
      ),
  });
}

export function useDecision(id: string) {
  return useQuery({
    queryKey: ['decision', id],
    enabled: id !== '',
    queryFn: ({ signal }) => answer(client.GET('/api/v1/gates/decisions/{id}', { params: { path: { id } }, signal })),
  });
}

/** Where the signed file can be fetched, for a link. */
export function statement(id: string): string {
  return `/api/v1/gates/decisions/${encodeURIComponent(id)}/statement`;
}

export function usePolicies() {
  return useQuery({ queryKey: ['policies'], queryFn: ({ signal }) => answer(client.GET('/api/v1/gates/policies', { signal })) });
}

export function usePolicy(id: string) {
  return useQuery({ queryKey: ['policy', id], queryFn: ({ signal }) => answer(client.GET('/api/v1/gates/policies/{id}', { params: { path: { id } }, signal })) });
}

/** Only compiles the policy. */
export function useCheckPolicy() {
  return useMutation({
    mutationFn: ({ id, yaml }: { id: string; yaml: string }) => answer(client.PUT('/api/v1/gates/policies/{id}', { params: { path: { id }, query: { dryRun: true } }, body: { yaml } })),
  });
}

/** Installs the policy for the caller's legal entity; from then on it judges there. */
export function useInstallPolicy() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, yaml }: { id: string; yaml: string }) => answer(client.PUT('/api/v1/gates/policies/{id}', { params: { path: { id } }, body: { yaml } })),
    onSuccess: () => Promise.all([queries.invalidateQueries({ queryKey: ['policies'] }), queries.invalidateQueries({ queryKey: ['policy'] })]),
  });
}
