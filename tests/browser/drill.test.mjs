// The analyst: from the planted surge through its cell, its sub-topics and those who write the same to one message, and back with Back.
import assert from 'node:assert/strict';
import { settle } from './lib/browser.mjs';
import { digits, done, hashOf, onServer, visitSite as open } from './lib/visit.mjs';

export const { before, after } = onServer();

const go = async (page, href) => {
  await page.evaluate((to) => { location.hash = to; }, href);
  await settle(page);
  await page.waitForFunction((to) => window.problemator.state().hash === to || location.hash === to, href);
  await page.waitForTimeout(250);   // the text view follows a moment later
};
const count = (page) => page.evaluate(() => window.problemator.state().count);
const attribute = (page, selector, name) => page.evaluate(([where, what]) => { const found = document.querySelector(where); return found ? found.getAttribute(what) : null; }, [selector, name]);
const text = (page, selector) => page.evaluate((where) => { const found = document.querySelector(where); return found ? found.textContent : ''; }, selector);

export const tests = {
  'analyst goes from the planted surge to its messages and back with Back': async (world) => {
    const page = await open(world, '#/svodka');
    const steps = [await hashOf(page)];
    const surge = await attribute(page, '#text table.heat td.surge a', 'href');
    assert.ok(surge, 'the overview shows a cell in a surge');
    const said = digits(await text(page, '#text table.heat td.surge a'));

    await go(page, surge);                                             // the cell: its drawer explains it
    steps.push(await hashOf(page));
    assert.equal(digits(await text(page, '#text .drawer-figures dd .num')), said);

    const topic = await attribute(page, '#text .drawer .growth tbody th a', 'href');
    assert.ok(topic, 'a topic of the cell is a filter');
    await go(page, topic);                                             // its topic alone
    steps.push(await hashOf(page));
    assert.match(await hashOf(page), /tp=|sub=/);

    const cluster = await attribute(page, '#text .drawer .clusters b a', 'href');
    if (cluster) {                                                     // a published week has no texts to be alike
      const alike = digits(await text(page, '#text .drawer .clusters b a'));
      await go(page, cluster);
      steps.push(await hashOf(page));
      assert.equal(await count(page), alike, 'as many messages as the cluster says');
    } else {
      await go(page, await attribute(page, '#text .drawer .newest ~ *, #text .drawer section:last-of-type .more', 'href'));
      steps.push(await hashOf(page));
    }
    const rows = await count(page);
    assert.ok(rows > 0);
    const message = await attribute(page, '#text .message-table td.when a', 'href');
    await go(page, message);                                           // one message: its history
    steps.push(await hashOf(page));
    assert.match(await text(page, '#text .drawer .history'), /Поступило/);
    assert.equal(await count(page), rows, 'the list stays as it was');

    for (const step of steps.slice(0, -1).reverse()) {                 // Back, all the way
      await page.goBack();
      await settle(page);
      assert.equal(await hashOf(page), step);
    }
    await done(page);
  },
  'an empty result names its filter, and one click takes it off': async (world) => {
    const page = await open(world, '#/soobshcheniya?t=priobye&st=rejected&m=rated,fast_track');
    assert.equal(await count(page), 0);
    const remedy = await page.evaluate(() => { const link = document.querySelector('#header .remedies a'); return link && [link.getAttribute('href'), link.parentElement.querySelector('b').textContent]; });
    assert.ok(remedy, 'a filter is named');
    await page.locator('#header .remedies a').first().click();
    await settle(page);
    assert.equal(await count(page), digits(remedy[1]));
    await page.goBack();
    await settle(page);
    await page.locator('#header .nothing > .more').click();            // «Сбросить всё»
    await settle(page);
    assert.ok(await count(page) > 0);
    await done(page);
  },
  'the comparison is chosen in the header and stands in the link': async (world) => {
    const page = await open(world, '#/svodka');
    await page.locator('#header .against summary').click();
    await page.locator('#header .against a').nth(1).click();
    await settle(page);
    assert.match(await hashOf(page), /compare=year/);
    assert.match(await text(page, '#header .against summary'), /АППГ/);
    await page.keyboard.press('Backslash');
    await settle(page);
    assert.match(await hashOf(page), /compare=0/);
    await done(page);
  },
  'words for the texts find messages and never stand in the link by themselves': async (world) => {
    const page = await open(world, '#/soobshcheniya?p=all');
    const field = page.locator('#text-search');
    if (await field.count() > 0) {
      const all = await count(page);
      await field.fill('отопление нет');
      await page.waitForTimeout(400);
      await settle(page);
      const found = await count(page);
      assert.ok(found < all);
      assert.doesNotMatch(await hashOf(page), /q=/);
      assert.equal(await page.evaluate(() => document.activeElement.id), 'text-search', 'the reader goes on typing');
    }
    await done(page);
  },
  'i explains the number in the focus, in the text view and on the canvas': async (world) => {
    const page = await open(world, '#/svodka');
    await page.locator('#text dl .num').first().focus();
    const before = await page.screenshot();
    await page.keyboard.press('KeyI');
    await page.waitForTimeout(150);
    assert.notDeepEqual(await page.screenshot(), before, 'a panel lies over the canvas');
    await page.keyboard.press('Escape');
    await page.evaluate(() => document.activeElement.blur());
    await page.keyboard.press('KeyT');
    await settle(page);
    await page.locator('#text dl a.num').first().focus();
    await page.keyboard.press('KeyI');
    assert.match(await text(page, '#text details.why[open]'), /Как считается/);
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('#text details.why[open]').count(), 0);
    await done(page);
  },
  'the rating is of departments or territories, adjusted or raw, and its paper follows': async (world) => {
    const page = await open(world, '#/rejting');
    assert.equal(await attribute(page, '#text .toolbar [role=switch]', 'aria-checked'), 'true');
    await go(page, await attribute(page, '#text .toolbar .choices:nth-of-type(2) li:nth-child(2) a', 'href'));
    assert.match(await hashOf(page), /of=territories/);
    assert.match(await text(page, '#text .rating-table thead'), /Территория/);
    const [href, said] = await page.evaluate(() => { const a = document.querySelector('#text .rating-table tbody td.extra a'); return [a.getAttribute('href'), a.textContent]; });
    assert.equal(await page.evaluate(async (to) => (await window.problemator.go(to)).count, href), digits(said));
    await page.goBack();
    await settle(page);
    await go(page, await attribute(page, '#text .toolbar [role=switch]', 'href'));
    assert.match(await hashOf(page), /raw=1/);
    assert.equal(await attribute(page, '#text .toolbar [role=switch]', 'aria-checked'), 'false');
    await go(page, await attribute(page, '#text .toolbar .for-report', 'href'));
    assert.match(await hashOf(page), /otchyoty.*paper=rejting/);
    assert.match(await text(page, '#text .doc .rating-table thead'), /Территория/);
    await done(page);
  },
  'rows stay in their order when another week opens its own file': async (world) => {
    const page = await open(world, '#/teplo');
    const names = () => page.evaluate(() => [...document.querySelectorAll('#text table.heat tbody th')].map((th) => th.textContent));
    const before = await names();
    await page.keyboard.press('BracketLeft');
    await page.waitForFunction(() => /w=/.test(location.hash));
    await settle(page);
    await page.waitForTimeout(400);
    assert.match(await hashOf(page), /rows=/);
    const after = await names();
    assert.deepEqual(after.filter((name) => before.includes(name)), before.filter((name) => after.includes(name)));
    await done(page);
  },
  'on a phone the heat map is lists of bars with targets of a finger, and nothing is pushed aside': async (world) => {
    const page = await open(world, '#/teplo', { width: 390, height: 844 });
    assert.ok(!(await page.locator('#text .full table.heat').isVisible()));
    await page.locator('#text .matrix-lists summary').nth(1).click();
    const heights = await page.evaluate(() => [...document.querySelectorAll('#text .matrix-lists details[open] a.line, #text .matrix-lists summary')].map((a) => a.getBoundingClientRect().height));
    assert.ok(heights.length > 6 && Math.min(...heights) >= 44, `lowest target: ${Math.min(...heights)}`);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(overflow <= 0, `nothing sticks out: ${overflow}`);
    await page.locator('#text .matrix-lists details[open] a.line').first().click();
    await settle(page);
    assert.match(await hashOf(page), /cell=/);
    assert.ok(await page.locator('#text .drawer').isVisible());
    await page.goBack();
    await settle(page);
    assert.equal(await hashOf(page), '#/teplo');
    await done(page);
  },
  'the drawer of a cell can be copied and downloaded like any block': async (world) => {
    const page = await open(world, '#/teplo');
    await go(page, await attribute(page, '#text table.heat td.surge a', 'href'));
    const blocks = await page.evaluate(() => window.problemator.blocks ? window.problemator.blocks().map(({ id }) => id) : [...document.querySelectorAll('#text [data-block]')].map((e) => e.dataset.block));
    assert.ok(blocks.includes('drawer') && blocks.includes('matrix'), blocks.join());
    await done(page);
  },
};
