import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, test } from 'node:test';
import { base, launch, missing, signedIn } from './browser.mjs';
import { pagesOf, settled, showIn } from './pages.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const SEEN = [
  ['zh-CN', 'light'],
  ['zh-CN', 'dark'],
  ['en', 'light'],
  ['en', 'dark'],
];

/** The serious faults that axe finds, each with its place; what it calls moderate or minor is not counted. */
async function faults(page) {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate((tags) => window.axe.run(document, { runOnly: tags, resultTypes: ['violations'] }), RULES);
  return violations
    .filter((one) => one.impact === 'serious' || one.impact === 'critical')
    .flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.target.join(' ')} (${(node.any[0] ?? node.all[0] ?? node.none[0])?.message ?? one.help})`));
}

describe('axe finds no serious fault', { skip: missing }, () => {
  let browser;
  let pages;
  const sessions = new Map();
  const only = process.env.ONLY?.split(',');

  async function as(role) {
    if (!sessions.has(role)) {
      sessions.set(role, role === null ? await (await browser.newContext()).newPage() : (await signedIn(browser, role, 'zh-CN')).page);
    }
    return sessions.get(role);
  }

  before(async () => {
    browser = await launch();
    pages = (await pagesOf(await as('security'))).filter((one) => !only || only.includes(one.name));
  });
  after(() => browser?.close());

  test('on each page, in both languages, light and dark', async (t) => {
    for (const one of pages) {
      await t.test(one.name, async () => {
        const page = await as(one.role);
        await page.goto(base + one.path);
        await settled(page);
        const found = [];
        for (const [language, theme] of SEEN) {
          await showIn(page, language, theme);
          found.push(...(await faults(page)).map((fault) => `${language} ${theme} ${fault}`));
        }
        assert.deepEqual(found, []);
      });
    }
  });

  test('in the palette, the sheet of keys, the menus and the folded rail', async () => {
    const page = await as('security');
    await page.goto(`${base}/findings`);
    await settled(page);
    await showIn(page, 'en', 'light');
    const found = [];
    await page.keyboard.press('Control+k');
    await page.locator('.palette [role=option]').first().waitFor();
    found.push(...(await faults(page)).map((fault) => `palette ${fault}`));
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await page.locator('.help dt').first().waitFor();
    found.push(...(await faults(page)).map((fault) => `help ${fault}`));
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.locator('.colMenu input').first().waitFor();
    await page.waitForTimeout(300);
    found.push(...(await faults(page)).map((fault) => `columns ${fault}`));
    await page.setViewportSize({ width: 900, height: 900 });
    await page.goto(`${base}/gates/decisions`);
    await settled(page);
    found.push(...(await faults(page)).map((fault) => `folded ${fault}`));
    assert.deepEqual(found, []);
  });
});
