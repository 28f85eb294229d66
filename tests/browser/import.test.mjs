// Loading exports in the browser, as the secretary does it: drop, read what became of every file, see the numbers change, keep the result.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch, settle } from './lib/browser.mjs';
import { lockedXlsx, pageXlsOf, xlsxOf, zipOf } from './lib/files.mjs';
import { serve, strictCsp } from './lib/serve.mjs';
import { done, visit } from './lib/visit.mjs';

const kHead = 'id;channel;received;topic;status\n';
const kTwo = kHead + 'new-1;ПОС;12.11.2026;Уборка снега;in_work\nnew-2;ПОС;13.11.2026;Освещение;answered\n';
const kForeign = 'Ticket;Opened on;Subject;Body\nT-1;05.11.2026;Дороги;Яма на дороге\nT-2;06.11.2026;Свет;Не горит фонарь\n';
const kJson = JSON.stringify([{ service_request_id: '77-1', status: 'open', service_name: 'Pothole', service_code: '1', description: 'Яма', requested_datetime: '2026-11-12T10:00:00+05:00' }]);

export const before = async ({ site }) => ({ browser: await launch({ gl: false }), server: await serve(site, { csp: strictCsp }), folder: mkdtempSync(join(tmpdir(), 'import-')) });
export const after = async ({ browser, server, folder }) => { await browser.close(); server.close(); rmSync(folder, { recursive: true }); };

const open = ({ browser, server }, options = {}) => visit(browser, options.url || server.url, options);

const put = (folder, name, content) => { const path = join(folder, name); writeFileSync(path, content); return path; };
// A drag of files from outside the browser, as the system does it: folders come as folders.
const drop = async (page, ...files) => {
  const devtools = await page.context().newCDPSession(page);
  const data = { items: [], files, dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop']) await devtools.send('Input.dispatchDragEvent', { type, x: 500, y: 400, data });
};
const result = async (page) => {
  await page.waitForFunction(() => document.querySelector('#import:not([hidden]):not([data-busy]) .actions'), null, { timeout: 60000 });
  await settle(page);
  return page.locator('#import').innerText();
};
const loaded = async (page, ...files) => { await drop(page, ...files); return result(page); };
const messages = (page) => page.evaluate(() => window.problemator.count().count);
const press = (page, name) => page.locator('#import:not([hidden]) button, #mapping[open] button', { hasText: name }).first().click();
const saved = async (page, name) => {
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, name)]);
  return readFileSync(await download.path());
};
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

