import type { PolicyRule } from '../api/gates';

export interface RuleChange {
  id: string;
  kind: 'added' | 'dropped' | 'mode' | 'changed';
}

/** What another text of a policy adds, drops and changes, in the order of its rules. */
export function changedRules(before: readonly PolicyRule[], after: readonly PolicyRule[]): RuleChange[] {
  const known = new Map(before.map((rule) => [rule.id, rule]));
  const found: RuleChange[] = after.flatMap((rule): RuleChange[] => {
    const old = known.get(rule.id);
    if (!old) {
      return [{ id: rule.id, kind: 'added' }];
    }
    if (old.mode !== rule.mode) {
      return [{ id: rule.id, kind: 'mode' }];
    }
    return JSON.stringify(old) === JSON.stringify(rule) ? [] : [{ id: rule.id, kind: 'changed' }];
  });
  const kept = new Set(after.map((rule) => rule.id));
  return [...found, ...before.filter((rule) => !kept.has(rule.id)).map((rule): RuleChange => ({ id: rule.id, kind: 'dropped' }))];
}
