// The map in a browser: no network, cells that list exactly their messages, layers, zoom, weeks and the player, the text view.
import assert from 'node:assert/strict';
import { settle } from './lib/browser.mjs';
import { digits, done, hashOf, onServer, visitSite } from './lib/visit.mjs';

export const { before, after } = onServer();

const open = (world, hash = '#/teplo?view=map', options = {}) => visitSite(world, hash, options);

export const tests = {
  'the map is drawn without asking anybody else for anything': async (world) => {
    const page = await open(world);
    const marks = await page.evaluate(() => document.querySelectorAll('#text .map-picture svg :is(polygon, path, circle)').length);
    assert.ok(marks > 20, `outline, river, cells and rings: ${marks}`);
    await done(page);
  },
  'every linked number of the map lists exactly its messages': async (world) => {
    const page = await open(world);
    const links = await page.evaluate(() => [...document.querySelectorAll('#text :is(.map-places, .map-side) a[href*="soobshcheniya"]')].map((a) => [a.getAttribute('href'), a.textContent]));
    const counted = links.filter(([, text]) => /^[\d\s\u00a0]+$/.test(text.trim()));
    assert.ok(counted.length > 5, `${counted.length} numbers`);
    for (const [href, text] of counted) {
      const rows = await page.evaluate(async (to) => (await window.problemator.go(to)).count, href);
      assert.equal(rows, digits(text), href);
    }
    await done(page);
  },
  'a cell of the picture opens its messages, and the filter can be taken off': async (world) => {
    const page = await open(world, '#/teplo?p=all&view=map');
    const href = await page.evaluate(() => [...document.querySelectorAll('#text .map-picture svg a')].map((a) => a.getAttribute('href')).find((to) => to.includes('hex=')));
    assert.ok(href, 'a cell with enough messages is a link');
    const state = await page.evaluate(async (to) => window.problemator.go(to), href);
    assert.ok(state.count >= 3);
    await settle(page);
    assert.match(await page.evaluate(() => document.body.innerText), /ячейка/);
    await done(page);
  },
  'arrows step the weeks, and the link follows without filling the history': async (world) => {
    const page = await open(world);
    const before = await page.evaluate(() => history.length);
    await page.locator('#canvas').focus();
    await page.keyboard.press('ArrowLeft');
    await settle(page);
    assert.match(await hashOf(page), /w=\d{4}-W\d{2}/);
    assert.equal(await page.evaluate(() => history.length), before);
    await done(page);
  },
  'the player goes on by itself and stops at a key': async (world) => {
    const page = await open(world, '#/teplo?view=map&w=2026-W20');
    await page.locator('#canvas').focus();
    await page.keyboard.press('Space');
    await page.waitForTimeout(1900);
    const playing = await hashOf(page);
    assert.notEqual(playing, '#/teplo?view=map&w=2026-W20');
    await page.keyboard.press('ArrowUp');
    await page.waitForTimeout(300);
    const stopped = await hashOf(page);
    await page.waitForTimeout(1300);
    assert.equal(await hashOf(page), stopped);
    await done(page);
  },
  'the text view zooms by links and says which layers are shown': async (world) => {
    const page = await open(world);
    await page.evaluate(() => document.querySelector('#text .zoom a').click());
    await settle(page);
    assert.match(await hashOf(page), /at=1,/);
    await page.evaluate(() => document.querySelector('#text .layers a').click());
    await settle(page);
    assert.match(await hashOf(page), /hide=/);
    await done(page);
  },
  'a phone has the circles and the list of hot spots': async (world) => {
    const page = await open(world, '#/teplo?view=map', { width: 390, height: 844 });
    assert.ok(await page.locator('#text figure.phone.map-picture svg').isVisible());
    assert.ok(!(await page.locator('#text figure.for-wide.map-picture svg').isVisible()));
    assert.ok(await page.locator('#text .map-side h2').isVisible());
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(overflow <= 0, `nothing sticks out: ${overflow}`);
    await done(page);
  },
  'on paper the map stands with its table and its hot spots, without switches': async (world) => {
    const page = await open(world);
    await page.emulateMedia({ media: 'print' });
    for (const shown of ['figure.for-wide.map-picture svg', '.map-places table', '.map-side .spots']) assert.ok(await page.locator('#text ' + shown).isVisible(), shown);
    for (const hidden of ['.layers', '.zoom', 'figure.phone.map-picture']) assert.ok(!(await page.locator('#text ' + hidden).isVisible()), hidden);
    await done(page);
  },
};
