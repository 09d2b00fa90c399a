import { expect, test } from 'vitest';
import { cut } from './Digest';
import { initials } from './Person';
import { bytes, exact, long, number, seconds, sequence, short } from './time';

const at = (text: string) => new Date(text).toISOString();
const now = new Date('2026-11-20T12:00:00');

test('a time in a list says only what is needed', () => {
  expect(short(at('2026-11-20T10:24:07'), now)).toBe('10:24');
  expect(short(at('2026-11-18T10:24:07'), now)).toBe('11-18');
  expect(short(at('2025-12-04T10:24:07'), now)).toBe('2025-12-04');
  expect(short(null)).toBe('—');
});

test('a time in detail is whole, in the ledger exact', () => {
  expect(long(at('2026-11-20T10:24:07.482'))).toBe('2026-11-20 10:24');
  expect(exact(at('2026-11-20T10:24:07.482'))).toMatch(/^2026-11-20 10:24:07\.482 [+-]\d\d:\d\d$/);
  expect(seconds(at('2026-11-18T10:24:07'), now)).toBe('11-18 10:24:07');
});

test('numbers are grouped: with commas in lists, with spaces in the ledger', () => {
  expect(number(1482553)).toBe('1,482,553');
  expect(sequence(1482553)).toBe('#1 482 553');
  expect([bytes(512), bytes(4_830_000)]).toEqual(['512 B', '4.8 MB']);
});

test('a digest is cut in the middle, a name to its first character or initials', () => {
  expect(cut(`sha256:9f3c${'0'.repeat(56)}02e1`)).toBe('9f3c…02e1');
  expect(initials('陈思远')).toBe('陈');
  expect(initials('Lin Xiaotong')).toBe('LX');
});
