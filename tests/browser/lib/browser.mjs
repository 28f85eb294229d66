// Chromium with an empty profile of its own, and pages that remember what went wrong in them.
import { chromium } from 'playwright-core';
import { existsSync } from 'node:fs';

const flags = ['--headless=new', '--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];
const withoutGl = ['--disable-gpu', '--disable-software-rasterizer', '--disable-3d-apis'];
const softwareGl = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist'];

export const findChromium = () => {
  const candidates = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  return candidates.find((path) => path && existsSync(path));
};

export const launch = ({ gl = true } = {}) => chromium.launch({
  executablePath: findChromium(),
  ignoreDefaultArgs: ['--headless'],
  args: [...flags, ...(gl ? softwareGl : withoutGl)],
});

// A page with its troubles collected: console errors, exceptions, failed requests, requests to another origin.
export const openPage = async (browser, url, { width = 1440, height = 900, dark = false, javaScript = true, ratio = 1, offline = false } = {}) => {
  const context = await browser.newContext({
    viewport: { width, height }, deviceScaleFactor: ratio, colorScheme: dark ? 'dark' : 'light', javaScriptEnabled: javaScript, locale: 'ru-RU', timezoneId: 'Asia/Yekaterinburg',
  });
  if (offline) await context.setOffline(true);
  const page = await context.newPage();
  page.troubles = [];
  const home = new URL(url);
  page.on('console', (message) => { if (message.type() === 'error') page.troubles.push('console: ' + message.text()); });
  page.on('pageerror', (error) => page.troubles.push('exception: ' + error.message));
  page.on('requestfailed', (request) => page.troubles.push('failed request: ' + request.url().slice(0, 200)));
  page.on('request', (request) => {
    const to = new URL(request.url());
    const isOwn = ['data:', 'blob:'].includes(to.protocol) || (to.protocol === home.protocol && to.host === home.host);
    if (!isOwn) page.troubles.push('foreign request: ' + request.url().slice(0, 200));
  });
  await page.goto(url, { waitUntil: 'load' });
  return page;
};

export const whenReady = (page, timeout = 30000) => page.waitForFunction(() => document.documentElement.classList.contains('ready'), null, { timeout });

// The page is counted; two frames later everything that was asked for is drawn, and the twin (begun after 150 ms) is whole.
const isCounted = () => !document.documentElement.classList.contains('ready') || !(window.problemator.stats().done < 1);
export const settle = async (page) => {
  await page.waitForFunction(isCounted, null, { timeout: 60000 });
  await page.waitForTimeout(250);
  await page.waitForFunction(() => !document.querySelector('#text[aria-busy=true]'), null, { timeout: 60000 });
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
};