export const tests = {
  'a dropped CSV adds its messages to the open week, and dropping it again adds none': async (world) => {
    const page = await open(world);
    const before = await messages(page);
    const file = put(world.folder, 'неделя.csv', kTwo);
    assert.match(await loaded(page, file), /Выгрузки загружены[^]*добавлено 2[^]*неделя\.csv/);
    assert.equal(await messages(page), before + 2);
    assert.match(await loaded(page, file), /добавлено 0/);
    assert.equal(await messages(page), before + 2);
    await done(page);
  },
  'workbooks, pages called .xls, archives, JSON and folders give the same messages as the CSV': async (world) => {
    const inside = join(world.folder, 'папка');
    mkdirSync(inside);
    put(inside, 'один.csv', kTwo);
    put(inside, 'два.csv', kHead + 'new-3;ПОС;14.11.2026;Освещение;in_work\n');
    const files = { 'книга.xlsx': [xlsxOf(kTwo), 2], 'книга.xls': [pageXlsOf(kTwo), 2], 'архив.zip': [zipOf({ 'внутри/неделя.csv': kTwo }), 2], 'open311.json': [kJson, 1] };
    const page = await open(world);
    const before = await messages(page);
    for (const [name, [content, count]] of Object.entries(files)) {
      const text = await loaded(page, put(world.folder, name, content));
      assert.match(text, /Выгрузки загружены/, `${name}: ${text}`);
      assert.ok(text.includes(name), text);
      assert.match(text, new RegExp(`(добавлено|без изменений) ${count}|добавлено 0`), text);
    }
    assert.equal(await messages(page), before + 3);
    const text = await loaded(page, inside);
    assert.match(text, /папка\/два\.csv[^]*папка\/один\.csv/);
    assert.equal(await messages(page), before + 4);
    await done(page);
  },
  'bad files are explained in words, and the good ones still load': async (world) => {
    const bad = { 'пустой.csv': '', 'замок.xlsx': lockedXlsx(), 'битая.xlsx': xlsxOf(kTwo).subarray(0, 700), 'письмо.pdf': '%PDF-1.4\n1 0 obj\n' };
    const page = await open(world);
    const before = await messages(page);
    const paths = Object.entries(bad).map(([name, content]) => put(world.folder, name, content));
    const text = await loaded(page, ...paths, put(world.folder, 'хорошая.csv', kTwo));
    assert.match(text, /Загружено не всё/);
    for (const [name, why] of [['пустой.csv', /файл пуст/], ['замок.xlsx', /паролем/], ['битая.xlsx', /повреждён|обрывается/], ['письмо.pdf', /нет таблицы|PDF/]]) {
      assert.ok(text.includes(name), `${name}: ${text}`);
      assert.match(text, why);
    }
    assert.equal(await messages(page), before + 2);
    await done(page);
  },
  'only bad files change nothing on the page': async (world) => {
    const page = await open(world);
    const before = await page.locator('#text').innerText();
    const text = await loaded(page, put(world.folder, 'один.pdf', '%PDF-1.4\n'));
    assert.match(text, /один\.pdf/);
    await press(page, 'Закрыть');
    assert.equal(await page.locator('#text').innerText(), before);
    await done(page);
  },
  'rejected rows are given back as CSV with their cells and the reason': async (world) => {
    const page = await open(world);
    const text = await loaded(page, put(world.folder, 'строки.csv', kTwo + 'new-9;ПОС;32.13.2026;Уборка снега;in_work\n'));
    assert.match(text, /2\s+1/);
    const csv = (await saved(page, 'Отклонённые строки')).toString();
    assert.match(csv, /new-9;ПОС;32\.13\.2026/);
    const report = JSON.parse(await saved(page, 'Отчёт о загрузке'));
    assert.equal(report.files[0].rows_rejected, 1);
    await done(page);
  },
  'a saved snapshot opens by a drop and shows the same numbers': async (world) => {
    const page = await open(world);
    await loaded(page, put(world.folder, 'неделя.csv', kTwo));
    const bytes = await saved(page, 'Сохранить снимок');
    const twin = await page.locator('#text').innerText();
    await done(page);
    const other = await open(world);
    await drop(other, put(world.folder, 'неделя.pmsnap', bytes));
    await other.waitForSelector('#notice:not([hidden])');
    await settle(other);
    assert.equal(await other.locator('#text').innerText(), twin);
    await done(other);
  },
  'cancelling leaves everything as it was, and the next drop works': async (world) => {
    const rows = Array.from({ length: 1500000 }, (_, i) => `big-${i};ПОС;0${i % 9 + 1}.11.2026;Освещение;in_work\n`).join('');
    const page = await open(world);
    const before = await messages(page);
    await drop(page, put(world.folder, 'большая.csv', kHead + rows));
    await press(page, 'Отменить');
    await page.waitForSelector('#import', { state: 'hidden' });
    assert.match(await page.locator('#notice').innerText(), /отменена/);
    assert.equal(await messages(page), before);
    await loaded(page, put(world.folder, 'неделя.csv', kTwo));
    assert.equal(await messages(page), before + 2);
    await done(page);
  },
  'from a folder on the disk and from the one-file page, with no server': async (world) => {
    for (const name of ['index.html', 'dashboard.html']) {
      const page = await open(world, { url: pathToFileURL(join(world.site, name)).href, offline: true });
      const before = await messages(page);
      assert.match(await loaded(page, put(world.folder, 'неделя.csv', kTwo)), /добавлено 2/);
      assert.equal(await messages(page), before + 2);
      await done(page);
    }
  },
  'a table that no channel knows is matched column by column with a preview, loaded and kept': async (world) => {
    const page = await open(world);
    const before = await messages(page);
    assert.match(await loaded(page, put(world.folder, 'чужая.csv', kForeign)), /не похожи/);
    await press(page, 'Сопоставить столбцы');
    await page.waitForFunction(() => /2026-11-05/.test(document.querySelector('#mapping .preview')?.innerText));
    const choice = page.locator('#mapping .columns tr', { hasText: 'Body' }).locator('select');
    await choice.selectOption('topic');
    await page.waitForFunction(() => /Яма на дороге/.test(document.querySelector('#mapping .preview')?.innerText));
    await choice.selectOption('text');
    const mapping = JSON.parse(await saved(page, 'Сохранить сопоставление'));
    assert.ok(mapping.columns.some(({ field, headers }) => field === 'received' && headers[0] === 'Opened on'));
    await press(page, 'Загрузить с этим сопоставлением');
    await page.waitForFunction(() => /добавлено 2/.test(document.querySelector('#import').innerText), null, { timeout: 30000 });
    assert.equal(await messages(page), before + 2);
    await done(page);
  },
  'by keyboard only: the palette opens the files, Escape closes the panel, the focus returns': async (world) => {
    const page = await open(world);
    page.on('filechooser', () => {});   // from now on the browser tells of choosers instead of showing them
    await settle(page);
    const button = page.locator('#header [data-do=load]');
    await button.focus();
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
    await chooser.setFiles(put(world.folder, 'неделя.csv', kTwo));
    await result(page);
    assert.equal(await page.evaluate(() => document.activeElement.id), 'import-title');
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Сохранить снимок');
    await page.keyboard.press('Escape');
    assert.ok(await page.locator('#import').isHidden());
    assert.equal(await page.evaluate(() => document.activeElement.dataset.do), 'load');
    await page.keyboard.press('Control+KeyK');
    await page.keyboard.type('загрузить пап');
    const [folder] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
    assert.ok(folder.isMultiple());
    await done(page);
  },
  'every channel gives the same bytes in the browser and on the command line': async (world) => {
    const channels = readdirSync(join(world.root, 'data/channels')).map((name) => JSON.parse(readFileSync(join(world.root, 'data/channels', name), 'utf8')));
    const beside = put(world.folder, 'сообщения.csv', kTwo);
    const page = await open(world);
    for (const channel of channels) {
      const own = put(world.folder, channel.id + (channel.samples[0].lines[0].trim().startsWith('{') || channel.samples[0].lines[0].trim().startsWith('[') ? '.json' : '.csv'), channel.samples[0].lines.join('\n') + '\n');
      const inputs = channel.register ? [own, beside] : [own];
      const out = join(world.folder, channel.id + '.pmsnap');
      execFileSync(world.cli, ['snapshot', ...inputs.flatMap((path) => ['--input', path]), '--profile', 'oktyabrskoe', '--as-of', '2026-11-16', '--out', out], { stdio: 'pipe' });
      const input = await page.evaluateHandle(() => document.body.appendChild(Object.assign(document.createElement('input'), { type: 'file', multiple: true, hidden: true })));
      await input.asElement().setInputFiles(inputs);
      await input.evaluate((chosen) => window.problemator.importFiles([...chosen.files].map((file) => ({ name: file.name, file })), { merge: false, profile: 'oktyabrskoe', as_of: '2026-11-16' }));
      assert.match(await result(page), /Выгрузки загружены/, channel.id);
      assert.equal(sha256(await saved(page, 'Сохранить снимок')), sha256(readFileSync(out)), channel.id);
    }
    assert.ok(channels.length >= 20, `${channels.length} channels`);
    await done(page);
  },
};
