import type { FindingFilter, FindingSort, FindingStatus, Severity } from '../api/findings';
import type { useListState } from '../kit/list';

export const OPEN: FindingStatus[] = ['OPEN', 'REOPENED'];
export const SHOWN_STATUSES = ['OPEN', 'REOPENED', 'ACCEPTED', 'FALSE_POSITIVE', 'CLOSED'] as const satisfies readonly FindingStatus[];
export const SORTS = ['SEVERITY', 'NEWEST', 'OLDEST', 'RULE', 'PATH'] as const satisfies readonly FindingSort[];
const SEVERITY: readonly string[] = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW', 'INFO'];
const KNOWN_STATUS: readonly string[] = SHOWN_STATUSES;

/** The shipped views: each is nothing but a set of filters in the address. */
export const VIEWS: { name: string; severity: Severity[]; status: FindingStatus[] }[] = [
  { name: 'open', severity: [], status: OPEN },
  { name: 'medium', severity: ['CRITICAL', 'HIGH', 'MEDIUM'], status: OPEN },
  { name: 'decided', severity: [], status: ['ACCEPTED', 'FALSE_POSITIVE'] },
  { name: 'closed', severity: [], status: ['CLOSED'] },
  { name: 'all', severity: [], status: [...SHOWN_STATUSES] },
];

const same = (one: string[], other: string[]) => one.length === other.length && one.every((value) => other.includes(value));

/** The view that the filters are, if they are one. */
export function viewOf(severity: string[], status: string[]): string | null {
  return VIEWS.find((view) => same(view.severity, severity) && same(view.status, status))?.name ?? null;
}

/** What the address asks for; without a status the open ones are meant. */
export function filterOf(state: ReturnType<typeof useListState>): Required<Pick<FindingFilter, 'severity' | 'status'>> & FindingFilter {
  return {
    application: state.text('application'),
    line: state.text('line'),
    // What stands in an address may be anything.
    severity: state.many('severity').filter((one) => SEVERITY.includes(one)) as Severity[],
    status: state.has('status') ? (state.many('status').filter((one) => KNOWN_STATUS.includes(one)) as FindingStatus[]) : OPEN,
    cwe: state.text('cwe'),
    rule: state.text('rule'),
    q: state.text('q'),
    sort: SORTS.find((sort) => sort === state.text('sort')) ?? 'SEVERITY',
  };
}
