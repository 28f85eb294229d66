#!/usr/bin/env node
// bench.mjs SITE [STEPS]: opens a built site from disk without a GPU and prints, as JSON, how long its page takes:
// first paint, ready, heap, and steps through filters on three screens (rebuild of the page, frame), median and worst.
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch, openPage, whenReady } from './lib/browser.mjs';

const [site, wanted] = process.argv.slice(2);
const steps = Number(wanted || 20);
const round = (ms) => Math.round(ms * 10) / 10;
const middle = (list) => { const sorted = [...list].sort((a, b) => a - b); return { median: round(sorted[sorted.length >> 1]), worst: round(sorted[sorted.length - 1]) }; };

// Runs in the page, once: notes how long every animation frame and every timer of the page works.
const watch = () => {
  const spent = window.benchSpent = { frames: [], timers: [] };
  const timed = (run, list) => (...words) => { const before = performance.now(); run(...words); list.push(performance.now() - before); };
  const { requestAnimationFrame: frame, setTimeout: timer } = window;
  window.requestAnimationFrame = (run) => frame(timed(run, spent.frames));
  window.setTimeout = (run, after, ...words) => timer(timed(run, spent.timers), after, ...words);
};

// Runs in the page: goes to every link. `step` is the work from the click to the painted canvas: address and header, then the
// slowest frame, which builds the page anew; `frame` is a frame that finds the page built; `text` is the text view, later.
const walk = async (links) => {
  const times = { step: [], rebuild: [], frame: [], text: [] };
  const pause = (ms) => new Promise((done) => setTimeout(done, ms));
  for (const link of links) {
    const spent = window.benchSpent;
    spent.frames.length = spent.timers.length = 0;
    const before = performance.now();
    await window.problemator.go(link);
    const gone = performance.now() - before;
    await pause(400);
    const slowest = Math.max(...spent.frames);
    times.step.push(gone + slowest);
    times.rebuild.push(slowest);
    times.frame.push(Math.min(...spent.frames.filter((ms) => ms > 0.2)));
    times.text.push(Math.max(...spent.timers));
  }
  return times;
};

// Different filters each time: nothing can be answered from a cache.
const linksOf = (screen, ids) => Array.from({ length: steps }, (_, i) => {
  const pick = (list, by) => list[(i * by) % list.length].id;
  const filters = [`t=${pick(ids.territory, 1)}`, `b=${pick(ids.block, 1)}`, `t=${pick(ids.territory, 3)}&b=${pick(ids.block, 5)}`, `d=${pick(ids.department, 1)}`];
  return `#/${screen}?${filters[i % filters.length]}`;
});

const browser = await launch({ gl: false });
try {
  const opened = [];
  let page;
  for (let i = 0; i < 3; ++i) {
    if (page) await page.context().close();
    page = await openPage(browser, pathToFileURL(join(resolve(site), 'index.html')).href);
    await whenReady(page, 120000);
    opened.push(await page.evaluate(() => ({
      paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
      ready: performance.now(),
    })));
  }
  const rows = await page.evaluate(() => window.problemator.describe().rows);
  const answer = { rows, first_paint_ms: middle(opened.map((o) => o.paint)), ready_ms: middle(opened.map((o) => o.ready)) };
  await page.evaluate(watch);
  const ids = await page.evaluate(() => window.problemator.describe().dimensions);
  const summary = (times) => Object.fromEntries(Object.entries(times).map(([name, list]) => [name + '_ms', middle(list)]));
  for (const screen of ['svodka', 'teplo', 'soobshcheniya']) answer[screen] = summary(await page.evaluate(walk, linksOf(screen, ids)));
  const whole = linksOf('soobshcheniya', ids).map((link) => link + '&p=all');
  answer.soobshcheniya_whole_period = summary(await page.evaluate(walk, whole));
  answer.heap_mb = round((await page.evaluate(() => window.problemator.stats())).heap_bytes / 1048576);
  answer.renderer = await page.evaluate(() => window.problemator.stats().renderer);
  answer.troubles = page.troubles;
  console.log(JSON.stringify(answer, null, 1));
} finally {
  await browser.close();
}
