import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { address, http, type Page } from './http';

export type Verdict = 'PASS' | 'PASS_WITH_WAIVERS' | 'WARN' | 'BLOCK' | 'NO_DATA' | 'STALE' | 'BYPASSED';
export type Stage = 'COMMIT' | 'BUILD' | 'TEST' | 'RELEASE' | 'RUN';
export type Mode = 'MONITOR' | 'WARN' | 'BLOCK';

export const STAGES: Stage[] = ['COMMIT', 'BUILD', 'TEST', 'RELEASE', 'RUN'];

/** A text of a policy in both languages. */
export interface Text {
  zh: string;
  en: string;
}

export interface DecisionRow {
  id: string;
  application: string;
  applicationName: string;
  stage: Stage;
  line: string | null;
  commit: string;
  verdict: Verdict;
  defaultVerdict: Verdict;
  policy: string;
  policyVersion: string;
  decidedAt: string;
  supersedes: string | null;
  supersededBy: string | null;
}

export interface PartValue {
  expression: string;
  value: string;
  depth: number;
}

export interface Hit {
  finding: string | null;
  verdict: Verdict;
  tool: string | null;
  rule: string | null;
  severity: string | null;
  title: string | null;
  path: string | null;
  line: number | null;
  precision: { value: number; judgements: number } | null;
  waiver: string | null;
  values: PartValue[];
}

export interface RuleOutcome {
  id: string;
  title: Text;
  text: string | null;
  mode: Mode;
  effectiveMode: Mode;
  named: boolean;
  verdict: Verdict;
  why: Text;
  hitCount: number;
  hits: Hit[];
  facts: { name: string; value: string }[];
  mend: Text | null;
}

export interface PolicyName {
  id: string;
  version: string;
  digest: string;
}

export interface Decision {
  id: string;
  application: string;
  applicationName: string;
  stage: Stage;
  line: string | null;
  commit: string;
  mergeBase: { state: 'FOUND' | 'NO_BASE'; commit: string | null };
  verdict: Verdict;
  policy: PolicyName;
  defaultVerdict: Verdict;
  byDefault: { verdict: Verdict; policy: PolicyName; rules: { id: string; verdict: Verdict }[] };
  rules: RuleOutcome[];
  inputs: { run: string; kind: string; tool: string; commit: string | null; ruleDigest: string | null; digest: string | null }[];
  factsDigest: string;
  ledgerHead: { sequence: number; hash: string };
  keyId: string;
  decidedAt: string;
  supersedes: string | null;
  supersededBy: string | null;
  supersedesWhy: 'NEW_COMMIT' | 'NEW_POLICY' | 'NEW_DATA' | 'TIME_PASSED' | null;
  next: { kind: 'MEND_LINE' | 'RUN_SCAN' | 'GIVE_FACT'; what: Text; where: string; rule: string; finding: string | null; who: string | null }[];
}

export interface PolicySummary {
  id: string;
  version: string;
  title: Text;
  digest: string;
  origin: 'SHIPPED' | 'ORGANISATION';
  judges: boolean;
  rules: number;
  installedBy: string | null;
  installedAt: string | null;
}

export interface PolicyRule {
  id: string;
  title: Text;
  stages: Stage[];
  needs: { kind: string; maxAgeDays: number | null; complete: boolean; on: 'COMMIT' | 'LINE' }[];
  eachFinding: boolean;
  text: string | null;
  atMost: number;
  mode: Mode;
  minimumPrecision: { value: number; judgements: number };
  named: boolean;
  onUnknown: Verdict;
  mend: Text | null;
}

export interface Policy {
  policy: PolicySummary;
  yaml: string;
  rules: PolicyRule[];
  versions: { version: string; digest: string; installedBy: string; installedAt: string }[];
}

export function useDecisions(filter: { application?: string; stage?: string; commit?: string; limit?: number }) {
  return useInfiniteQuery({
    queryKey: ['decisions', filter],
    initialPageParam: '',
    placeholderData: keepPreviousData,
    getNextPageParam: (page: Page<DecisionRow>) => page.next,
    queryFn: ({ pageParam, signal }) => http.get<Page<DecisionRow>>('/gates/decisions', { ...filter, cursor: pageParam }, signal),
  });
}

export function useDecision(id: string) {
  return useQuery({ queryKey: ['decision', id], enabled: id !== '', queryFn: ({ signal }) => http.get<Decision>(`/gates/decisions/${encodeURIComponent(id)}`, {}, signal) });
}

export function statement(id: string): string {
  return address(`/gates/decisions/${encodeURIComponent(id)}/statement`);
}

export function usePolicies() {
  return useQuery({ queryKey: ['policies'], queryFn: ({ signal }) => http.get<Page<PolicySummary>>('/gates/policies', {}, signal) });
}

export function usePolicy(id: string) {
  return useQuery({ queryKey: ['policy', id], queryFn: ({ signal }) => http.get<Policy>(`/gates/policies/${encodeURIComponent(id)}`, {}, signal) });
}
