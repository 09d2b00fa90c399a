import type { Finding } from '../api/findings';
import type { Run } from '../api/runs';

type Presence = Finding['presence'][number];

/** What one run says about a finding. */
export type Seen = 'there' | 'not' | 'unknown';

/**
 * What each of the runs of a line says about a finding; the runs come newest first and are answered oldest
 * first. A run that was partial, or of another tool, says nothing where it did not see it.
 */
export function seenBy(runs: readonly Run[], presence: readonly Presence[], tool: string): { run: Run; seen: Seen }[] {
  const place = (id: string | null | undefined) => runs.findIndex((run) => run.id === id);
  return runs
    .map((run, at) => {
      const there = presence.some((one) => {
        const from = place(one.fromRun);
        const to = one.toRun ? place(one.toRun) : -1;
        // What began or ended before the oldest run that is known began or ended before this one too.
        const begun = from < 0 || at <= from;
        const ended = one.toRun ? to < 0 || at <= to : false;
        return begun && !ended;
      });
      const sees = run.tool === tool;
      return { run, seen: there ? (sees ? ('there' as const) : ('unknown' as const)) : sees && run.complete ? ('not' as const) : ('unknown' as const) };
    })
    .filter((one) => one.run.tool === tool)
    .reverse();
}
