// People use it: click a number and see its rows, go back, filter, step weeks, send links, export.
import assert from 'node:assert/strict';
import { settle, whenReady } from './lib/browser.mjs';
import { digits, done, hashOf, onServer, visitSite as open } from './lib/visit.mjs';

export const { before, after } = onServer();

const twin = (page) => page.evaluate(() => document.querySelector('#text').innerText);

export const tests = {
  'a click on the first tile lists as many messages as the tile says': async (world) => {
    const page = await open(world);
    const said = digits(await page.locator('#text dl .num').first().innerText());
    await page.mouse.click(120, 190);
    await settle(page);
    assert.match(await hashOf(page), /^#\/soobshcheniya/);
    const listed = await page.evaluate(() => window.problemator.state().count);
    assert.equal(listed, said);
    await done(page);
  },
  'every number of the first screen lists exactly its rows': async (world) => {
    const page = await open(world);
    const links = await page.evaluate(() => [...document.querySelectorAll('#text a[href*="soobshcheniya"]')].map((a) => [a.getAttribute('href'), (a.querySelector('.num') || a).textContent]));
    const counted = links.filter(([, text]) => /^[\d\s\u00a0]+$/.test(text.trim()));
    assert.ok(counted.length >= 20, `the matrix and tiles are links: ${counted.length}`);
    for (const [href, text] of counted) {
      const rows = await page.evaluate(async (to) => (await window.problemator.go(to)).count, href);
      assert.equal(rows, digits(text), href);
    }
    await done(page);
  },
  'Back returns from the list to the overview, and forward again': async (world) => {
    const page = await open(world);
    await page.mouse.click(120, 190);
    await settle(page);
    await page.goBack();
    await settle(page);
    assert.match(await hashOf(page), /^(#\/svodka.*)?$/);
    assert.match(await page.evaluate(() => window.problemator.state().screen), /svodka/);
    await page.goForward();
    await settle(page);
    assert.match(await page.evaluate(() => window.problemator.state().screen), /soobshcheniya/);
    await done(page);
  },
  'a link opened anew shows the same state': async (world) => {
    const first = await open(world, '#/teplo?b=utilities&measure=overdue_share');
    const text = await twin(first);
    const hash = await hashOf(first);
    await done(first);
    const second = await open(world, hash);
    assert.equal(await twin(second), text);
    await done(second);
  },
  'unknown keys of a newer link are kept and do no harm': async (world) => {
    const page = await open(world, '#/svodka?zz=1&b=nosuchblock');
    assert.match(await hashOf(page), /zz=1/);
    await done(page);
  },
  'the week picker opens the file of an older week': async (world) => {
    const page = await open(world);
    const requests = [];
    page.on('request', (r) => requests.push(r.url()));
    const before = await page.evaluate(() => window.problemator.state().week);
    await page.locator('#header .weeks a[rel=prev]').click();
    await settle(page);
    await page.waitForFunction((week) => window.problemator.state().week !== week, before);
    assert.ok(requests.some((url) => /data\/2026-W\d\d\.js$/.test(url)), requests.join(' '));
    await done(page);
  },
  'facets narrow every view and chips take them off': async (world) => {
    const page = await open(world, '#/teplo');
    const all = await page.evaluate(() => window.problemator.state().count);
    await page.evaluate(() => window.problemator.go('#/teplo?b=utilities'));
    await settle(page);
    const some = await page.evaluate(() => window.problemator.state().count);
    assert.ok(some > 0 && some < all, `${some} of ${all}`);
    await done(page);
  },
  'English stays on the same place': async (world) => {
    const page = await open(world, '#/rejting');
    await page.locator('#header a.lang').click();
    await settle(page);
    assert.match(await hashOf(page), /rejting/);
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
    const text = await page.evaluate(() => document.querySelector('#header').innerText);
    assert.match(text, /Overview/);
    await done(page);
  },
  'every screen opens without troubles in both themes and languages': async (world) => {
    for (const dark of [false, true]) {
      const page = await open(world, '', { dark });
      for (const screen of ['svodka', 'teplo', 'problemy', 'rejting', 'pokazateli', 'soobshcheniya', 'kachestvo', 'otchyoty', 'o-dannykh', 'razdely']) {
        for (const l of ['', '?lang=en']) {
          await page.evaluate((to) => window.problemator.go(to), `#/${screen}${l}`);
          await settle(page);
          assert.ok((await page.locator('#text h1').innerText()).length > 3, screen);
        }
      }
      await done(page);
    }
  },
  'a text page is never wider than its window: at the widths where the layout changes nothing is to be pushed aside': async (world) => {
    const page = await open(world, '');
    await page.evaluate(() => localStorage.setItem('problemator.text', '1'));
    await page.reload();
    await whenReady(page);
    for (const width of [900, 1279, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      for (const link of ['svodka', 'teplo', 'soobshcheniya', 'otchyoty', 'otchyoty?w=2026-W40', 'razdely', 'svodka?lang=en']) {
        await page.evaluate((to) => window.problemator.go('#/' + to), link);
        await settle(page);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width, link);
      }
    }
    await done(page);
  },
  'the problem register names the planted problems, and a number opens exactly its messages': async (world) => {
    const page = await open(world, '#/problemy?tab=week');
    const text = page.locator('#text');
    assert.match(await text.locator('h1').innerText(), /всплеск/);
    for (const id of ['alarms', 'growth', 'journal', 'points', 'causes', 'effects']) assert.equal(await text.locator(`.listing-panel.${id}`).count(), 1, id);
    const link = text.locator('.listing-panel.alarms td.num a').first();
    const told = Number(await link.innerText());
    assert.ok(told >= 3);
    await page.evaluate((to) => window.problemator.go(to), await link.getAttribute('href'));
    await settle(page);
    assert.equal(await page.evaluate(() => window.problemator.state().screen), 'soobshcheniya');
    assert.match(await text.innerText(), new RegExp(`\\b${told} из`));
    await done(page);
  },
  'a newer week on the server is told by a bar when the reader comes back, and the page stays as it is': async (world) => {
    const page = await open(world, '#/rejting');
    const asked = [];
    await page.route('**/data/manifest.js?*', async (route) => {
      asked.push(route.request().url());
      const text = await (await route.fetch()).text();
      const manifest = JSON.parse(text.slice(text.indexOf('(') + 1, text.lastIndexOf(')')));
      manifest.weeks.unshift({ ...manifest.weeks[0], week: '2026-W47', checksum: '0000 1111 2222 3333' });
      await route.fulfill({ contentType: 'text/javascript', body: `problematorManifest(${JSON.stringify(manifest)});` });
    });
    const comeBack = () => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await comeBack();
    await settle(page);
    assert.deepEqual(asked, [], 'not before ten minutes have passed');
    await page.evaluate(() => { const now = Date.now; Date.now = () => now() + 11 * 60 * 1000; });
    await comeBack();
    await page.waitForSelector('#link-bar');
    assert.match(await page.locator('#link-bar').innerText(), /Готов срез недели 47/);
    assert.equal(await hashOf(page), '#/rejting');
    assert.equal(await page.evaluate(() => window.problemator.state().week), '2026-W46');
    await page.locator('#link-bar button', { hasText: 'Оставить как есть' }).click();
    assert.equal(await page.locator('#link-bar').count(), 0);
    await done(page);
  },
};
