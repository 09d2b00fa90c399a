import type { Run } from '../api/runs';

/** The run of the same tool before this one on its line; the runs come newest first. */
export function runBefore(run: Run, runs: readonly Run[]): Run | null {
  const at = runs.findIndex((one) => one.id === run.id);
  return at < 0 ? null : (runs.slice(at + 1).find((one) => one.tool === run.tool && one.kind === run.kind) ?? null);
}

/** Whether what is new in a run is new in the code, or may be new only to the tool or its rules. */
export function comparison(run: Run, before: Run): 'comparable' | 'otherRules' | 'otherVersion' {
  if (before.toolVersion !== run.toolVersion) {
    return 'otherVersion';
  }
  return before.ruleDigest === run.ruleDigest ? 'comparable' : 'otherRules';
}
