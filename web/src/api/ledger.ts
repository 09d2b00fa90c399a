import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { http, Problem, type Page } from './http';

export interface Entry {
  sequence: number;
  at: string;
  entityId: number | null;
  actor: string;
  command: string;
  subject: string;
  hash: string;
  previousHash: string;
  anchored: boolean;
}

export interface EntryDetail extends Entry {
  actorId: string;
  bodyDigest: string;
  suite: string;
  body: unknown;
}

export interface Flaw {
  kind: 'CHANGED' | 'BODY_CHANGED' | 'MISSING' | 'NOT_LINKED' | 'CUT_OFF' | 'REWRITTEN' | 'BAD_CHECKPOINT';
  from: number;
  to: number;
  message: string;
}

export interface Verification {
  id: string;
  state: 'RUNNING' | 'DONE' | 'FAILED';
  checked: number;
  total: number;
  message: string | null;
  result: {
    ok: boolean;
    flaws: Flaw[];
    provableTo: number;
    provenBy: string | null;
    last: number;
    erasedBodies: number;
    checkpoints: number;
  } | null;
}

export interface Anchor {
  sequence: number;
  hash: string;
  at: string;
  place: string;
}

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
    getNextPageParam: (page: Page<Entry>) => page.next,
    queryFn: ({ pageParam, signal }) => http.get<Page<Entry>>('/ledger/entries', { ...filter, cursor: pageParam, limit: 100 }, signal),
  });
}

export function useEntry(sequence: number | null) {
  return useQuery({
    queryKey: ['ledger', 'entry', sequence],
    enabled: sequence !== null && sequence > 0,
    queryFn: async ({ signal }): Promise<EntryDetail> => http.get(`/ledger/entries/${sequence}`, {}, signal),
  });
}

export function useHead() {
  return useQuery({ queryKey: ['ledger', 'head'], refetchInterval: 30_000, queryFn: ({ signal }) => http.get<{ sequence: number; hash: string }>('/ledger/head', {}, signal) });
}

export function useAnchors() {
  return useQuery({ queryKey: ['ledger', 'anchors'], queryFn: ({ signal }) => http.get<Page<Anchor>>('/ledger/anchors', {}, signal) });
}

export function useKeysOfThePlatform() {
  return useQuery({
    queryKey: ['ledger', 'keys'],
    queryFn: ({ signal }) => http.get<{ items: { fingerprint: string; pem: string; current: boolean }[] }>('/ledger/keys', {}, signal),
  });
}

export function useAnchorNow() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => http.post<{ anchor: Anchor; file: string }>('/ledger/anchors'),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['ledger'] }),
  });
}

export function useStartVerification() {
  return useMutation({ mutationFn: () => http.post<Verification>('/ledger/verifications') });
}

/** A verification, asked again while it runs. */
export function useVerification(id: string) {
  return useQuery<Verification>({
    queryKey: ['ledger', 'verification', id],
    enabled: id !== '',
    refetchInterval: (query) => (query.state.data === undefined || query.state.data.state === 'RUNNING' ? 400 : false),
    retry: (failures, error) => failures < 3 && !(error instanceof Problem && error.status === 404),
    queryFn: ({ signal }) => http.get(`/ledger/verifications/${encodeURIComponent(id)}`, {}, signal),
  });
}
