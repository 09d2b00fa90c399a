import { expect, test } from 'vitest';
import type { Department, Token } from '../api/admin';
import { packId } from './packFiles';
import { tokensOf } from './tokens';
import { inOrder } from './Tree';

const now = new Date('2026-11-20T10:00:00Z').getTime();
const token = (id: number, expiresAt: string, more: Partial<Token> = {}) => ({ id, expiresAt, state: 'ACTIVE', createdAt: '2026-11-01T00:00:00Z', ...more }) as Token;

test('tokens stand in the order of their end, and those that end soon or lie idle have a view', () => {
  const tokens = [token(1, '2027-05-01T00:00:00Z'), token(2, '2026-11-23T00:00:00Z'), token(3, '2027-01-01T00:00:00Z', { createdAt: '2026-03-01T00:00:00Z' }), token(4, '2026-10-01T00:00:00Z', { state: 'EXPIRED' })];
  const ids = (view: Parameters<typeof tokensOf>[1]) => tokensOf(tokens, view, now).map((one) => one.id);
  expect(ids('active')).toEqual([2, 3, 1]);
  expect(ids('soon')).toEqual([2]);
  expect(ids('idle')).toEqual([3]);
  expect(ids('ended')).toEqual([4]);
});

test('a department stands right below the one that it belongs to', () => {
  const department = (id: number, parentId?: number, entityId = 1) => ({ id, parentId, entityId }) as Department;
  const all = [department(1), department(2), department(3, 1), department(4, undefined, 2), department(5, 3)];
  expect(inOrder(all, 1).map((one) => one.id)).toEqual([1, 3, 5, 2]);
  // Who may not see the department above still sees the one below.
  expect(inOrder([department(5, 3)], 1).map((one) => one.id)).toEqual([5]);
});

test("a pack's id stands in its pack.yml", () => {
  expect(packId({ 'pack.yml': '# ours\nid: jianghai-rules\nversion: "1"\n' })).toBe('jianghai-rules');
  expect(packId({ 'pack.yml': 'id: "quoted"\n' })).toBe('quoted');
  expect(packId({ 'other.yml': 'id: x\n' })).toBeNull();
});
