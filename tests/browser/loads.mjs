#!/usr/bin/env node
// loads.mjs SITE EMPTY [TIMES]: opens a site from a server, from disk, as the one-file page, and a program without data (EMPTY, see
// `problemator build --no-data`), each TIMES times in a profile of its own without a GPU. Prints a Markdown table: first paint, the
// moment from which the page answers (least and median), and the bytes that were fetched, plain and in gzip.
import { readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { launch, openPage, whenReady } from './lib/browser.mjs';
import { serve } from './lib/serve.mjs';

const [site, empty] = process.argv.slice(2, 4).map((folder) => resolve(folder));
const times = Number(process.argv[4] || 7);
const both = (list) => { const sorted = [...list].sort((a, b) => a - b); return `${Math.round(sorted[0])} / ${Math.round(sorted[sorted.length >> 1])}`; };

// Runs in the page: what it has seen, and the files that it was made of.
const look = () => ({
  paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
  ready: performance.now(),
  files: [location.href, ...[...document.scripts].map((script) => script.src).filter(Boolean)],
});

const fileOf = (folder, url) => {
  if (url.startsWith('file:')) return fileURLToPath(url.replace(/[?#].*/, ''));
  const path = decodeURIComponent(new URL(url).pathname);
  return join(folder, path.endsWith('/') ? 'index.html' : path);
};

const sizes = (folder, files) => {
  const paths = [...new Set(files.filter((url) => /^(file|http):/.test(url)).map((url) => fileOf(folder, url)))];
  const plain = paths.reduce((sum, path) => sum + statSync(path).size, 0), packed = paths.reduce((sum, path) => sum + gzipSync(readFileSync(path)).length, 0);
  return `${Math.round(plain / 1024)} / ${Math.round(packed / 1024)} (${paths.map((path) => basename(path)).join(', ')})`;
};

const measure = async (browser, name, folder, url) => {
  const seen = [];
  for (let i = 0; i < times; ++i) {
    const page = await openPage(browser, url);
    await whenReady(page, 120000);
    seen.push(await page.evaluate(look));
    await page.context().close();
  }
  return `| ${name} | ${both(seen.map((one) => one.paint))} | ${both(seen.map((one) => one.ready))} | ${sizes(folder, seen[0].files)} |`;
};

const browser = await launch({ gl: false });
const server = await serve(site);
try {
  const lines = ['| opened | first paint, ms, least / median | ready, ms, least / median | KB fetched, plain / gzip |', '|---|---:|---:|---|'];
  lines.push(await measure(browser, 'from a server', site, server.url));
  lines.push(await measure(browser, 'from disk', site, pathToFileURL(join(site, 'index.html')).href));
  lines.push(await measure(browser, 'one-file page, from disk', site, pathToFileURL(join(site, 'dashboard.html')).href));
  lines.push(await measure(browser, 'program without data, from disk', empty, pathToFileURL(join(empty, 'index.html')).href));
  console.log(lines.join('\n'));
} finally {
  server.close();
  await browser.close();
}
