import { expect, test } from 'vitest';
import type { Run } from '../api/runs';
import { seenBy } from './presence';

const run = (number: number, more: Partial<Run> = {}) => ({ id: `A-R-${number}`, tool: 'T', complete: true, ...more }) as Run;
const runs = [run(5), run(4, { tool: 'other' }), run(3), run(2), run(1)];
const said = (presence: { line: string; fromRun: string; toRun?: string }[]) => seenBy(runs, presence, 'T').map((one) => `${one.run.id} ${one.seen}`);

test('a finding is there from its first run up to the one that no longer saw it', () => {
  expect(said([{ line: 'main', fromRun: 'A-R-2', toRun: 'A-R-5' }])).toEqual(['A-R-1 not', 'A-R-2 there', 'A-R-3 there', 'A-R-5 not']);
});

test('a finding that is still there is there in the newest run', () => {
  expect(said([{ line: 'main', fromRun: 'A-R-3' }])).toEqual(['A-R-1 not', 'A-R-2 not', 'A-R-3 there', 'A-R-5 there']);
});

test('a finding from before the oldest known run is there from the beginning', () => {
  expect(said([{ line: 'main', fromRun: 'A-R-0' }])).toEqual(['A-R-1 there', 'A-R-2 there', 'A-R-3 there', 'A-R-5 there']);
});

test('a partial run that did not see it proves nothing', () => {
  expect(seenBy([run(1, { complete: false })], [], 'T').map((one) => one.seen)).toEqual(['unknown']);
});
