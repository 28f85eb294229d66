// People take things away: the head prints the page, the curator sends his overdue, everybody downloads exactly what is on the screen.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openPage, settle, whenReady } from './lib/browser.mjs';
import { serve } from './lib/serve.mjs';
import { done, hashOf, onServer, visitSite as open } from './lib/visit.mjs';

export const { before, after } = onServer();

// Opens the menu of a block in the text view and clicks the item; resolves to the downloaded file.
const download = async (page, block, item, folder) => {
  mkdirSync(folder, { recursive: true });
  await page.locator(`#text [data-block="${block}"] .block-menu`).first().evaluate((button) => button.click());
  const waiting = page.waitForEvent('download');
  await page.locator('#block-menu [role=menuitem]', { hasText: item }).first().click();
  const file = await waiting;
  const path = join(folder, file.suggestedFilename());
  await file.saveAs(path);
  return path;
};
const csvRows = (path) => readFileSync(path, 'utf8').split('\r\n\r\n')[1].trim().split('\r\n').slice(1);
// Rows of the first sheet as a Python that knows nothing of us reads them: texts by their shared strings.
const xlsxRows = (path) => JSON.parse(execFileSync('python3', ['-c', `
import sys, json, zipfile, re
import xml.etree.ElementTree as E
ns = {'m': 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'}
book = zipfile.ZipFile(sys.argv[1])
assert book.testzip() is None
texts = [''.join(t.itertext()) for t in E.fromstring(book.read('xl/sharedStrings.xml'))]
rows = []
for row in E.fromstring(book.read('xl/worksheets/sheet1.xml')).find('m:sheetData', ns):
    rows.append([texts[int(c.find('m:v', ns).text)] if c.get('t') == 's' else float(c.find('m:v', ns).text) for c in row])
print(json.dumps(rows))`, path], { encoding: 'utf8' }));

