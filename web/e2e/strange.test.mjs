import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { base, launch, missing, signedIn } from './browser.mjs';
import { pagesOf, settled } from './pages.mjs';

/** What is the same in each language: names of formats, algorithms, products and keys. */
const NAMES = /\b(?:CWE|SHA|Ed25519|DSSE|Ctrl|Enter|Esc|SARIF|touchstone|verify|dsse|key|platform|pem|https?|kB|MB)\b/g;

/** The words on the page that stand outside the brackets of the strange catalogue, with what the server said. */
async function outside(page, said) {
  const texts = await page.evaluate(() => {
    const found = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const element = node.parentElement;
      const shown = element && !element.closest('script, style, kbd, pre, .code, .expr, .mono, .bodyText, .said, textarea') && element.getClientRects().length > 0;
      if (shown && node.textContent.trim() !== '') {
        found.push(node.textContent);
      }
    }
    for (const element of document.querySelectorAll('[aria-label], [placeholder], [title]')) {
      for (const name of ['aria-label', 'placeholder', 'title']) {
        found.push(element.getAttribute(name) ?? '');
      }
    }
    return found;
  });
  // Whole bracketed texts may hold others.
  const bare = (text) => {
    let rest = text;
    let before;
    do {
      before = rest;
      rest = rest.replace(/⟦[^⟦⟧]*⟧/g, ' ');
    } while (rest !== before);
    return rest;
  };
  const words = texts.flatMap((text) => bare(text).replace(NAMES, ' ').split(/[^\p{L}\p{N}_.\-/:@]+/u)).map((word) => word.replace(/:\d+$/, '').replace(/^[.\-/:]+|[.\-/:]+$/g, ''));
  return [...new Set(words.filter((word) => /\p{L}{2}/u.test(word) && !said.includes(word.toLowerCase())))];
}

describe('no word on a page stands outside the catalogues', { skip: missing }, () => {
  let browser;
  const sessions = new Map();

  async function as(role) {
    if (!sessions.has(role)) {
      const { page } = await signedIn(browser, role, 'en');
      page.said = [];
      page.on('response', (response) => {
        if (/json/.test(response.headers()['content-type'] ?? '')) {
          page.said.push(response.text().catch(() => ''));
        }
      });
      await page.evaluate(() => localStorage.setItem('strange', '1'));
      sessions.set(role, page);
    }
    return sessions.get(role);
  }

  before(async () => {
    browser = await launch();
  });
  after(() => browser?.close());

  test('page by page, in strange words a third longer', async (t) => {
    const only = process.env.ONLY?.split(',');
    const pages = (await pagesOf(await as('security'))).filter((one) => one.role !== null && (!only || only.includes(one.name)));
    for (const one of pages) {
      await t.test(one.name, async () => {
        const page = await as(one.role);
        await page.goto(base + one.path);
        await settled(page);
        assert.ok((await page.locator('body').textContent()).includes('⟦'), 'the words are strange');
        assert.deepEqual(await outside(page, (await Promise.all(page.said)).join(' ').toLowerCase()), []);
        assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0, 'longer words push the page beyond the screen');
      });
    }
  });
});
