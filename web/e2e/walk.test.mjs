import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { base, launch, missing, signedIn } from './browser.mjs';
import { FLOW_LINE, flowReport, upload } from './flow.mjs';

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
    const evil = `${marker} <img src=x onerror="window.hit=1"><script>window.hit=1</script>`;
    const place = { physicalLocation: { artifactLocation: { uri: 'src/Evil.java' }, region: { startLine: 1, snippet: { text: evil } } } };
    const state = await upload(page, APPLICATION, 'markup', {
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: evil, version: evil, rules: [{ id: evil, name: evil, shortDescription: { text: evil }, helpUri: 'https://example.org/"><script>' }] } },
          results: [
            {
              ruleId: evil,
              level: 'error',
              message: { text: evil },
              locations: [{ ...place, logicalLocations: [{ fullyQualifiedName: evil }] }],
              codeFlows: [{ threadFlows: [{ locations: [{ location: { ...place, message: { text: evil } } }, { location: { ...place, message: { text: evil } } }] }] }],
              partialFingerprints: { [evil]: evil },
            },
          ],
        },
      ],
    });
    assert.equal(state.status, 200, state.body);
    const untouched = async (where) => {
      assert.equal(await page.evaluate(() => window.hit), undefined, where);
      assert.equal(await page.locator('main img, main script, dialog img, dialog script').count(), 0, where);
    };
    const list = `/findings?application=${APPLICATION}&line=markup&cols=place,rule,tool,onLines,status`;
    await page.goto(base + list);
    await page.locator('tbody tr td', { hasText: marker }).first().waitFor();
    await untouched('the list');
    await page.keyboard.press('j');
    await page.keyboard.press('p');
    await page.locator('.prev h2', { hasText: marker }).waitFor();
    await untouched('the preview');
    await page.locator('tbody tr td a', { hasText: marker }).first().click();
    await page.locator('h1', { hasText: '<img src=x' }).waitFor();
    await page.keyboard.press('ArrowLeft');
    await untouched('the finding');
    const { run } = JSON.parse(state.body);
    await page.goto(`${base}/runs/${run}`);
    await page.locator('h1').waitFor();
    await page.getByText(marker).first().waitFor();
    await untouched('the run');
    await page.keyboard.press('Control+k');
    await page.keyboard.type(marker);
    await page.locator('.palette [role=option]', { hasText: '<img' }).first().waitFor();
    await untouched('the palette');
    const csv = await (await page.request.get(`${base}/api/v1/findings/export?application=${APPLICATION}&line=markup`)).text();
    assert.ok(csv.includes(marker), 'the export holds it');
    assert.deepEqual(page.wrong, []);
    await page.context().close();
  });

  test('a way of data is walked with the arrows', async () => {
    const { page, text } = await signedIn(browser, 'security', 'en');
    const sent = await upload(page, APPLICATION, FLOW_LINE, flowReport());
    assert.equal(sent.status, 200, sent.body);
    await page.goto(`${base}/findings?application=${APPLICATION}&line=${FLOW_LINE}`);
    await page.locator('tbody tr td.nm a').first().click();
    const step = (number) => page.getByText(text.findings.stepOf.replace('{{step}}', number).replace('{{all}}', 4), { exact: true });
    await step(4).waitFor();
    await page.keyboard.press('ArrowLeft');
    await step(3).waitFor();
    await page.locator('.code tr.step', { hasText: 'sb.append' }).waitFor();
    for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowLeft']) {
      await page.keyboard.press(key);
    }
    await step(1).waitFor();
    await page.locator('.code', { hasText: 'getParameter' }).waitFor();
    await page.keyboard.press('ArrowRight');
    await step(2).waitFor();
    assert.deepEqual(page.wrong, []);
    await page.context().close();
  });

  test('Ctrl K goes to an application, an id and an action; "?" names the keys', async () => {
    const { page, text } = await signedIn(browser, 'security', 'zh-CN');
    await page.goto(`${base}/findings`);
    await page.locator('tbody tr[data-row]').first().waitFor();
    const id = await page.locator('tbody tr[data-row]').first().getAttribute('data-row');
    await page.keyboard.press('Control+k');
    await page.locator('.palette input:focus').waitFor();
    await page.keyboard.type(APPLICATION);
    await page.locator('.palette [role=option]', { hasText: APPLICATION }).first().waitFor();
    await page.keyboard.press('Enter');
    await page.locator('h1', { hasText: APPLICATION }).waitFor();
    await page.keyboard.press('Control+k');
    await page.locator('.palette input:focus').waitFor();
    await page.keyboard.type(id.toLowerCase());
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/findings/${id}`);
    await page.keyboard.press('Control+k');
    await page.locator('.palette input:focus').waitFor();
    await page.keyboard.type('Switch to English');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.documentElement.lang === 'en');
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    assert.deepEqual(page.wrong, []);
    assert.ok(text.app.name);
    await page.context().close();
  });

  test('a list keeps rows marked, columns and views in their places', async () => {
    const { page, text } = await signedIn(browser, 'security', 'en');
    await page.goto(`${base}/findings?application=${APPLICATION}`);
    await page.locator('tbody tr[data-row]').nth(3).waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('Shift+X');
    await page.getByText(text.kit.selected.replace('{{shown}}', 3), { exact: true }).waitFor();
    await page.getByRole('columnheader', { name: text.findings.firstSeen }).getByRole('button').click();
    await page.waitForURL(/sort=NEWEST/);
    await page.getByRole('button', { name: text.kit.columns }).click();
    await page.getByRole('checkbox', { name: text.findings.rule }).click();
    await page.waitForURL(/cols=/);
    await page.reload();
    await page.getByRole('columnheader', { name: text.findings.rule, exact: true }).waitFor();
    await page.getByRole('button', { name: text.kit.saveView }).click();
    await page.getByLabel(text.kit.viewName).fill('By rule');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'By rule', pressed: true }).waitFor();
    await page.goto(`${base}/findings`);
    await page.getByRole('button', { name: 'By rule', exact: true }).click();
    await page.waitForURL(/cols=/);
    await page.getByRole('button', { name: text.findings.export, exact: true }).click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: text.findings.exportNow }).click()]);
    assert.equal(download.suggestedFilename(), 'findings.csv');
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

  test('a role is taken back, and given again by undo; what is wrong stands at its field', async () => {
    const { page, text } = await signedIn(browser, 'security-admin', 'en');
    await page.goto(`${base}/admin/people?q=wuxia`);
    await page.locator('.people tbody tr').first().click();
    const sheet = page.getByRole('dialog');
    await sheet.getByRole('button', { name: /^Revoke/ }).first().click();
    await sheet.getByText(text.admin.noRoles).waitFor();
    await page.getByRole('button', { name: text.kit.undo }).click();
    await sheet.getByRole('button', { name: /^Revoke/ }).first().waitFor();
    await page.context().close();
    const admin = await signedIn(browser, 'system-admin', 'en');
    await admin.page.goto(`${base}/admin/people?add=1`);
    const form = admin.page.getByRole('dialog');
    await form.getByRole('button', { name: text.admin.add }).click();
    await form.getByText(text.kit.field.required).first().waitFor();
    await form.getByLabel(text.admin.name, { exact: true }).fill('Twice');
    await form.getByLabel(text.admin.login, { exact: true }).fill('wuxia');
    await form.getByRole('button', { name: text.admin.add }).click();
    await form.locator('[role=alert]', { hasText: 'wuxia' }).waitFor();
    assert.deepEqual(admin.page.wrong.filter((one) => !/409/.test(one)), []);
    await admin.page.context().close();
  });

  test('a phone has one column and loses nothing to the side', async () => {
    const { page } = await signedIn(browser, 'developer', 'zh-CN');
    await page.setViewportSize({ width: 390, height: 844 });
    for (const path of ['/applications', `/applications/${APPLICATION}`, '/findings', '/gates/decisions', '/runs', '/gates/policies']) {
      await page.goto(base + path);
      await page.locator('main h1').first().waitFor({ state: 'attached' });
      await page.waitForLoadState('networkidle');
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0, `${path} is wider than the phone`);
    }
    await page.context().close();
  });
});
