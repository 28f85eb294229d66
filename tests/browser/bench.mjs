#!/usr/bin/env node
// bench.mjs SITE [STEPS [SCREEN,…]]: opens a built site from disk and prints, as JSON, how long its page takes: first paint, ready, heap, and
// steps through filters on every screen (rebuild of the page, frame), drawn by the processor and by WebGL, median and worst.
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch, openPage, whenReady } from './lib/browser.mjs';

const [site, wanted, only] = process.argv.slice(2);
const steps = Number(wanted || 20);
const round = (ms) => Math.round(ms * 10) / 10;
const middle = (list) => { if (!list.length) return null; const sorted = [...list].sort((a, b) => a - b); return { least: round(sorted[0]), median: round(sorted[sorted.length >> 1]), worst: round(sorted[sorted.length - 1]) }; };

// Runs in the page before its own scripts: notes how long every animation frame, timer and message (a page is counted in those) works, and
// when the answer is there: on the canvas with a frame, in a document with the work that wrote its text.
const watch = () => {
  const spent = window.benchSpent = { tasks: [], readyAt: 0, upAt: 0, before: null, text: null };
  spent.isWritten = () => document.documentElement.dataset.view === 'text' && document.querySelector('#text').problematorHtml !== spent.text;
  const isAnswered = (kind) => window.problemator && window.problemator.stats && window.problemator.stats().ready && location.hash !== spent.before && (kind === 'frame' || spent.isWritten());
  const timed = (run, kind) => (...words) => {
    const from = performance.now();
    run(...words);
    spent.tasks.push({ kind, from, ms: performance.now() - from });
    if (document.documentElement.classList.contains('ready') && !spent.readyAt && isAnswered(kind)) spent.readyAt = performance.now();
  };
  const { set } = Object.getOwnPropertyDescriptor(MessagePort.prototype, 'onmessage');
  Object.defineProperty(MessagePort.prototype, 'onmessage', { set(run) { set.call(this, timed(run, 'piece')); } });
  const watchFrom = (kind, framesOfIt, asksFor) => window.addEventListener(kind, ({ timeStamp }) => {
    const { frames } = window.problemator.stats(), { hash } = location, after = new MessageChannel();
    Object.assign(spent, { upAt: timeStamp, readyAt: 0, before: hash, text: document.querySelector('#text').problematorHtml });
    const isShown = () => window.problemator.stats().frames > frames + framesOfIt || spent.isWritten();
    after.port1.onmessage = () => {
      if (isAnswered('frame') && isShown()) spent.readyAt ||= performance.now();
      else if (performance.now() < timeStamp + asksFor) after.port2.postMessage(0);
    };
    after.port2.postMessage(0);
  }, true);
  watchFrom('mouseup', 1, 0);       // a page at hand is drawn in the event itself
  watchFrom('keydown', 0, 1000);    // in the step of the history that the key makes
  const { requestAnimationFrame: frame, setTimeout: timer } = window;
  window.requestAnimationFrame = (run) => frame(timed(run, 'frame'));
  window.setTimeout = (run, after, ...words) => timer(timed(run, 'timer'), after, ...words);
};

// Runs in the page: goes to every link. `whole`: from the click to the canvas that shows the answer, waiting for the screen's next frame
// included; `go`: what the click itself does; `longest`: of all that works until the answer, click, piece of counting or frame; `frame`: one
// that finds the page built; `after`: what works longest after the answer, header or text.
const walk = async (links) => {
  const times = { whole: [], go: [], longest: [], frame: [], after: [] };
  const pause = (ms) => new Promise((done) => setTimeout(done, ms));
  for (const link of links) {
    const spent = window.benchSpent;
    spent.tasks.length = spent.readyAt = 0;
    spent.text = document.querySelector('#text').problematorHtml;
    const before = performance.now();
    await window.problemator.go(link);
    const gone = performance.now() - before;
    if (spent.isWritten()) spent.readyAt ||= before + gone;   // a document at hand is written with the address
    await pause(400);
    for (let i = 0; i < 200 && !spent.readyAt; ++i) await pause(50);
    times.whole.push(spent.readyAt - before);
    times.go.push(gone);
    const ms = (test) => spent.tasks.filter(test).map((task) => task.ms);
    times.longest.push(Math.max(gone, ...ms((task) => task.from < spent.readyAt)));
    times.frame.push(Math.min(...ms((task) => task.kind === 'frame' && task.ms > 0.2)));
    times.after.push(Math.max(...ms((task) => task.from >= spent.readyAt)));
  }
  return times;
};

// Different filters each time: nothing can be answered from a cache.
const linksOf = (screen, ids) => Array.from({ length: steps }, (_, i) => {
  const pick = (list, by) => list[(i * by) % list.length].id;
  const filters = [`t=${pick(ids.territory, 1)}`, `b=${pick(ids.block, 1)}`, `t=${pick(ids.territory, 3)}&b=${pick(ids.block, 5)}`, `d=${pick(ids.department, 1)}`];
  return `#/${screen}?${filters[i % filters.length]}`;
});

const isScreen = (link) => /^#\/[a-z-]+/.test(link);
const summary = (times) => Object.fromEntries(Object.entries(times).map(([name, list]) => [name + '_ms', middle(list)]));
const home = pathToFileURL(join(resolve(site), 'index.html')).href;

