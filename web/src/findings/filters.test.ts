import { expect, test } from 'vitest';
import { excerpt, identityParts } from './excerpt';
import { SORT_BY, SORTS, viewAddress, VIEWS } from './filters';

test('each shipped view has an address of its own, and the open ones need none', () => {
  const addresses = VIEWS.map(viewAddress);
  expect(addresses[0]).toBe('');
  expect(new Set(addresses).size).toBe(VIEWS.length);
  expect(viewAddress(VIEWS[1] as (typeof VIEWS)[number])).toBe('severity=CRITICAL%2CHIGH%2CMEDIUM');
});

test('only columns with a declared sort sort, and each declared sort has its column', () => {
  expect(Object.values(SORT_BY).flat().sort()).toEqual([...SORTS].sort());
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
