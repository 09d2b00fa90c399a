import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ESLint } from 'eslint';
import { expect, test } from 'vitest';
import { cssVariables } from './cssVariables';
import { firstOpen, openTo } from './rail';
import tokens from './tokens.json';

const WEB = join(__dirname, '../..');

async function complaints(file: string, text: string): Promise<string[]> {
  const [result] = await new ESLint({ cwd: WEB }).lintText(text, { filePath: join(WEB, file) });
  return (result?.messages ?? []).map((message) => message.ruleId ?? '');
}

test("a module that imports another module's folder fails the lint", async () => {
  expect(await complaints('src/findings/x.ts', "import { a } from '../gates/Rules';\nexport const b = a;\n")).toContain('no-restricted-imports');
  expect(await complaints('src/findings/x.ts', "import { a } from '../app/rail';\nexport const b = a;\n")).toContain('no-restricted-imports');
  expect(await complaints('src/findings/x.ts', "import { a } from '../kit/time';\nexport const b = a;\n")).toEqual([]);
  expect(await complaints('src/kit/x.ts', "import { a } from '../findings/filters';\nexport const b = a;\n")).toContain('no-restricted-imports');
}, 60_000);

test('a word that stands in a page instead of its texts fails the lint', async () => {
  expect(await complaints('src/findings/x.tsx', 'export const a = <p>Hello</p>;\n')).toContain('touchstone/words');
  expect(await complaints('src/findings/x.tsx', "export const a = '阻断';\n")).toContain('touchstone/words');
}, 60_000);

test('the page carries no inline script or style and loads nothing from elsewhere', () => {
  const page = readFileSync(join(WEB, 'index.html'), 'utf8');
  expect(page).not.toMatch(/<style|style=|onclick|https?:/);
  expect([...page.matchAll(/<script([^>]*)>([^<]*)/g)].every((found) => /src=/.test(found[1] ?? '') && found[2] === '')).toBe(true);
});

test('the lock file names no registry and no version floats', () => {
  expect(readFileSync(join(WEB, 'package-lock.json'), 'utf8')).not.toMatch(/"resolved":/);
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(WEB, 'package.json'), 'utf8'));
  for (const version of Object.values({ ...dependencies, ...devDependencies })) {
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  }
});

test('each token becomes a variable, in both modes', () => {
  const css = cssVariables(tokens as never);
  expect(css).toContain('--neutral-text:#1A2127');
  expect(css).toContain("[data-theme='dark']{color-scheme:dark");
  expect(css).toContain('--chart-categorical-0:#0B5F7A');
});

/** What a style sheet or a script sets itself: the colour of a severity, the height of what sticks at the top. */
const OWN = ['--f', '--stick'];

function styles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? styles(join(folder, entry.name)) : entry.name.endsWith('.css') ? [join(folder, entry.name)] : [],
  );
}

test('style sheets use variables that the tokens define', () => {
  const known = new Set([...cssVariables(tokens as never).matchAll(/(--[\w-]+):/g)].map((found) => found[1]));
  for (const file of styles(join(WEB, 'src'))) {
    for (const found of readFileSync(file, 'utf8').matchAll(/var\((--[\w-]+)/g)) {
      expect(known.has(found[1]) || OWN.includes(found[1] ?? ''), `${file}: ${found[1]}`).toBe(true);
    }
  }
});

test('the rail shows stations with an open page only', () => {
  expect(openTo(['GATE_READ', 'POLICY_READ']).map((station) => station.name)).toEqual(['gate']);
  expect(openTo(['LEDGER_READ', 'DIRECTORY_READ']).map((station) => station.name)).toEqual(['prove']);
  expect(firstOpen(['SELF', 'DIRECTORY_READ'])).toBe('/admin/people');
  expect(firstOpen(['SELF'])).toBeNull();
});
