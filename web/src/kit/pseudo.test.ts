import { expect, test } from 'vitest';
import { strange, strangeTree } from './pseudo';

test('a strange text keeps its values and grows by a third', () => {
  expect(strange('{{shown}} in all')).toBe('⟦{{shown}} íñ áll ~ ~ ~⟧');
  expect(strangeTree({ a: { b: 'Find' } })).toEqual({ a: { b: '⟦Fíñd ~⟧' } });
});
