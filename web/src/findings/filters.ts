import type { FindingFilter, FindingSort, FindingStatus, Severity } from '../api/findings';
import type { Column } from '../kit/columns';
import type { useListState } from '../kit/list';

export const OPEN: FindingStatus[] = ['OPEN', 'REOPENED'];
export const SHOWN_STATUSES = ['OPEN', 'REOPENED', 'ACCEPTED', 'FALSE_POSITIVE', 'CLOSED'] as const satisfies readonly FindingStatus[];
export const SORTS = ['SEVERITY', 'MILDEST', 'NEWEST', 'OLDEST', 'RULE', 'PATH'] as const satisfies readonly FindingSort[];
const SEVERITY: readonly string[] = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW', 'INFO'];
const KNOWN_STATUS: readonly string[] = SHOWN_STATUSES;

export type FindingColumn = 'severity' | 'finding' | 'id' | 'application' | 'place' | 'rule' | 'tool' | 'weakness' | 'status' | 'onLines' | 'firstSeen';

export const COLUMNS: readonly Column<FindingColumn>[] = [
  { name: 'severity', usual: true, fixed: true },
  { name: 'finding', usual: true, fixed: true },
  { name: 'id', usual: false },
  { name: 'application', usual: true },
  { name: 'place', usual: true },
  { name: 'rule', usual: false },
  { name: 'tool', usual: false },
  { name: 'weakness', usual: false },
  { name: 'onLines', usual: false },
  { name: 'status', usual: true },
  { name: 'firstSeen', usual: true },
];

/** The columns by which the server sorts. */
export const SORT_BY: Partial<Record<FindingColumn, readonly FindingSort[]>> = {
  severity: ['SEVERITY', 'MILDEST'],
  firstSeen: ['NEWEST', 'OLDEST'],
  place: ['PATH'],
  rule: ['RULE'],
};
export const RISING: readonly FindingSort[] = ['MILDEST', 'OLDEST', 'RULE', 'PATH'];

/** The shipped views: each is nothing but a set of filters in the address. */
export const VIEWS: { name: string; severity: Severity[]; status: FindingStatus[] }[] = [
  { name: 'open', severity: [], status: OPEN },
  { name: 'medium', severity: ['CRITICAL', 'HIGH', 'MEDIUM'], status: OPEN },
  { name: 'reopened', severity: [], status: ['REOPENED'] },
  { name: 'decided', severity: [], status: ['ACCEPTED', 'FALSE_POSITIVE'] },
  { name: 'closed', severity: [], status: ['CLOSED'] },
  { name: 'all', severity: [], status: [...SHOWN_STATUSES] },
];

/** The address of a shipped view; the open ones need no word. */
export function viewAddress(view: (typeof VIEWS)[number]): string {
  const address = new URLSearchParams();
  if (view.severity.length > 0) {
    address.set('severity', view.severity.join(','));
  }
  if (view.status !== OPEN) {
    address.set('status', view.status.join(','));
  }
  return address.toString();
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
    tool: state.text('tool'),
    q: state.text('q'),
    sort: SORTS.find((sort) => sort === state.text('sort')) ?? 'SEVERITY',
  };
}
