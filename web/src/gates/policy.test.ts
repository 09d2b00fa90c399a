import { expect, test } from 'vitest';
import type { PolicyRule } from '../api/gates';
import { chainOf, type Link } from './chain';
import { changedRules } from './changedRules';
import { policyId } from './PolicyEditor';

const rule = (id: string, more: Partial<PolicyRule> = {}) => ({ id, mode: 'WARN', ...more }) as PolicyRule;

test('what a new text adds, drops and changes is named before it is installed', () => {
  const before = [rule('A'), rule('B'), rule('C'), rule('D')];
  const after = [rule('A'), rule('B', { mode: 'BLOCK' }), rule('C', { text: 'other' }), rule('E')];
  expect(changedRules(before, after)).toEqual([
    { id: 'B', kind: 'mode' },
    { id: 'C', kind: 'changed' },
    { id: 'E', kind: 'added' },
    { id: 'D', kind: 'dropped' },
  ]);
});

test('a policy is installed under the id of its own text', () => {
  expect(policyId('# ours\nid: jianghai-build\n')).toBe('jianghai-build');
  expect(policyId('title: x')).toBe('');
});

test('the chain of decisions runs both ways from the one that is open, and ends where the list does', () => {
  const link = (number: number) => ({ id: `D-${number}`, supersedes: `D-${number - 1}`, supersededBy: `D-${number + 1}` }) as Link;
  expect(chainOf(link(3), [link(5), link(4), link(2)]).map((one) => one.id)).toEqual(['D-5', 'D-4', 'D-3', 'D-2']);
});
