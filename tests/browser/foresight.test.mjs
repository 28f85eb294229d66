// What the pointer or the focus rests on is counted before the click; the click then has nothing left to count.
import assert from 'node:assert/strict';
import { openPage, settle, whenReady } from './lib/browser.mjs';
import { slow } from './lib/clock.mjs';
import { done, hashOf, onServer } from './lib/visit.mjs';

export const { before, after } = onServer();

const stats = (page) => page.evaluate(() => window.problemator.stats());
const untilForeseen = (page) => page.waitForFunction(() => window.problemator.stats().foreseen, null, { timeout: 30000 });

// A page that counts its pieces of counting.
const openWatched = async ({ browser, server }, hash) => {
  const page = await openPage(browser, server.url);
  await page.context().addInitScript(() => {
    window.testPieces = 0;
    const { set } = Object.getOwnPropertyDescriptor(MessagePort.prototype, 'onmessage');
    Object.defineProperty(MessagePort.prototype, 'onmessage', { set(run) { set.call(this, (event) => { ++window.testPieces; run(event); }); } });
  });
  await page.goto(server.url + hash);
  await page.reload();
  await whenReady(page);
  await settle(page);
  return page;
};
const untilKeysForeseen = (page) => page.waitForFunction(() => window.problemator.stats().foreseen_by_key, null, { timeout: 60000 });
const pieces = (page) => page.evaluate(() => window.testPieces);

// A place on the canvas that leads to another page than the open one.
const findMark = async (page, leadsTo) => {
  const box = await page.locator('#canvas').boundingBox();
  for (let y = box.y + 30; y < box.y + box.height; y += 22) {
    for (let x = box.x + 40; x < box.x + box.width; x += 90) {
      await page.mouse.move(x, y);
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      const { aimed } = await stats(page);
      if (leadsTo.test(aimed)) return { x, y, href: aimed };
    }
  }
  throw new Error('no mark leads to ' + leadsTo);
};

export const tests = {
  'the page behind a mark is counted while the pointer rests on it, and the click counts nothing': async (world) => {
    const page = await openWatched(world, '#/svodka');
    const shown = await hashOf(page);
    const mark = await findMark(page, /[?&](t|b|tp|cell)=/);
    await untilForeseen(page);
    assert.equal(await hashOf(page), shown, 'nothing has changed so far');
    assert.equal((await page.evaluate(() => window.problemator.state())).screen, 'svodka');
    await slow(page, true);                                // a piece has time for one step
    await page.evaluate(() => { window.testPieces = 0; });
    await page.mouse.down();
    await page.mouse.up();
    await page.waitForFunction((before) => location.hash !== before && window.problemator.stats().ready, shown);
    assert.equal(await pieces(page), 0);
    await slow(page, false);
    await settle(page);
    await done(page);
  },
  'without a rest the same click counts in pieces': async (world) => {
    const page = await openWatched(world, '#/svodka');
    const shown = await hashOf(page);
    const { href } = await findMark(page, /[?&](t|b|tp|cell)=/);
    await page.mouse.move(2, 2);
    await page.reload();                                   // what was counted on the way is forgotten
    await whenReady(page);
    await settle(page);
    await slow(page, true);
    await page.evaluate((to) => { window.testPieces = 0; location.hash = to; }, href);
    await page.waitForFunction((before) => location.hash !== before && window.problemator.stats().ready, shown);
    assert.ok(await pieces(page) > 2, 'there was something to count');
    await slow(page, false);
    await settle(page);
    await done(page);
  },
  'what the focus rests on is counted too, and leaving it ends that': async (world) => {
    const page = await openWatched(world, '#/svodka');
    await page.keyboard.press('KeyT');
    await settle(page);
    const link = page.locator('#text table a[href^="#/"]').first();
    await link.focus();
    await untilForeseen(page);
    assert.equal((await stats(page)).aimed, await link.getAttribute('href'));
    await page.locator('#header [data-do=theme]').focus();
    assert.deepEqual([(await stats(page)).aimed, (await stats(page)).foreseen], ['', false]);
    await done(page);
  },
  'what a key opens is counted once the page has stood for a while: the key counts nothing': async (world) => {
    const page = await openWatched(world, '#/svodka?w=2026-W20');   // its neighbours have no files of their own
    for (const key of ['Digit3', 'BracketLeft', 'Digit4', 'BracketRight']) {
      await untilKeysForeseen(page);
      const shown = await hashOf(page);
      await slow(page, true);
      await page.evaluate(() => { window.testPieces = 0; });
      await page.keyboard.press(key);
      await page.waitForFunction((before) => location.hash !== before && window.problemator.stats().ready, shown);
      assert.equal(await pieces(page), 0, key);
      await slow(page, false);
      await settle(page);
    }
    await done(page);
  },
  'the chosen line of the palette is counted before Enter': async (world) => {
    const page = await openWatched(world, '#/svodka');
    const shown = await hashOf(page);
    await page.keyboard.press('Control+KeyK');
    await page.keyboard.type('перег');
    await untilForeseen(page);
    const { aimed } = await stats(page);
    assert.match(aimed, /[?&]t=/);
    await slow(page, true);
    await page.evaluate(() => { window.testPieces = 0; });
    await page.keyboard.press('Enter');
    await page.waitForFunction((before) => location.hash !== before && window.problemator.stats().ready, shown);
    assert.equal(await pieces(page), 0);
    assert.equal(await hashOf(page), aimed);
    await slow(page, false);
    await settle(page);
    await done(page);
  },
  'a phone counts nothing that no finger is on': async ({ browser, server }) => {
    const page = await openPage(browser, server.url, { width: 390, height: 844 });
    await whenReady(page);
    await page.waitForTimeout(1200);
    assert.equal((await stats(page)).foreseen_by_key, false);
    await done(page);
  },
};
