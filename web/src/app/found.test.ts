import { expect, test } from 'vitest';
import { byId, fits, stepped } from './found';

test('an id leads to its page, in whatever case it is typed', () => {
  expect(byId('mbank-f-17')?.to).toBe('/findings/MBANK-F-17');
  expect(byId(' MBANK-D-3 ')?.to).toBe('/gates/decisions/MBANK-D-3');
  expect(byId('MBANK-R-9')?.to).toBe('/runs/MBANK-R-9');
  expect(byId('#1 482 553')?.to).toBe('/ledger/1482553');
  expect(byId('MBANK-X-9')).toBeNull();
  expect(byId('手机银行')).toBeNull();
});

test('each typed word must occur, in either language', () => {
  expect(fits('门禁', 'Decisions', '门禁判定')).toBe(true);
  expect(fits('dec gate', 'Gate Decisions')).toBe(true);
  expect(fits('ledger', 'Decisions')).toBe(false);
});

test('the arrows go round', () => {
  expect(stepped(0, -1, 3)).toBe(2);
  expect(stepped(2, 1, 3)).toBe(0);
  expect(stepped(0, 1, 0)).toBe(0);
});
