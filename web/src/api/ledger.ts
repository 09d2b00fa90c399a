import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, client, Problem, some, type Schemas } from './client';

type Told = 'sequence' | 'at' | 'actor' | 'command' | 'subject' | 'hash' | 'previousHash';
// The document does not say of the unwrapped part of an entry that it is always there.
export type Entry = Schemas['Line'] & Required<Pick<Schemas['Line'], Told>>;
export type EntryDetail = Schemas['Detail'] & Required<Pick<Schemas['Detail'], Told>> & { body?: unknown };
export type Verification = Schemas['Progress'];
export type Anchor = Schemas['Anchor'];

export interface LedgerFilter {
  q?: string;
  command?: string;
  from?: string;
  to?: string;
}

export function useEntries(filter: LedgerFilter) {
  return useInfiniteQuery({
    queryKey: ['ledger', 'entries', filter],
    initialPageParam: '',
    placeholderData: keepPreviousData,
    getNextPageParam: (page: { items: Entry[]; next?: string }) => page.next,
    queryFn: ({ pageParam, signal }) =>
      answer(
        client.GET('/api/v1/ledger/entries', {
          params: { query: { q: some(filter.q), command: some(filter.command), from: some(filter.from), to: some(filter.to), cursor: some(pageParam), limit: 100 } },
          signal,
        }),
      ) as Promise<{ items: Entry[]; next?: string }>,
  });
}

export function useEntry(sequence: number | null) {
  return useQuery({
    queryKey: ['ledger', 'entry', sequence],
    enabled: sequence !== null && sequence > 0,
    queryFn: ({ signal }) => answer(client.GET('/api/v1/ledger/entries/{sequence}', { params: { path: { sequence: sequence ?? 0 } }, signal })) as Promise<EntryDetail>,
  });
}

export function useHead() {
  return useQuery({ queryKey: ['ledger', 'head'], refetchInterval: 30_000, queryFn: ({ signal }) => answer(client.GET('/api/v1/ledger/head', { signal })) });
}

export function useAnchors() {
  return useQuery({ queryKey: ['ledger', 'anchors'], queryFn: ({ signal }) => answer(client.GET('/api/v1/ledger/anchors', { signal })) });
}

export function useKeysOfThePlatform() {
  return useQuery({
    queryKey: ['ledger', 'keys'],
    queryFn: ({ signal }) => answer(client.GET('/api/v1/ledger/keys', { signal })),
  });
}

export function useAnchorNow() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => answer(client.POST('/api/v1/ledger/anchors')),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['ledger'] }),
  });
}

export function useStartVerification() {
  return useMutation({ mutationFn: () => answer(client.POST('/api/v1/ledger/verifications', { body: {} })) });
}

/** A verification, asked again while it runs. */
export function useVerification(id: string) {
  return useQuery<Verification>({
    queryKey: ['ledger', 'verification', id],
    enabled: id !== '',
    refetchInterval: (query) => (query.state.data === undefined || query.state.data.state === 'RUNNING' ? 400 : false),
    retry: (failures, error) => failures < 3 && !(error instanceof Problem && error.status === 404),
    queryFn: ({ signal }) => answer(client.GET('/api/v1/ledger/verifications/{id}', { params: { path: { id } }, signal })),
  });
}