export const tests = {
  'the cards that are open beside a list have a menu of their own': async (world) => {
    const page = await open(world, '#/soobshcheniya');
    const first = await page.locator('#text .message-table td.when a').first().getAttribute('href');
    await page.evaluate((to) => window.problemator.go(to), first);
    await settle(page);
    const id = await page.locator('#text .drawer .id').textContent();
    const card = readFileSync(await download(page, 'message-card', 'CSV', world.pictures), 'utf8');
    assert.ok(card.includes(id), card.slice(0, 300));
    assert.match(card, /Поступило/);
    await page.evaluate((to) => window.problemator.go(to), '#/problemy');
    await settle(page);
    await page.evaluate((to) => window.problemator.go(to), await page.locator('#text .register tbody th a').first().getAttribute('href'));
    await settle(page);
    const title = await page.locator('#text .problem-card h2').textContent();
    const problem = readFileSync(await download(page, 'problem-card', 'CSV', world.pictures), 'utf8');
    assert.ok(problem.includes(title), problem.slice(0, 300));
    assert.match(problem, /Ответственный|Причина/);
    await done(page);
  },
  'the curator finds his overdue messages, takes exactly them and sends a link that opens them': async (world) => {
    const page = await open(world, '#/svodka?b=utilities');
    const overdue = await page.evaluate(() => [...document.querySelectorAll('#text dl .tile')].map((tile) => tile.querySelector('dd.value a')).find((a) => a && /m=overdue/.test(a.getAttribute('href'))).getAttribute('href'));
    await page.evaluate((to) => window.problemator.go(to), overdue);
    await settle(page);
    const listed = await page.evaluate(() => window.problemator.state().count);
    assert.ok(listed > 0);
    const csv = await download(page, 'messages', 'CSV', world.pictures);
    assert.equal(csvRows(csv).length, listed);
    assert.match(readFileSync(csv, 'utf8'), /Отбор;.*ЖКХ/);
    const xlsx = await download(page, 'messages', 'XLSX', world.pictures);
    assert.equal(xlsxRows(xlsx).length, listed + 3);          // title, filter, heads
    const link = await page.evaluate(() => window.problemator.link());
    assert.match(link, /[?&]s=[0-9a-f]{8}$/);
    await done(page);
    const other = await openPage(world.browser, link);
    await whenReady(other);
    await settle(other);
    assert.equal(await other.evaluate(() => window.problemator.state().count), listed);
    assert.equal(await other.locator('#link-bar').count(), 0);
    await done(other);
  },
  'a link made on another snapshot says so and keeps the place': async (world) => {
    const page = await open(world, '#/rejting?s=deadbeef');
    assert.match(await page.locator('#link-bar').innerText(), /другом срезе/);
    assert.equal(await hashOf(page), '#/rejting');
    await page.locator('#link-bar button').last().click();
    assert.equal(await page.locator('#link-bar').count(), 0);
    await done(page);
  },
  'the matrix leaves as numbers that a stranger reads, and as a picture at print resolution': async (world) => {
    const page = await open(world, '#/teplo');
    const shown = await page.evaluate(() => document.querySelectorAll('#text .full .heat tbody tr').length);
    const rows = xlsxRows(await download(page, 'matrix', 'XLSX', world.pictures));
    assert.equal(rows.length, shown + 4);                     // title, filter, heads, totals
    assert.ok(rows[3].slice(1).every((cell) => typeof cell === 'number' || /^</.test(cell)));
    const png = readFileSync(await download(page, 'matrix', 'PNG', world.pictures));
    assert.equal(png.readUInt32BE(16), Math.round(980 * 300 / 96));
    await done(page);
  },
  'the corner button of a panel opens the menu on the canvas, by pointer and by key': async (world) => {
    const page = await open(world);
    const opened = await page.evaluate(() => document.documentElement.dataset.view);
    assert.equal(opened, 'canvas');
    await page.mouse.move(120, 420);                          // inside «Проблемы недели»
    await settle(page);
    await page.keyboard.press('KeyC');
    assert.ok(await page.locator('#block-menu').isVisible());
    await page.keyboard.press('Escape');
    await page.locator('#text [data-block=problems] .block-menu').focus();
    await page.keyboard.press('Enter');
    assert.match(await page.locator('#block-menu').innerText(), /Проблемы недели[\s\S]*CSV/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Escape');
    assert.ok(await page.evaluate(() => document.activeElement.matches('#text [data-block=problems] .block-menu')));
    await done(page);
  },
  'every report of the decrees opens with its paper, and leaves as a document and as tables': async (world) => {
    const page = await open(world, '#/otchyoty');
    const links = await page.evaluate(() => [...document.querySelectorAll('#text .doc-kinds a')].map((a) => a.getAttribute('href')));
    assert.ok(links.length >= 12);
    for (const href of links) {
      await page.evaluate((to) => window.problemator.go(to), href);
      await settle(page);
      assert.ok(await page.locator('#text .doc .doc-part').count() > 0, href);
      assert.ok(await page.locator('#text .doc-title').isVisible());
    }
    const waiting = page.waitForEvent('download');
    await page.locator('[data-do=doc-word]').click();
    const path = join(world.pictures, 'report.docx');
    await (await waiting).saveAs(path);
    const text = execFileSync('python3', ['-c', 'import sys, zipfile, re; z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; print(re.sub("<[^>]+>", " ", z.read("word/document.xml").decode()))', path], { encoding: 'utf8' });
    assert.match(text, /1\. /);
    await done(page);
  },
  'requisites stay in this browser and appear on the paper': async (world) => {
    const page = await open(world, '#/otchyoty');
    await page.locator('[data-fill=to]').fill('Главе района');
    assert.equal(await page.locator('#paper [data-field=to]').innerText(), 'Главе района');
    await page.reload();
    await whenReady(page);
    await settle(page);
    assert.equal(await page.locator('#paper [data-field=to]').innerText(), 'Главе района');
    await done(page);
  },
  'every screen prints with its heading, filter, checksum and QR': async (world) => {
    const page = await open(world);
    for (const [hash, title] of [['#/teplo?b=utilities', 'Тепловая карта'], ['#/rejting', 'Рейтинг'], ['#/kachestvo', 'Качество данных'], ['#/otchyoty?paper=kontrol', 'Контроль сроков'], ['#/o-dannykh', 'О данных']]) {
      await page.evaluate((to) => window.problemator.go(to), hash);
      await settle(page);
      await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
      const file = join(world.pictures, 'print-' + /\w+/.exec(hash.slice(2))[0] + '.pdf');
      writeFileSync(file, await page.pdf({ preferCSSPageSize: true, printBackground: true }));
      const text = execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }).replace(/\s+/g, '');   // a spaced title comes out in pieces
      assert.ok(text.includes(title.replace(/\s/g, '')), hash);
      assert.match(text, /Срезна/, hash);
      assert.ok(await page.locator('#text :is(.paper-qr, .doc-qr) svg').count() > 0, hash);
      assert.match(execFileSync('pdfinfo', [file], { encoding: 'utf8' }), /A4/);
    }
    await done(page);
  },
  'a view is saved, found in the palette and carried away as a file that opens elsewhere': async (world) => {
    const page = await open(world, '#/teplo?b=utilities');
    await page.keyboard.press('Control+KeyK');
    await page.locator('#palette input').fill('сохранить этот');
    await page.keyboard.press('Enter');
    await page.locator('#dialog-ask input').fill('Мой блок');
    await page.keyboard.press('Enter');
    await settle(page);
    await page.evaluate(() => window.problemator.go('#/rejting'));
    await settle(page);
    await page.keyboard.press('Control+KeyK');
    await page.locator('#palette input').fill('мой блок');
    await page.keyboard.press('Enter');
    await settle(page);
    assert.match(await hashOf(page), /^#\/teplo\?b=utilities/);
    await page.locator('[data-do=views]').click();
    const waiting = page.waitForEvent('download');
    await page.locator('#block-menu [role=menuitem]', { hasText: 'Скачать виды' }).click();
    const path = join(world.pictures, 'views.json');
    await (await waiting).saveAs(path);
    assert.deepEqual(JSON.parse(readFileSync(path, 'utf8')).views, [{ name: 'Мой блок', link: '#/teplo?b=utilities' }]);
    await done(page);
  },
  'a section is composed of blocks of two screens, kept, printed and taken apart': async (world) => {
    const page = await open(world, '#/rejting');
    const add = async (block) => {
      await page.locator(`#text [data-block="${block}"] .block-menu`).first().evaluate((button) => button.click());
      await page.locator('#block-menu [role=menuitem]', { hasText: 'Добавить в раздел' }).click();
    };
    await add('rating');
    await page.locator('#dialog-ask input').fill('К планёрке');
    await page.keyboard.press('Enter');
    await page.evaluate(() => window.problemator.go('#/kachestvo'));
    await settle(page);
    await add('files');
    await page.locator('#block-menu [role=menuitem]', { hasText: 'К планёрке' }).click();
    await page.evaluate(() => window.problemator.go('#/razdely'));
    await settle(page);
    assert.equal(await page.locator('#text .doc-part').count(), 2);
    assert.match(await page.locator('#text h1').innerText(), /К планёрке/);
    assert.match(await page.locator('#header .tabs').innerText(), /Разделы/);
    await page.locator('.part-tools button').nth(2).click();
    await settle(page);
    assert.equal(await page.locator('#text .doc-part').count(), 1);
    await done(page);
  },
  'a role is chosen once and the program opens there': async (world) => {
    const page = await open(world);
    await page.locator('[data-do=views]').click();
    await page.locator('#block-menu [role=menuitem]', { hasText: 'Начальная страница' }).click();
    await page.locator('#block-menu [role=menuitem]', { hasText: 'Аналитик' }).click();
    await page.goto(world.server.url);
    await whenReady(page);
    await settle(page);
    assert.match(await hashOf(page), /^#\/teplo/);
    await done(page);
  },
  'single letters can be switched off, and ? shows the keys': async (world) => {
    const page = await open(world);
    await page.keyboard.press('Shift+Slash');
    assert.match(await page.locator('#dialog-help').innerText(), /текстовый вид/);
    await page.locator('#dialog-help input[type=checkbox]').uncheck();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Digit2');
    await settle(page);
    assert.equal(await page.evaluate(() => window.problemator.state().screen), 'svodka');
    await done(page);
  },
  'Ctrl+F searches inside, the second time it is left to the browser': async (world) => {
    const page = await open(world);
    await page.keyboard.press('Control+KeyF');
    assert.ok(await page.locator('#palette').isVisible());
    await page.keyboard.press('Control+KeyF');
    assert.ok(!await page.locator('#palette').isVisible());
    assert.equal(await page.evaluate(() => document.documentElement.dataset.view), 'text');
    await done(page);
  },
  'a program without data explains itself, gives templates and opens its sample': async (world) => {
    const folder = join(world.pictures, '..', 'empty-site');
    execFileSync(world.cli, ['build', '--input', world.samples, '--no-data', '--out', folder, ...(world.app ? ['--app', world.app] : [])], { stdio: 'ignore' });
    const server = await serve(folder);
    const page = await openPage(world.browser, server.url);
    await whenReady(page);
    assert.match(await page.locator('.welcome').innerText(), /Перетащите сюда выгрузку[\s\S]*Ничего не отправляется в сеть/);
    await page.locator('.welcome button', { hasText: 'шаблоны' }).click();
    await page.waitForSelector('#dialog-templates tbody tr');
    const waiting = page.waitForEvent('download');
    await page.locator('#dialog-templates tr', { hasText: 'ПОС' }).first().locator('button', { hasText: 'XLSX' }).click();
    const path = join(world.pictures, 'template.xlsx');
    await (await waiting).saveAs(path);
    assert.ok(xlsxRows(path)[0].includes('Дата поступления'));
    await page.keyboard.press('Escape');
    await page.locator('.welcome button', { hasText: 'учебных' }).click();
    await page.waitForFunction(() => document.querySelector('#header .tabs'));
    await settle(page);
    assert.ok(await page.evaluate(() => window.problemator.describe().rows) > 1000);
    server.close();
    await done(page);
  },
};
