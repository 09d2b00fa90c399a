import { FLOW_LINE, flowReport, upload } from './flow.mjs';

/** Every page there is: who opens it, where it lies, and what shows that it is there. */
export const APPLICATION = process.env.TOUCHSTONE_APPLICATION ?? 'MBANK';

/** The requests of a list, with its filters or without. */
const list = (path) => new RegExp(`/api/v1/${path}(\\?|$)`);

const first = async (page, address, choose = (items) => items[0]) => {
  const answer = await page.request.get(new URL(address, page.url()).href);
  const { items } = await answer.json();
  return choose(items);
};

/** Addresses with ids, asked from the platform itself: { name, role, path, ready }. */
export async function pagesOf(page) {
  await upload(page, APPLICATION, FLOW_LINE, flowReport());
  const flowing = (await first(page, `/api/v1/findings?application=${APPLICATION}&line=${FLOW_LINE}`)).id;
  const plain = (await first(page, `/api/v1/findings?application=${APPLICATION}&status=OPEN&line=main`)).id;
  const ours = (await first(page, `/api/v1/findings?application=${APPLICATION}&tool=${encodeURIComponent('Touchstone code')}`))?.id ?? plain;
  const decision = await first(page, '/api/v1/gates/decisions?limit=50', (items) => items.find((one) => one.verdict === 'BLOCK') ?? items[0]);
  const run = await first(page, `/api/v1/runs?application=${APPLICATION}`);
  const policy = await first(page, '/api/v1/gates/policies');
  // The security engineer reads the directory too.
  const person = await first(page, '/api/v1/people?q=chenyu');
  return [
    { name: 'applications', role: 'security', path: '/applications', list: list('applications') },
    { name: 'application', role: 'security', path: `/applications/${APPLICATION}`, part: '**/api/v1/findings/count*' },
    { name: 'findings', role: 'security', path: '/findings', list: /\/api\/v1\/findings(\?|\/count)/ },
    { name: 'findings-preview', role: 'security', path: `/findings?application=${APPLICATION}&open=${plain}`, screen: true },
    { name: 'finding-flow', role: 'security', path: `/findings/${flowing}`, one: '**/api/v1/findings/*-F-*' },
    { name: 'finding-ours', role: 'security', path: `/findings/${ours}` },
    { name: 'finding-plain', role: 'security', path: `/findings/${plain}` },
    { name: 'decisions', role: 'security', path: '/gates/decisions', list: list('gates/decisions') },
    { name: 'decision', role: 'auditor', path: `/gates/decisions/${decision.id}`, one: '**/api/v1/gates/decisions/*-D-*' },
    { name: 'policies', role: 'auditor', path: '/gates/policies', list: list('gates/policies') },
    { name: 'policy', role: 'auditor', path: `/gates/policies/${policy.id}` },
    { name: 'runs', role: 'security', path: '/runs', list: list('runs') },
    { name: 'run', role: 'security', path: `/runs/${run.id}`, one: '**/api/v1/runs/*-R-*' },
    { name: 'ledger', role: 'auditor', path: '/ledger', list: list('ledger/entries') },
    { name: 'ledger-preview', role: 'auditor', path: '/ledger?open=12', screen: true },
    { name: 'entry', role: 'auditor', path: '/ledger/12' },
    { name: 'people', role: 'system-admin', path: '/admin/people', list: list('people') },
    { name: 'person', role: 'security-admin', path: `/admin/people?open=${person.id}`, screen: true },
    { name: 'roles', role: 'security-admin', path: '/admin/roles' },
    { name: 'packs', role: 'security-admin', path: '/admin/packs', list: list('packs') },
    { name: 'tokens', role: 'security-admin', path: '/admin/tokens', list: list('tokens') },
    { name: 'password', role: 'developer', path: '/password' },
    { name: 'not-found', role: 'developer', path: '/no-such-page' },
    { name: 'forbidden', role: 'developer', path: '/ledger' },
    { name: 'sign-in', role: null, path: '/sign-in' },
  ];
}

/** Waits until the page stands: its heading is there and nothing more is asked. */
export async function settled(page) {
  await page.locator('main').first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached', timeout: 5000 }).catch(() => undefined);
  await page.evaluate(() => document.fonts.ready);
}

export const EMPTY = { status: 200, contentType: 'application/json', body: JSON.stringify({ items: [], total: 0, bySeverity: {} }) };

export const BROKEN = {
  status: 503,
  contentType: 'application/problem+json',
  body: JSON.stringify({ type: 'urn:touchstone:unavailable', title: 'x', status: 503, detail: 'The database did not answer within 10 s.', instance: 'urn:uuid:7f3a1900-0000-4000-8000-000000000000' }),
};

/** Shows the page that stands in a language and a theme, without loading it anew: both change at once. */
export async function showIn(page, language, theme) {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  if ((await page.evaluate(() => document.documentElement.lang)) !== language) {
    // A drawer may lie over it; a person would close that first.
    await page.locator('button.tool[lang]').first().evaluate((button) => button.click());
  }
  await page.waitForFunction(([lang, mode]) => document.documentElement.lang === lang && document.documentElement.dataset.theme === mode, [language, theme]);
  // What the server says comes in its own words only when it is asked again; what moves comes to rest.
  await page.waitForTimeout(200);
}
