// The canvas in bad hours: the graphics context goes and comes back, or stays away; fingers instead of a mouse; a zoom of the page.
import assert from 'node:assert/strict';
import { openPage, settle, whenReady } from './lib/browser.mjs';
import { hashOf, onServer, visitSite } from './lib/visit.mjs';

export const { before, after } = onServer({ gl: true });

const open = (world, hash = '?r=gl', options = {}) => visitSite(world, hash, options);
const stats = (page) => page.evaluate(() => window.problemator.stats());
const picture = (page) => page.screenshot({ clip: { x: 0, y: 100, width: 1440, height: 780 } });
const lose = (page) => page.evaluate(() => { window.testLoss = document.querySelector('#canvas').getContext('webgl2').getExtension('WEBGL_lose_context'); window.testLoss.loseContext(); });

// How many differing bytes two pictures have is nothing to people; that they are of one size in bytes says that the same was drawn.
const isAlike = (a, b) => Math.abs(a.length - b.length) < a.length / 50;

export const tests = {
  'a graphics context that is lost and restored shows the same page again': async (world) => {
    const page = await open(world);
    assert.equal((await stats(page)).renderer, 'gl');
    const seen = await picture(page);
    await lose(page);
    await page.waitForTimeout(300);
    await page.evaluate(() => window.testLoss.restoreContext());
    await page.waitForTimeout(700);
    assert.equal((await stats(page)).renderer, 'gl');
    assert.ok(isAlike(seen, await picture(page)), 'the picture is back');
    await page.mouse.click(120, 190);
    await settle(page);
    assert.match(await hashOf(page), /^#\/soobshcheniya/);
    await page.context().close();
  },
  'a graphics context that stays away is replaced by the processor within four seconds, in the same place': async (world) => {
    const page = await open(world, '?r=gl#/teplo?b=utilities');
    const seen = await picture(page);
    await lose(page);
    await page.waitForTimeout(4200);
    assert.equal((await stats(page)).renderer, 'cpu');
    assert.match(await hashOf(page), /teplo\?b=utilities/);
    assert.ok(isAlike(seen, await picture(page)), 'the picture is back');
    await page.keyboard.press('1');
    await settle(page);
    assert.match(await hashOf(page), /svodka/);
    await page.context().close();
  },
  'a tap opens, a drag scrolls and opens nothing, a long press shows the tooltip': async ({ browser, server }) => {
    const context = await browser.newContext({ viewport: { width: 1180, height: 820 }, hasTouch: true, isMobile: true, locale: 'ru-RU' });
    const page = await context.newPage();
    await page.goto(server.url + '?r=cpu#/problemy?tab=week', { waitUntil: 'load' });
    await whenReady(page);
    await settle(page);
    const session = await context.newCDPSession(page);
    const touch = (type, x, y) => session.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] });
    const before = await page.screenshot();
    await touch('touchStart', 590, 700);
    for (let y = 690; y >= 350; y -= 20) { await touch('touchMove', 590, y); await page.waitForTimeout(16); }
    await touch('touchEnd', 590, 350);
    await settle(page);
    assert.match(await hashOf(page), /problemy/);
    assert.notDeepEqual(await page.screenshot(), before);
    await page.evaluate(() => window.problemator.go('#/svodka'));
    await settle(page);
    const calm = await page.screenshot();
    await touch('touchStart', 120, 240);
    await page.waitForTimeout(900);
    assert.notDeepEqual(await page.screenshot(), calm, 'the tooltip is there under the finger');
    await touch('touchEnd', 120, 240);
    await settle(page);
    assert.match(await hashOf(page), /svodka/, 'a long press opens nothing');
    await page.touchscreen.tap(120, 240);
    await settle(page);
    assert.match(await hashOf(page), /soobshcheniya/);
    await context.close();
  },
  'a finger beside a control of 32 px presses it, and a tap on the small matrix opens the large one': async ({ browser, server }) => {
    const context = await browser.newContext({ viewport: { width: 1180, height: 820 }, hasTouch: true, isMobile: true, locale: 'ru-RU' });
    const page = await context.newPage();
    await page.goto(server.url + '?r=cpu#/rejting', { waitUntil: 'load' });
    await whenReady(page);
    await settle(page);
    const { y } = await page.locator('#canvas').boundingBox();
    await page.touchscreen.tap(120, y + 8);                    // four pixels above the second period of the toolbar
    await settle(page);
    assert.match(await hashOf(page), /span=quarter/, 'the control was pressed');
    await page.evaluate(() => window.problemator.go('#/svodka'));
    await settle(page);
    await page.touchscreen.tap(820, y + 330);                  // between two cells of 20 px
    await settle(page);
    assert.match(await hashOf(page), /^#\/teplo/);
    assert.doesNotMatch(await hashOf(page), /cell=/);
    await context.close();
  },
  'at 125 % and 200 % of the browser the canvas follows the window to the pixel': async ({ browser, server }) => {
    for (const ratio of [1.25, 2]) {
      const page = await openPage(browser, server.url + '?r=gl', { width: Math.round(1440 / ratio * 1.25), height: 700, ratio });
      await whenReady(page);
      await settle(page);
      const [canvas, css] = await page.evaluate(() => { const c = document.querySelector('#canvas'), b = c.getBoundingClientRect(); return [[c.width, c.height], [b.width, b.height]]; });
      assert.deepEqual(canvas, css.map((side) => Math.round(side * ratio)));
      await page.context().close();
    }
  },
};
