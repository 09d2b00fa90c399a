import { expect, test } from 'vitest';
import { excerpt, identityParts } from './excerpt';
import { OPEN, viewOf } from './filters';

test('a shipped view is known by its filters, another set is none', () => {
  expect(viewOf([], OPEN)).toBe('open');
  expect(viewOf(['MEDIUM', 'HIGH', 'CRITICAL'], ['REOPENED', 'OPEN'])).toBe('medium');
  expect(viewOf(['LOW'], OPEN)).toBeNull();
});

test('the canonical identity is taken apart by its lengths, whatever the text holds', () => {
  const text = ['sarif/1', 'TOOL', 'SpotBugs', 'SNIPPET', 'a, 3:b,', 'SYMBOL', ''].map((one) => `${one.length}:${one},`).join('');
  expect(identityParts(text)).toEqual([
    { name: 'TOOL', value: 'SpotBugs' },
    { name: 'SNIPPET', value: 'a, 3:b,' },
  ]);
});

test('an identity that is written otherwise is shown as it is', () => {
  expect(identityParts('something else')).toEqual([{ name: '', value: 'something else' }]);
});

test('a finding whose report carries no source has no excerpt', () => {
  expect(excerpt({ locations: [], snippet: undefined, path: 'A.java', line: 3 })).toBeNull();
  expect(excerpt({ locations: [], snippet: 'x', path: 'A.java', line: 3 })).toEqual({ path: 'A.java', text: 'x', firstLine: 3, line: 3 });
});
