// Takes a picture of every page into build/screenshots: both languages, light and dark, full, empty and
// error, 390 px and 1,440 px. TOUCHSTONE_URL and TOUCHSTONE_LINK name the platform as for the browser tests;
// ONLY=findings,ledger SHOTS=zh-CN.light.1440 STATES=full narrow what is taken.
import { mkdirSync } from 'node:fs';
import { base, launch, missing, signedIn } from '../e2e/browser.mjs';
import { BROKEN, EMPTY, pagesOf, settled, showIn } from '../e2e/pages.mjs';

if (missing) {
  console.error(`No pictures: ${missing}.`);
  process.exit(2);
}
const folder = new URL('../../build/screenshots/', import.meta.url).pathname;
mkdirSync(folder, { recursive: true });
const only = process.env.ONLY?.split(',');
const shots = (process.env.SHOTS ?? ['1440', '390'].flatMap((width) => ['light', 'dark'].flatMap((theme) => ['zh-CN', 'en'].map((language) => `${language}.${theme}.${width}`))).join()).split(',').map((one) => one.split('.'));
const states = process.env.STATES?.split(',') ?? ['full', 'empty', 'error'];
const browser = await launch();
const sessions = new Map();

async function as(role) {
  if (!sessions.has(role)) {
    sessions.set(role, role === null ? await (await browser.newContext()).newPage() : (await signedIn(browser, role, 'zh-CN')).page);
  }
  return sessions.get(role);
}

/** Tells whether the state makes sense on the page, and answers its requests for it. */
async function prepared(page, one, state) {
  const route = state === 'empty' ? one.list : state === 'error' ? (one.list ?? one.one ?? one.part) : null;
  if (state !== 'full' && !route) {
    return null;
  }
  if (route) {
    await page.route(route, (request) => request.fulfill(state === 'empty' ? EMPTY : BROKEN));
  }
  return { end: () => (route ? page.unroute(route) : undefined) };
}

const pages = (await pagesOf(await as('security'))).filter((one) => !only || only.includes(one.name));
let taken = 0;
for (const one of pages) {
  const page = await as(one.role);
  for (const state of states) {
    const ready = await prepared(page, one, state);
    if (!ready) {
      continue;
    }
    let loaded = '';
    for (const [language, theme, width] of shots) {
      if (loaded !== width) {
        await page.setViewportSize({ width: Number(width), height: Number(width) < 800 ? 844 : 900 });
        await page.goto(base + one.path);
        await settled(page);
        loaded = width;
      }
      await showIn(page, language, theme);
      await page.screenshot({ path: `${folder}${one.name}.${state}.${language}.${theme}.${width}.png`, fullPage: !one.list && !one.screen });
      taken += 1;
    }
    await ready.end();
  }
}
await browser.close();
console.log(`${taken} pictures of ${pages.length} pages in build/screenshots`);
