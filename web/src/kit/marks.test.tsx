import { cleanup, render } from '@testing-library/react';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { startTexts } from './catalogues';
import { Code } from './Code';
import { SEVERITIES, SeverityMark } from './Severity';
import { Failure } from './States';
import { STATUSES, StatusMark } from './Status';
import { VERDICTS, VerdictMark } from './Verdict';

beforeAll(startTexts);
afterEach(cleanup);

const drawn = (marks: HTMLElement[]) => marks.map((mark) => mark.querySelector('svg')?.innerHTML.replaceAll(/var\([^)]*\)/g, ''));

test('the seven verdicts differ in shape even without colour, and each has its word', () => {
  const marks = VERDICTS.map((verdict) => render(<VerdictMark verdict={verdict} />).container);
  expect(new Set(drawn(marks)).size).toBe(7);
  expect(new Set(marks.map((mark) => mark.textContent)).size).toBe(7);
});

test('a severity fills as many bars as it weighs', () => {
  const filled = SEVERITIES.map((severity) => render(<SeverityMark severity={severity} />).container.querySelectorAll('rect[fill="var(--f)"]').length);
  expect(filled).toEqual([4, 3, 2, 1, 0]);
});

test('the states of a finding differ in shape even without colour', () => {
  expect(new Set(drawn(STATUSES.map((status) => render(<StatusMark status={status} />).container))).size).toBe(STATUSES.length);
});

test('markup in source stays text', () => {
  const { container } = render(<Code caption="a" firstLine={7} text={'<img src=x onerror="alert(1)">\nreturn 1;'} marks={[{ line: 8, kind: 'hit' }]} />);
  expect(container.querySelector('img')).toBeNull();
  expect(container.textContent).toContain('<img src=x onerror="alert(1)">');
  expect(container.querySelector('tr.hit .ln')?.textContent).toContain('8');
});

test('what is walled looks like what does not exist, and a refusal names whom to ask', () => {
  const missing = render(<Failure error={{ status: 404, title: 'x', detail: 'of another entity' }} />).container.textContent;
  cleanup();
  const forbidden = render(<Failure error={{ status: 403, title: 'x', detail: 'why', whom: ['郭立群'] }} />).container.textContent;
  expect(missing).not.toContain('entity');
  expect(forbidden).toContain('郭立群');
  cleanup();
  const said = render(<Failure error={{ status: 403, title: 'x', detail: 'Ask 郭立群.', whom: ['郭立群'] }} />).container.textContent ?? '';
  expect(said.split('郭立群')).toHaveLength(2);
});
