import { expect, test } from 'vitest';
import { grouped } from './DecisionPage';

const step = (rule: string, en: string, where: string) => ({ kind: 'MEND_LINE' as const, what: { zh: en, en }, where, rule, finding: 'MBANK-F-1' });

test('steps that ask for the same stand together, in the order of the first', () => {
  const groups = grouped([step('b', 'bind', 'A:1'), step('a', 'close', 'B:2'), step('b', 'bind', 'C:3')]);
  expect(groups.map((group) => group.map((one) => one.where))).toEqual([['A:1', 'C:3'], ['B:2']]);
});
