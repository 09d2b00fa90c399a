// Takes a picture of every page into build/screenshots: both languages, light and dark, full, empty and
// error, 390 px and 1,440 px. TOUCHSTONE_URL and TOUCHSTONE_LINK name the platform as for the browser tests;
// ONLY=findings,ledger and SHOTS=zh-CN.light.1440 narrow what is taken.
import { mkdirSync } from 'node:fs';
import { base, launch, missing, signedIn, words } from '../e2e/browser.mjs';
import { BROKEN, EMPTY, pagesOf, settled } from '../e2e/pages.mjs';

if (missing) {
  console.error(`No pictures: ${missing}.`);
  process.exit(2);
}
const folder = new URL('../../build/screenshots/', import.meta.url).pathname;
mkdirSync(folder, { recursive: true });
const only = process.env.ONLY?.split(',');
const shots = (process.env.SHOTS?.split(',') ?? ['zh-CN.light.1440', 'en.light.1440', 'zh-CN.dark.1440', 'en.dark.1440', 'zh-CN.light.390', 'en.light.390', 'zh-CN.dark.390', 'en.dark.390']).map((one) => one.split('.'));
const states = process.env.STATES?.split(',') ?? ['full', 'empty', 'error'];
const browser = await launch();
const sessions = new Map();

async function at(role, language) {
  if (!sessions.has(role)) {
    sessions.set(role, role === null ? { page: await (await browser.newContext()).newPage() } : await signedIn(browser, role, language));
  }
  const { page } = sessions.get(role);
  return page;
}

const probe = await at('security', 'zh-CN');
const pages = (await pagesOf(probe)).filter((one) => !only || only.includes(one.name));
let taken = 0;
for (const one of pages) {
  for (const [language, theme, width] of shots) {
    const page = await at(one.role, language);
    await page.setViewportSize({ width: Number(width), height: Number(width) < 800 ? 844 : 900 });
    await page.goto(`${base}/sign-in`);
    await page.evaluate(([chosen, mode]) => {
      localStorage.setItem('language', chosen);
      localStorage.setItem('theme', mode);
    }, [language, theme]);
    for (const state of states) {
      const empty = one.list;
      const broken = one.list ?? one.one ?? one.part;
      const route = state === 'empty' ? empty : state === 'error' ? broken : null;
      if (state !== 'full' && !route) {
        continue;
      }
      if (route) {
        await page.route(route, (request) => request.fulfill(state === 'empty' ? EMPTY : BROKEN));
      }
      await page.goto(base + one.path);
      await settled(page);
      await page.screenshot({ path: `${folder}${one.name}.${state}.${language}.${theme}.${width}.png`, fullPage: !one.list && !one.screen });
      taken += 1;
      if (route) {
        await page.unroute(route);
      }
    }
  }
}
await browser.close();
console.log(`${taken} pictures of ${pages.length} pages in build/screenshots (${Object.keys(words('en')).length} modules)`);