// Opens the site three times; the last page stays.
const openings = async (browser) => {
  const opened = [];
  let page;
  for (let i = 0; i < 3; ++i) {
    if (page) await page.context().close();
    page = await openPage(browser, home);
    await whenReady(page, 120000);
    opened.push(await page.evaluate(() => ({ paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN, ready: performance.now() })));
  }
  return { page, first_paint_ms: middle(opened.map((o) => o.paint)), ready_ms: middle(opened.map((o) => o.ready)) };
};

// Places on the canvas, no two of which lead to the same page: what a click there opens is counted while the pointer looks for them, so
// that nothing is said of a page that comes twice.
const marksOf = async (page) => {
  const found = new Map(), box = await page.locator('#canvas').boundingBox();
  for (let i = 1; i < 150 && found.size < steps; ++i) {
    const at = [box.x + 20 + (i * 0.61803 % 1) * (box.width - 40), box.y + 20 + (i * 0.41421 % 1) * (box.height - 40)];
    await page.mouse.move(...at);
    await page.waitForTimeout(45);
    const { aimed } = await page.evaluate(() => window.problemator.stats());
    if (aimed && !found.has(aimed)) found.set(aimed, at);
  }
  return [...found.values()];
};

// A mark is clicked as people do it: the pointer comes, rests, presses and lets go. `whole`: from letting go to the canvas with the answer.
const clickMarks = async (page, screen) => {
  const restsMs = 250, holdsMs = 80, times = { whole: [] };
  const goHome = async () => { await page.evaluate((hash) => window.problemator.go(hash), `#/${screen}`); await page.waitForTimeout(500); };
  await goHome();
  for (const at of await marksOf(page)) {
    await goHome();
    await page.mouse.move(2, 2);
    await page.waitForTimeout(100);
    await page.mouse.move(...at);
    await page.waitForTimeout(restsMs);
    await page.mouse.down();
    await page.waitForTimeout(holdsMs);
    await page.mouse.up();
    await page.waitForTimeout(400);
    const { upAt, readyAt } = await page.evaluate(() => ({ upAt: window.benchSpent.upAt, readyAt: window.benchSpent.readyAt }));
    if (readyAt) times.whole.push(readyAt - upAt);         // else the mark opens a menu
  }
  await page.evaluate(() => { window.benchSpent.before = null; });
  return times;
};

// Keys after a page was looked at for a second: back by weeks, and to the screen from the one before it. `whole`: from the key to the answer.
const pressKeys = async (page, screens) => {
  const looksMs = 1000, press = async (key, times) => {
    await page.waitForTimeout(looksMs);
    await page.keyboard.press(key);
    await page.waitForTimeout(400);
    times.push(await page.evaluate(() => window.benchSpent.readyAt - window.benchSpent.upAt));
  };
  const keyed = {};
  await page.mouse.move(2, 2);
  for (const screen of screens) {
    const tab = [], week = [];
    await page.evaluate((hash) => window.problemator.go(hash), '#/' + screens.at(screens.indexOf(screen) - 1));
    await press(`Digit${screens.indexOf(screen) + 1}`, tab);
    for (let i = 0; i < steps; ++i) await press('BracketLeft', week);
    keyed[screen] = { ...summary({ tab }), ...summary({ week }) };
  }
  await page.evaluate(() => { window.benchSpent.before = null; });
  return keyed;
};

// Every screen of the header, and the whole period of the messages.
const walkScreens = async (page) => {
  await page.context().addInitScript(watch);
  await page.reload();
  await whenReady(page, 120000);
  const ids = await page.evaluate(() => window.problemator.describe().dimensions);
  const tabs = await page.evaluate(() => [...document.querySelectorAll('#header .tabs > ul > li > a')].map((a) => a.getAttribute('href')));
  const all = tabs.filter(isScreen).map((href) => /^#\/([a-z-]+)/.exec(href)[1]), screens = only ? only.split(',') : all;
  const out = {};
  for (const screen of screens) out[screen] = summary(await page.evaluate(walk, linksOf(screen, ids)));
  out.karta = summary(await page.evaluate(walk, linksOf('teplo', ids).map((link) => link + '&view=map')));
  out.soobshcheniya_whole_period = summary(await page.evaluate(walk, linksOf('soobshcheniya', ids).map((link) => link + '&p=all')));
  const clicked = {};
  for (const screen of [...screens.filter((name) => name !== 'otchyoty'), 'teplo?view=map']) clicked[screen] = summary(await clickMarks(page, screen));
  return { walked: out, clicked, keyed: only ? {} : await pressKeys(page, all) };
};

const stats = (page) => page.evaluate(() => window.problemator.stats());

const withoutGpu = await launch({ gl: false });
const withGl = await launch({ gl: true });   // WebGL of this machine: on one without a GPU its pixels are made by the processor, in another process
try {
  const { page, ...answer } = await openings(withoutGpu);
  answer.rows = await page.evaluate(() => window.problemator.describe().rows);
  answer.cpu = await walkScreens(page);
  answer.heap_mb = round((await stats(page)).heap_bytes / 1048576);
  answer.renderer = (await stats(page)).renderer;
  const other = await openPage(withGl, home + '?r=gl');
  await whenReady(other, 120000);
  answer.gl = (await stats(other)).renderer === 'gl' ? await walkScreens(other) : null;
  answer.troubles = [...page.troubles, ...other.troubles];
  console.log(JSON.stringify(answer, null, 1));
} finally {
  await withoutGpu.close();
  await withGl.close();
}
