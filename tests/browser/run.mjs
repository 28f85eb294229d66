#!/usr/bin/env node
// run.mjs [--site FOLDER] [--app FOLDER] [--only WORD] [--results FILE] [--lanes N]: every *.test.mjs against the built site.
// A test is a sentence and a function; it passes when the function returns.
import { readdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { findChromium } from './lib/browser.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const option = (name, fallback) => { const at = process.argv.indexOf('--' + name); return at > 0 ? process.argv[at + 1] : fallback; };
const root = resolve(here, '../..');
const world = {
  root,
  site: resolve(option('site', join(root, 'build/site'))),
  app: option('app', '') && resolve(option('app', '')),   // of sites that tests build themselves; empty: the one that the command line finds
  cli: resolve(option('cli', join(root, 'build/release/core/cli/problemator'))),
  samples: resolve(option('samples', join(root, 'build/samples/oktyabrskoe'))),
  pictures: resolve(option('pictures', join(root, 'build/results/pictures'))),
};

if (!findChromium()) {
  console.error('No Chromium found: install it or set CHROMIUM=/path/to/it');
  process.exit(1);
}

const results = [];
const longestTest = 180000;   // ms; what hangs fails and lets the others run
const inTime = (run) => {
  let timer;
  const limit = new Promise((_, fail) => { timer = setTimeout(() => fail(new Error(`not done after ${longestTest / 1000} s`)), longestTest); });
  return Promise.race([run, limit]).finally(() => clearTimeout(timer));
};
const runTest = async (file, name, run, tools) => {
  const started = Date.now();
  try {
    await inTime(run(tools));
    results.push({ name: `${file.replace('.test.mjs', '')}: ${name}`, ok: true });
    console.log(`ok   ${name} (${Date.now() - started} ms)`);
  } catch (error) {
    results.push({ name: `${file.replace('.test.mjs', '')}: ${name}`, ok: false, why: String(error.message || error).split('\n').slice(0, 6).join(' | ') });
    console.log(`FAIL ${name}\n${error.stack || error}`);
  }
};

const runSuite = async (file) => {
  const suite = await import(pathToFileURL(join(here, file)));
  const wanted = Object.entries(suite.tests).filter(([name]) => name.includes(option('only', '')));
  if (!wanted.length) return;
  const shared = suite.before ? await suite.before(world) : {};
  for (const [name, run] of wanted) await runTest(file, name, run, { ...world, ...shared });
  if (suite.after) await suite.after(shared);
};

// Suites know nothing of each other: two at a time, each with browsers of its own.
const waiting = (await readdir(here)).filter((name) => name.endsWith('.test.mjs')).sort();
const lane = async () => { while (waiting.length) await runSuite(waiting.shift()); };
await Promise.all(Array.from({ length: Number(option('lanes', '2')) }, lane));

const failed = results.filter((r) => !r.ok).length;
if (option('results', '')) await writeFile(option('results', ''), JSON.stringify(results, null, 1));
console.log(`${results.length - failed} passed, ${failed} failed`);
process.exit(failed || !results.length ? 1 : 0);
