import type { DecisionRow } from '../api/gates';

export type Link = Pick<DecisionRow, 'id' | 'verdict' | 'commit' | 'decidedAt' | 'supersedes' | 'supersededBy'>;

/** The decisions that are bound to this one by superseding, newest first; what is not in the list ends the chain. */
export function chainOf(decision: Link, rows: readonly Link[]): Link[] {
  const known = new Map(rows.map((row) => [row.id, row]));
  const chain: Link[] = [decision];
  const seen = new Set([decision.id]);
  for (let next = known.get(decision.supersededBy ?? ''); next && !seen.has(next.id); next = known.get(next.supersededBy ?? '')) {
    seen.add(next.id);
    chain.unshift(next);
  }
  for (let next = known.get(decision.supersedes ?? ''); next && !seen.has(next.id); next = known.get(next.supersedes ?? '')) {
    seen.add(next.id);
    chain.push(next);
  }
  return chain;
}
