// A site for insiders: nothing readable without the key, texts with it, and nothing left after a reload.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch, settle, whenReady } from './lib/browser.mjs';
import { serve } from './lib/serve.mjs';
import { done, visit } from './lib/visit.mjs';

const key = 'ключ для проверки', secret = 'Фонарь у дома не горит вторую неделю';

const exported = async (samples) => {
  const [head] = (await readFile(join(samples, 'im_2026.csv'), 'utf8')).replace(/^\uFEFF/, '').split('\r\n');
  const names = head.split(';');
  const values = { ID: '9900001', 'Дата создания': '10.11.2026 10:00', 'Тема': 'Уличное освещение', 'Текст инцидента': secret, 'Текущий шаг инцидента': 'Готово', 'Дата окончания': '11.11.2026 12:00' };
  return [head, names.map((name) => values[name] || '').join(';'), ''].join('\r\n');
};

const filesOf = async (folder) => (await readdir(folder, { withFileTypes: true, recursive: true })).filter((entry) => entry.isFile()).map((entry) => join(entry.path || entry.parentPath, entry.name));

export const before = async ({ cli, samples }) => {
  const folder = await mkdtemp(join(tmpdir(), 'problemator-unlock-'));
  const [source, keyFile, otherFile, site] = ['im.csv', 'key.txt', 'other.txt', 'site'].map((name) => join(folder, name));
  await writeFile(source, await exported(samples));
  await writeFile(keyFile, key + '\r\n');
  await writeFile(otherFile, 'another key altogether\n');
  execFileSync(cli, ['build', '--input', source, '--as-of', '2026-11-16', '--out', site, '--single-file', '--internal', '--key-file', keyFile]);
  return { folder, internal: site, keyFile, otherFile, browser: await launch({ gl: false }), server: await serve(site) };
};
export const after = async ({ browser, server, folder }) => { await browser.close(); server.close(); await rm(folder, { recursive: true }); };

const open = ({ browser }, url) => visit(browser, url);
const openCard = async (page) => {
  await page.evaluate(() => window.problemator.go('#/soobshcheniya'));
  await settle(page);
  await page.evaluate(() => window.problemator.go(document.querySelector('#text a[href*="id="]').getAttribute('href')));
  await settle(page);
};
const bar = (page) => page.locator('#seal-bar');
const ask = (page) => page.getByRole('button', { name: 'Показать тексты (нужен ключ)' }).click();

const unlocksWith = async (world, url) => {
  const page = await open(world, url);
  await ask(page);
  await page.locator('#unlock-key').fill(key);
  await page.keyboard.press('Enter');
  await page.waitForSelector('#seal-bar.open', { timeout: 60000 });
  await settle(page);
  assert.match(await bar(page).innerText(), /тексты видны/);
  assert.equal(await page.locator('#unlock').count(), 0);
  await openCard(page);
  assert.ok((await page.evaluate(() => document.querySelector('#text').textContent)).includes(secret), 'the card shows the text');
  await done(page);
};

export const tests = {
  'no file of an internal site holds a text, and check --privacy calls it clean': async ({ internal, cli }) => {
    for (const file of await filesOf(internal)) assert.ok(!(await readFile(file)).includes(Buffer.from(secret)), file);
    assert.match(execFileSync(cli, ['check', '--privacy', internal], { encoding: 'utf8' }), /не найдено/);
  },
  'a wrong key is told, the right one shows the text, a reload forgets it': async (world) => {
    const page = await open(world, world.server.url);
    assert.match(await bar(page).innerText(), /закрыты ключом/);
    await openCard(page);
    assert.ok(!(await page.content()).includes(secret));
    await ask(page);
    assert.equal(await page.evaluate(() => document.activeElement.id), 'unlock-key');
    await page.locator('#unlock-key').fill('не тот ключ совсем');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#unlock-told.trouble', { timeout: 60000 });
    assert.match(await page.locator('#unlock-told').innerText(), /Ключ не подходит/);
    assert.equal(await page.evaluate(() => document.activeElement.id), 'unlock-key');
    await page.locator('#unlock-key').fill(key);
    await page.keyboard.press('Enter');
    await page.waitForSelector('#seal-bar.open', { timeout: 60000 });
    await openCard(page);
    assert.ok((await page.content()).includes(secret));
    assert.equal(await page.evaluate((words) => JSON.stringify({ ...localStorage, ...sessionStorage }).includes(words), key), false);
    await page.reload();
    await whenReady(page);
    await settle(page);
    assert.match(await bar(page).innerText(), /закрыты ключом/);
    assert.ok(!(await page.content()).includes(secret));
    await done(page);
  },
  'the key from a file opens it too, and the texts can be hidden again': async (world) => {
    const page = await open(world, world.server.url);
    await ask(page);
    await page.locator('#unlock input[type=file]').setInputFiles(world.otherFile);
    await page.waitForSelector('#unlock-told.trouble', { timeout: 60000 });
    await page.locator('#unlock input[type=file]').setInputFiles(world.keyFile);
    await page.waitForSelector('#seal-bar.open', { timeout: 60000 });
    await page.getByRole('button', { name: 'Скрыть тексты' }).click();
    await page.waitForSelector('#seal-bar.locked');
    await openCard(page);
    assert.ok(!(await page.content()).includes(secret));
    await done(page);
  },
  'Escape leaves the dialog and the focus returns': async (world) => {
    const page = await open(world, world.server.url);
    await ask(page);
    await page.keyboard.press('Escape');
    await page.waitForSelector('#unlock', { state: 'detached' });
    assert.match(await page.evaluate(() => document.activeElement.textContent), /Показать тексты/);
    await done(page);
  },
  'from file://': (world) => unlocksWith(world, pathToFileURL(join(world.internal, 'index.html')).href),
  'as one file from file://': (world) => unlocksWith(world, pathToFileURL(join(world.internal, 'dashboard.html')).href),
  'a damaged twin is told apart from a wrong key': async (world) => {
    const page = await open(world, world.server.url);
    await page.route('**/data/2026-W46.seal.js', async (route) => {
      const body = await readFile(join(world.internal, 'data/2026-W46.seal.js'), 'utf8');
      await route.fulfill({ contentType: 'text/javascript', body: body.slice(0, -60) + (body.at(-60) === 'A' ? 'B' : 'A') + body.slice(-59) });
    });
    await ask(page);
    await page.locator('#unlock-key').fill(key);
    await page.keyboard.press('Enter');
    await page.waitForSelector('#unlock-told.trouble', { timeout: 60000 });
    assert.match(await page.locator('#unlock-told').innerText(), /повреждён/);
    await done(page);
  },
  'a site for everybody says nothing of keys': async (world) => {
    const server = await serve(world.site);
    const page = await open(world, server.url);
    assert.equal(await bar(page).count(), 0);
    await done(page);
    server.close();
  },
};
