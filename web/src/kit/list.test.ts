import { expect, test } from 'vitest';
import { columnsInAddress, shownColumns } from './columns';
import { selected } from './selection';
import { viewQuery } from './views';

const COLUMNS = [
  { name: 'a', usual: true, fixed: true },
  { name: 'b', usual: true },
  { name: 'c', usual: false },
] as const;

test('the usual columns need no word in the address, and what it does not know it drops', () => {
  expect(shownColumns(COLUMNS, [])).toEqual(['a', 'b']);
  expect(shownColumns(COLUMNS, ['c', 'nonsense'])).toEqual(['a', 'c']);
  expect(columnsInAddress(COLUMNS, ['a', 'b'])).toBeNull();
  expect(columnsInAddress(COLUMNS, ['a', 'b', 'c'])).toEqual(['b', 'c']);
});

test('a row is marked alone, or from the last one up to it', () => {
  const ids = ['1', '2', '3', '4'];
  expect([...selected(new Set(), ids, '2', null)]).toEqual(['2']);
  expect([...selected(new Set(['2']), ids, '4', '2')].sort()).toEqual(['2', '3', '4']);
  expect([...selected(new Set(['2']), ids, '2', null)]).toEqual([]);
  expect([...selected(new Set(), ids, '1', '3')].sort()).toEqual(['1', '2', '3']);
});

test('a view is the same in whatever order its filters stand, and whatever is open beside it', () => {
  expect(viewQuery(new URLSearchParams('b=2&a=1&open=X'))).toBe('a=1&b=2');
});
