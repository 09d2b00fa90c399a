import { expect, test } from 'vitest';
import type { Run } from '../api/runs';
import { comparison, runBefore } from './before';

const run = (id: string, more: Partial<Run> = {}) => ({ id, tool: 'T', kind: 'SAST', toolVersion: '1', ruleDigest: 'a', ...more }) as Run;

test('a run is compared with the one of its own tool before it', () => {
  const runs = [run('R-4'), run('R-3', { tool: 'U' }), run('R-2'), run('R-1')];
  expect(runBefore(run('R-4'), runs)?.id).toBe('R-2');
  expect(runBefore(run('R-1'), runs)).toBeNull();
  expect(runBefore(run('R-9'), runs)).toBeNull();
});

test('other rules or another version make what is new doubtful', () => {
  expect(comparison(run('R-2'), run('R-1'))).toBe('comparable');
  expect(comparison(run('R-2'), run('R-1', { ruleDigest: 'b' }))).toBe('otherRules');
  expect(comparison(run('R-2'), run('R-1', { toolVersion: '0', ruleDigest: 'b' }))).toBe('otherVersion');
});
