#!/usr/bin/env node
// count.mjs SITE AXIS: opens a built site from disk in Chromium and prints the groups that its page counts, as JSON.
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch, openPage, whenReady } from './lib/browser.mjs';

const [site, axis] = process.argv.slice(2);
const browser = await launch({ gl: false });
try {
  const page = await openPage(browser, pathToFileURL(join(resolve(site), 'index.html')).href);
  await whenReady(page);
  const answer = await page.evaluate((by) => window.problemator.group({ by }), axis);
  console.log(JSON.stringify({ troubles: page.troubles, groups: answer.groups, title: await page.title() }));
} finally {
  await browser.close();
}
