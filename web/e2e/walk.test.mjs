import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { base, launch, missing, signedIn } from './browser.mjs';

const APPLICATION = process.env.TOUCHSTONE_APPLICATION ?? 'MBANK';

describe('the way of a change in the browser', { skip: missing }, () => {
  let browser;
  before(async () => {
    browser = await launch();
  });
  after(() => browser?.close());

  for (const language of ['zh-CN', 'en']) {
    test(`sign in → application → finding → decision → ledger, in ${language}`, async () => {
      const { page, text } = await signedIn(browser, 'auditor', language);
      assert.equal(await page.evaluate(() => document.documentElement.lang), language);

      await page.goto(`${base}/applications`);
      await page.locator('h1', { hasText: text.catalog.title }).waitFor();
      await page.locator(`tr[data-row="${APPLICATION}"] a`).first().click();
      await page.locator('h1', { hasText: APPLICATION }).waitFor();
      await page.getByText(text.catalog.openFindings, { exact: true }).waitFor();

      // Each figure opens its rows, and their count is the figure.
      const figure = page.locator('.sevRow a.figure').filter({ hasText: /[1-9]/ }).first();
      await figure.waitFor();
      const shown = Number((await figure.textContent()).replaceAll(',', ''));
      await figure.click();
      await page.locator('h1', { hasText: text.findings.title }).waitFor();
      await page.locator('.count [role=status]', { hasText: text.findings.count.replace('{{shown}}', shown.toLocaleString('en')) }).waitFor();

      // Keys: J chooses, P shows the preview; the address is the view.
      await page.locator('tbody tr[data-row]').first().waitFor();
      await page.keyboard.press('j');
      await page.locator('tbody tr.on').waitFor();
      await page.keyboard.press('p');
      await page.locator('.prev h2').waitFor();
      const chosen = await page.locator('.prev h2').textContent();
      await page.reload();
      await page.locator('.prev h2', { hasText: chosen }).waitFor();
      await page.keyboard.press('Enter');
      await page.locator('h1', { hasText: chosen }).waitFor();
      await page.getByText(text.findings.identity, { exact: true }).waitFor();
      await page.getByText(text.findings.presence, { exact: true }).waitFor();

      await page.getByRole('navigation', { name: text.app.rail.label }).getByRole('link', { name: text.app.station.gate }).click();
      await page.locator('h1', { hasText: text.gates.decisions }).waitFor();
      const decision = page.locator('tbody tr', { has: page.locator('.v-block') }).first();
      await decision.getByRole('link').click();
      await page.locator('.v.badge', { hasText: text.kit.verdict.BLOCK }).waitFor();
      await page.getByText(text.gates.now, { exact: true }).waitFor();
      assert.ok((await page.locator('.rules > tbody > tr').count()) > 0, 'the rules are listed');
      assert.ok((await page.locator('.expr .val').count()) > 0, 'the first rule shows the value of its parts');
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: text.gates.download }).click()]);
      assert.match(download.suggestedFilename(), /-D-\d+\.dsse$/);

      await page.getByRole('navigation', { name: text.app.rail.label }).getByRole('link', { name: text.app.station.prove }).click();
      await page.locator('h1', { hasText: text.ledger.title }).waitFor();
      await page.locator('tbody tr').first().waitFor();
      await page.getByRole('button', { name: text.ledger.verifyNow }).click();
      await page.locator('.ver', { hasText: text.ledger.allAgree }).waitFor({ timeout: 60_000 });
      await page.keyboard.press('j');
      await page.locator('.prev .chain li').first().waitFor();

      assert.deepEqual(page.wrong, []);
      await page.context().close();
    });
  }

  test('the language changes at once, and light and dark', async () => {
    const { page, text } = await signedIn(browser, 'developer', 'zh-CN');
    await page.goto(`${base}/applications`);
    await page.locator('h1', { hasText: text.catalog.title }).waitFor();
    await page.getByRole('button', { name: text.kit.language.switch }).click();
    await page.locator('h1', { hasText: 'Applications' }).waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
    const before = await page.evaluate(() => document.documentElement.dataset.theme);
    await page.getByRole('button', { name: 'Light or dark' }).click();
    await page.getByRole('menuitem', { name: before === 'dark' ? 'Light' : 'Dark', exact: true }).click();
    assert.notEqual(await page.evaluate(() => document.documentElement.dataset.theme), before);
    assert.deepEqual(page.wrong, []);
    await page.context().close();
  });

  test('Chinese glyphs are really drawn', async () => {
    const { page } = await signedIn(browser, 'developer', 'zh-CN');
    const pictures = await page.evaluate(() => {
      const family = getComputedStyle(document.body).fontFamily;
      return ['试', '金', '石', '阻', '断'].map((glyph) => {
        const canvas = document.createElement('canvas');
        canvas.width = canvas.height = 40;
        const pen = canvas.getContext('2d');
        pen.font = `32px ${family}`;
        pen.fillText(glyph, 2, 34);
        return [...pen.getImageData(0, 0, 40, 40).data].join();
      });
    });
    // Without a font each of them is the same empty box.
    assert.equal(new Set(pictures).size, pictures.length, 'no font for Chinese: install fonts-noto-cjk');
    await page.context().close();
  });

  test('markup that a scanner wrote is shown as text', async () => {
    const { page } = await signedIn(browser, 'security', 'en');
    const marker = 'ZZMARKUP';
    const state = await page.evaluate(
      async ([application, word]) => {
        const session = await (await fetch('/api/v1/session')).json();
        const evil = `${word} <img src=x onerror="window.hit=1"><script>window.hit=1</script>`;
        const place = { physicalLocation: { artifactLocation: { uri: 'src/Evil.java' }, region: { startLine: 1, snippet: { text: evil } } } };
        const sarif = {
          version: '2.1.0',
          runs: [{ tool: { driver: { name: 'markup', rules: [{ id: 'M1', name: evil, shortDescription: { text: evil } }] } }, results: [{ ruleId: 'M1', level: 'error', message: { text: evil }, locations: [place] }] }],
        };
        const form = new FormData();
        const about = { application, line: 'markup', lineKind: 'BRANCH', commit: 'e'.repeat(40), kind: 'OTHER', complete: true };
        form.append('about', new Blob([JSON.stringify(about)], { type: 'application/json' }));
        form.append('file', new Blob([JSON.stringify(sarif)], { type: 'application/json' }), 'markup.sarif');
        const response = await fetch('/api/v1/reports?wait=60', { method: 'POST', body: form, headers: { [session.csrf.header]: session.csrf.token } });
        return { status: response.status, body: await response.text() };
      },
      [APPLICATION, marker],
    );
    assert.equal(state.status, 200, state.body);
    await page.goto(`${base}/findings?application=${APPLICATION}&line=markup`);
    await page.locator('tbody tr td', { hasText: marker }).first().waitFor();
    await page.locator('tbody tr td a', { hasText: marker }).first().click();
    await page.locator('h1', { hasText: '<img src=x' }).waitFor();
    assert.equal(await page.evaluate(() => window.hit), undefined);
    assert.equal(await page.locator('main img, main script').count(), 0);
    assert.deepEqual(page.wrong, []);
    await page.context().close();
  });

  test('an id that never was and a missing page say the same', async () => {
    const { page, text } = await signedIn(browser, 'developer', 'zh-CN');
    for (const path of ['/findings/NOPE-F-1', '/gates/decisions/NOPE-D-1', '/runs/NOPE-R-1', '/applications/NOPE', '/no-such-page']) {
      await page.goto(base + path);
      await page.getByText(text.kit.state.notFound, { exact: true }).waitFor();
    }
    await page.context().close();
  });

  test('a phone has one column and loses nothing to the side', async () => {
    const { page } = await signedIn(browser, 'developer', 'zh-CN');
    await page.setViewportSize({ width: 390, height: 844 });
    for (const path of ['/applications', `/applications/${APPLICATION}`, '/findings', '/gates/decisions']) {
      await page.goto(base + path);
      await page.locator('main h1').first().waitFor({ state: 'attached' });
      await page.waitForLoadState('networkidle');
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0, `${path} is wider than the phone`);
    }
    await page.context().close();
  });
});
