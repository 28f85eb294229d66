// Whatever fails to load is told in the reader's language with what to do, and never in the words of the browser.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { join } from 'node:path';
import { onServer, visitSite } from './lib/visit.mjs';

export const { before, after } = onServer();

const kWeek = 'data/2026-W46.js';
const scripted = (body) => (route) => route.fulfill({ contentType: 'text/javascript', body });
const absent = (route) => route.fulfill({ status: 404, body: 'not found' });
const cutOff = (route) => route.abort('internetdisconnected');
const halved = (file) => async (route, { site }) => { const text = await readFile(join(site, file), 'utf8'); return scripted(text.slice(0, text.length / 2))(route); };

// The week with some bytes of its snapshot changed.
const changed = (change) => async (route, { site }) => {
  const [, week, pack] = /problematorData\("([^"]*)","([^"]*)"\)/.exec(await readFile(join(site, kWeek), 'utf8'));
  const bytes = gunzipSync(Buffer.from(pack, 'base64'));
  change(bytes);
  return scripted(`problematorData("${week}","${gzipSync(bytes).toString('base64')}");`)(route);
};
const kVersionAt = 8;   // after the eight bytes of the magic: docs/formats.md

// Words of engines: «Failed to fetch», «TypeError», «undefined». Names of files and keys are what the reader looks for.
const assertReadersWords = (words, told) => {
  assert.match(words, told);
  assert.match(words, /обновите|проверьте|загрузите/, 'what to do');
  const rest = words.replaceAll(/[\w/.-]+\.js|Ctrl\+F5/g, '');
  assert.doesNotMatch(rest, /[A-Za-z]{3,}/, words);
};

const failures = [
  { name: 'packed bytes that are no gzip', file: kWeek, spoil: scripted('problematorData("2026-W46","H4sIAAAAAAAAA0tMSk4BAMJBJDUEAAAA");'), told: /2026-W46\.js повреждён/ },
  { name: 'packed text that is no base64', file: kWeek, spoil: scripted('problematorData("2026-W46","###");'), told: /2026-W46\.js повреждён/ },
  { name: 'half of the data file', file: kWeek, spoil: halved(kWeek), told: /2026-W46\.js повреждён/ },
  { name: 'one byte changed in the snapshot', file: kWeek, spoil: changed((bytes) => { bytes[bytes.length >> 1] ^= 1; }), told: /2026-W46\.js повреждён/ },
  { name: 'a snapshot of a newer version', file: kWeek, spoil: changed((bytes) => { bytes[kVersionAt] = 99; }), told: /более новой версией/ },
  { name: 'no data file', file: kWeek, spoil: absent, told: /2026-W46\.js нет на месте/ },
  { name: 'no connection', file: kWeek, spoil: cutOff, told: /Нет связи с сайтом/ },
  { name: 'no list of weeks', file: 'data/manifest.js', spoil: absent, told: /manifest\.js нет на месте/ },
  { name: 'half of the list of weeks', file: 'data/manifest.js', spoil: halved('data/manifest.js'), told: /manifest\.js повреждён/ },
];

const openSpoiled = async (world, { file, spoil }, hash = '') => {
  const page = await world.browser.newPage();
  await page.route('**/' + file, (route) => spoil(route, world));
  await page.goto(world.server.url + hash);
  await page.waitForSelector('#notice:not([hidden])');
  return page;
};

const reportOf = ({ name, ...failure }) => [`${name}: the static report stays and says so`, async (world) => {
  const page = await openSpoiled(world, failure);
  const words = await page.locator('#notice').innerText();
  assert.match(words, /^Показан неподвижный отчёт\. /);
  assertReadersWords(words, failure.told);
  assert.ok(await page.locator('#text h1').isVisible());
  assert.equal(await page.locator('#progress').isVisible(), false);
  await page.close();
}];

const importOf = ({ name, spoil, told }) => [`${name}: the panel of the import says so`, async (world) => {
  const page = await visitSite(world);
  await page.route('**/import.js', (route) => spoil(route, world));
  await page.evaluate(() => { window.problemator.importFiles([{ name: 'a.csv', file: new Blob(['id;topic\n1;a\n']) }]); });
  await page.waitForSelector('#import:not([data-busy]) .trouble');
  assertReadersWords(await page.locator('#import .trouble').innerText(), told);
  assert.equal(await page.evaluate(() => window.problemator.state().screen), 'svodka');
  await page.context().close();
}];

export const tests = {
  ...Object.fromEntries(failures.map(reportOf)),
  ...Object.fromEntries([
    { name: 'no import module', spoil: absent, told: /import\.js нет на месте/ },
    { name: 'half of the import module', spoil: halved('import.js'), told: /import\.js повреждён/ },
    { name: 'an import module that does not unpack', spoil: scripted('problematorImport({"wasm":"H4sIAAAA","glue":"","worker":' + JSON.stringify('onmessage=({data})=>postMessage({job:data.job,trouble:"Failed to fetch"})') + '});'), told: /import\.js повреждён/ },
    { name: 'no connection for the import module', spoil: cutOff, told: /Нет связи с сайтом/ },
  ].map(importOf)),
  'the English page tells it in English': async (world) => {
    const page = await openSpoiled(world, failures[0], '#/svodka?lang=en');
    assert.match(await page.locator('#notice').innerText(), /^The static report is shown\. The file data\/2026-W46\.js is damaged: reload the page/);
    await page.close();
  },
  'another week that is not there leaves the open one in place': async (world) => {
    const page = await visitSite(world, '#/rejting');
    const before = await page.evaluate(() => window.problemator.describe().as_of);
    const older = await page.evaluate(() => document.querySelector('#header .weeks a[href*="w="]')?.getAttribute('href'));
    await page.route('**/data/20*.js', absent);
    const week = /w=(\d{4}-W\d\d)/.exec(older)[1];
    await page.evaluate((to) => { location.hash = '#/rejting?w=' + to; }, week);
    await page.waitForSelector('#notice:not([hidden])');
    assertReadersWords(await page.locator('#notice').innerText(), new RegExp(`${week}\\.js нет на месте`));
    assert.equal(await page.evaluate(() => window.problemator.describe().as_of), before);
    await page.context().close();
  },
  'a dropped file that is no snapshot is told by its name': async (world) => {
    const page = await visitSite(world);
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.items.add(new File(['not a snapshot'], 'чужой.pmsnap'));
      window.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    });
    await page.waitForSelector('#notice:not([hidden])');
    assert.match(await page.locator('#notice').innerText(), /чужой\.pmsnap.*не снимок Проблематора.*выберите файл/);
    await page.context().close();
  },
};
