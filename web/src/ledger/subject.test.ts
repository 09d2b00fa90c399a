import { expect, test } from 'vitest';
import { addressOf } from './subject';

test('an id leads to its page, another subject to none', () => {
  expect(addressOf('MBANK-D-131')).toBe('/gates/decisions/MBANK-D-131');
  expect(addressOf('MBANK-F-4817')).toBe('/findings/MBANK-F-4817');
  expect(addressOf('person 4')).toBeNull();
  expect(addressOf('javascript:alert(1)')).toBeNull();
});
