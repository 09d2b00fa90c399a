import type { FindingFilter } from '../api/findings';
import type { useListState } from '../kit/list';

export const OPEN = ['OPEN', 'REOPENED'];
export const SHOWN_STATUSES = ['OPEN', 'REOPENED', 'ACCEPTED', 'FALSE_POSITIVE', 'CLOSED'] as const;
export const SORTS = ['SEVERITY', 'NEWEST', 'OLDEST', 'RULE', 'PATH'] as const;

/** The shipped views: each is nothing but a set of filters in the address. */
export const VIEWS: { name: string; severity: string[]; status: string[] }[] = [
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
    severity: state.many('severity'),
    status: state.has('status') ? state.many('status') : OPEN,
    cwe: state.text('cwe'),
    rule: state.text('rule'),
    q: state.text('q'),
    sort: state.text('sort') || 'SEVERITY',
  };
}
