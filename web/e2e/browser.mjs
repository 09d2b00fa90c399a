import { execSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const PLACES = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = PLACES.find((place) => place && existsSync(place));

export const base = process.env.TOUCHSTONE_URL ?? '';

/** Why the tests cannot run here; false when they can. */
export const missing = !executablePath
  ? 'no chromium on this machine: install chromium and fonts-noto-cjk'
  : base === ''
    ? 'TOUCHSTONE_URL names no started platform'
    : !process.env.TOUCHSTONE_LINK && !process.env.TOUCHSTONE_LOGIN
      ? 'neither TOUCHSTONE_LINK (prints a sign-in link for a role) nor TOUCHSTONE_LOGIN (account:password) is set'
      : false;

/** The texts of a language: words('zh-CN').findings.title */
export function words(language) {
  const modules = ['app', 'kit', 'access', 'catalog', 'findings', 'gates', 'ledger', 'runs', 'admin'];
  return Object.fromEntries(modules.map((name) => [name, JSON.parse(readFileSync(new URL(`../src/${name}/texts/${language}.json`, import.meta.url), 'utf8'))]));
}

export function launch() {
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}

/** The administrators of the sample organisation; links for them are asked for by their account. */
const ADMINISTRATORS = { 'system-admin': 'hanli', 'security-admin': 'shenqing', 'audit-admin': 'luoyan' };

function link(role) {
  const login = ADMINISTRATORS[role];
  const command = process.env.TOUCHSTONE_LINK;
  const printed = execSync(login ? `${command.replace(/ demo --link$/, ' link --login')} ${login}` : `${command} ${role}`, { encoding: 'utf8', env: { ...process.env, CI: '' } });
  const found = /https?:\/\/\S+#link=\S+/.exec(printed);
  if (!found) {
    throw new Error(`no sign-in link in: ${printed}`);
  }
  return base + found[0].slice(found[0].indexOf('/sign-in'));
}

/** A page of somebody who is signed in; what goes wrong in it is collected in page.wrong. */
export async function signedIn(browser, role, language, more = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: language, acceptDownloads: true, ...more });
  await context.addInitScript((chosen) => {
    if (localStorage.getItem('language') === null) {
      localStorage.setItem('language', chosen);
    }
  }, language);
  const page = await context.newPage();
  page.wrong = [];
  page.on('pageerror', (error) => page.wrong.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of (401|404)/.test(message.text())) {
      page.wrong.push(message.text());
    }
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(base) && !/^(data|blob):/.test(request.url())) {
      page.wrong.push(`asked another server: ${request.url()}`);
    }
  });
  const text = words(language);
  if (process.env.TOUCHSTONE_LINK) {
    await page.goto(link(role));
    await page.getByRole('button', { name: text.access.password.later }).click();
  } else {
    const [login, password] = process.env.TOUCHSTONE_LOGIN.split(':');
    await page.goto(`${base}/sign-in`);
    await page.getByLabel(text.access.signIn.login).fill(login);
    await page.getByLabel(text.access.signIn.password).fill(password);
    await page.getByRole('button', { name: text.access.signIn.submit, exact: true }).click();
  }
  await page.locator('.shell').waitFor();
  return { page, text };
}
