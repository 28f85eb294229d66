// The site opens everywhere it must: server, sub-path with a strict policy, file://, one file, without WebGL, without JavaScript.
import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { launch, openPage, settle, whenReady } from './lib/browser.mjs';
import { serve, strictCsp } from './lib/serve.mjs';

export const before = async ({ site }) => ({
  gl: await launch({ gl: true }),
  plain: await launch({ gl: false }),
  server: await serve(site),
  strict: await serve(site, { prefix: '/mcu/dashboard/', csp: strictCsp }),
});
export const after = async ({ gl, plain, server, strict }) => { await gl.close(); await plain.close(); server.close(); strict.close(); };

// How many different colours the canvas holds: a blank or black page has one.
const canvasColours = (page) => page.screenshot({ clip: { x: 0, y: 92, width: 1400, height: 700 } }).then((png) => png.length);

const opensWell = async (browser, url, expectRenderer) => {
  const page = await openPage(browser, url);
  await whenReady(page);
  await settle(page);
  assert.deepEqual(page.troubles, []);
  const renderer = await page.evaluate(() => document.documentElement.dataset.renderer);
  if (expectRenderer) assert.equal(renderer, expectRenderer);
  assert.ok(await canvasColours(page) > 30000, 'the canvas shows a picture with many colours');
  const count = await page.evaluate(() => window.problemator.state().count);
  assert.ok(count > 10, `a week has messages, got ${count}`);
  await page.context().close();
};

export const tests = {
  'without JavaScript the page of the head is there': async ({ plain, server }) => {
    const page = await openPage(plain, server.url, { javaScript: false });
    assert.match(await page.locator('h1').innerText(), /сообщени/);
    assert.ok(await page.locator('#text svg').count() >= 5, 'tiles have sparklines');
    assert.ok(await page.locator('#text table').count() >= 1, 'the matrix is a table');
    await page.context().close();
  },
  'from a server with WebGL2 asked for': ({ gl, server }) => opensWell(gl, server.url + '?r=gl', 'gl'),
  'software GL counts as none: the CPU rasteriser draws': ({ gl, server }) => opensWell(gl, server.url, 'cpu'),
  'without WebGL': ({ plain, server }) => opensWell(plain, server.url, 'cpu'),
  'from a sub-path under a strict content security policy': ({ plain, strict }) => opensWell(plain, strict.url, 'cpu'),
  'from file://': ({ plain, site }) => opensWell(plain, pathToFileURL(join(site, 'index.html')).href, 'cpu'),
  'as one file from file://': ({ plain, site }) => opensWell(plain, pathToFileURL(join(site, 'dashboard.html')).href, 'cpu'),
  'text view on request, with nothing drawn': async ({ plain, server }) => {
    const page = await openPage(plain, server.url + '#/svodka?r=text');
    await whenReady(page);
    assert.equal(await page.evaluate(() => document.documentElement.dataset.view === 'text'), true);
    assert.ok(await page.locator('#text h1').isVisible());
    assert.deepEqual(page.troubles, []);
    await page.context().close();
  },
  'an idle page draws no frames': async ({ plain, server }) => {
    const page = await openPage(plain, server.url);
    await whenReady(page);
    await page.waitForTimeout(1500);
    const frames = () => page.evaluate(() => window.problemator.stats().frames);
    const first = await frames();
    assert.ok(first > 0, 'something was drawn before');
    await page.waitForTimeout(2000);
    assert.equal(await frames() - first, 0);
    await page.context().close();
  },
  'crisp at a device pixel ratio of 2': async ({ gl, server }) => {
    const page = await openPage(gl, server.url + '?r=gl', { ratio: 2, width: 1200, height: 800 });
    await whenReady(page);
    await settle(page);
    const size = await page.evaluate(() => { const c = document.querySelector('#canvas'); return [c.width, c.getBoundingClientRect().width]; });
    assert.equal(size[0], Math.round(size[1] * 2));
    await page.context().close();
  },
  'a phone gets the text view without sideways scrolling': async ({ plain, server }) => {
    const page = await openPage(plain, server.url, { width: 390, height: 844 });
    await whenReady(page);
    assert.equal(await page.evaluate(() => document.documentElement.dataset.view === 'text'), true);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= 390);
    assert.deepEqual(page.troubles, []);
    await page.context().close();
  },
  'on a phone five targets of a finger open every screen, and no screen scrolls sideways': async ({ plain, server }) => {
    const page = await openPage(plain, server.url, { width: 390, height: 844 });
    await whenReady(page);
    const bar = page.locator('#header .tabs > ul > li:visible');
    assert.equal(await bar.count(), 5);
    for (let i = 0; i < 5; ++i) {
      const box = await bar.nth(i).boundingBox();
      assert.ok(box.width >= 77 && box.height >= 44, JSON.stringify(box));
    }
    await page.click('.others summary');
    const rest = await page.locator('.others li a').evaluateAll((links) => links.map((a) => [a.getAttribute('href'), a.getBoundingClientRect().height]));
    assert.ok(rest.every(([, height]) => height >= 44), JSON.stringify(rest));
    for (const [href] of rest) {
      await page.evaluate((to) => { location.hash = to; }, href);
      await settle(page);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= 390, href);
    }
    assert.deepEqual(page.troubles, []);
    await page.context().close();
  },
  'where the bar has no room the comparison is chosen in the week picker': async ({ plain, server }) => {
    for (const width of [390, 1024]) {
      const page = await openPage(plain, server.url, { width, height: 800 });
      await whenReady(page);
      assert.equal(await page.locator('#header .compare').isVisible(), false);
      await page.click('#header .weeks .picker summary');
      await page.locator('.compares a').last().click();
      await settle(page);
      assert.match(await page.evaluate(() => location.hash), /compare=0/);
      await page.context().close();
    }
  },
};
