// The curator works with «Проблематор»: opens his late problem, writes the cause, saves the file, prints the protocol.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { settle, whenReady } from './lib/browser.mjs';
import { serve } from './lib/serve.mjs';
import { done, hashOf, onServer, visitSite as open } from './lib/visit.mjs';

export const { before, after } = onServer();

const go = async (page, hash) => { await page.evaluate((to) => window.problemator.go(to), hash); await settle(page); };
const twin = (page) => page.evaluate(() => document.querySelector('#text').textContent.replace(/\s+/g, ' '));
const hrefIn = (page, selector) => page.locator(selector).first().getAttribute('href');
// The site of the week that is built with this file among the exports.
const nextSite = (world, saved) => {
  const next = join(mkdtempSync(join(tmpdir(), 'problemator-')), 'site');
  cpSync(world.site, next, { recursive: true });
  execFileSync(world.cli, ['build', '--profile', 'oktyabrskoe', '--input', world.samples, '--input', saved, '--as-of', '2026-11-16', '--out', next], { stdio: 'pipe' });
  for (const name of ['index.html', 'app.js', 'queue.js', 'import.js']) copyFileSync(join(world.site, name), join(next, name));
  return next;
};
const pdfText = async (page, folder, name) => {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, name + '.pdf');
  writeFileSync(file, await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ');
};

export const tests = {
  'the curator opens his late problem, writes the cause, saves the file, and the next build reads it': async (world) => {
    const page = await open(world, '#/problemy');
    await go(page, await hrefIn(page, '#text .register tr:has(.due.t-bad) th a'));
    const title = await page.locator('#text .problem-card h2').textContent();
    await go(page, await page.locator('#text .problem-card .actions a').first().getAttribute('href'));
    await page.locator('#overlay textarea[name=cause]').fill('Нет запасных светильников; «склад пуст»');
    await page.locator('#overlay input[name=responsible]').fill('Начальник отдела благоустройства');
    await page.locator('#overlay button[type=submit]').click();
    await settle(page);
    assert.doesNotMatch(await hashOf(page), /over=/);
    assert.match(await twin(page), /Нет запасных светильников; «склад пуст»/);
    assert.match(await twin(page), /не опубликовано/);

    await page.reload({ waitUntil: 'load' });
    await whenReady(page);
    await settle(page);
    assert.match(await twin(page), /не опубликовано/, 'the entry outlives the visit');
    await go(page, '#/problemy?over=new');
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#overlay [data-do=save-problems]').click()]);
    const folder = mkdtempSync(join(tmpdir(), 'problemator-'));
    const saved = join(folder, 'reg_problems_new.csv');
    await download.saveAs(saved);
    const text = readFileSync(saved, 'utf8');
    assert.ok(text.startsWith('\ufeffПроблема выявлена;Темы;'), text.slice(0, 60));
    assert.equal(text.trim().split('\r\n').length, 2);
    await done(page);

    const server = await serve(nextSite(world, saved));
    const later = await open({ browser: world.browser, server }, '#/problemy');
    const words = await twin(later);
    assert.match(words, /Нет запасных светильников; «склад пуст»/);
    assert.doesNotMatch(words, /не опубликовано/);
    assert.ok(words.includes(title.split(',')[0]));
    await done(later);
    server.close();
  },
  'the analyst changes the plan of an indicator, sees it at once, saves the file, and the next build has it': async (world) => {
    const page = await open(world, '#/pokazateli');
    await page.locator('#text .actions a.button', { hasText: 'Изменить план' }).first().evaluate((link) => link.click());
    await settle(page);
    assert.match(await hashOf(page), /ind=fast_track&over=plan/);
    await page.locator('#overlay select[name=of]').selectOption('auto_delivery');
    await settle(page);
    assert.match(await hashOf(page), /ind=auto_delivery/);
    await page.locator('#overlay input[name="2026"]').fill('12.5');
    await page.locator('#overlay button[type=submit]').click();
    await settle(page);
    assert.doesNotMatch(await hashOf(page), /over=/);
    assert.match(await twin(page), /план 12,5, [^;]*; не опубликован/);
    await page.reload({ waitUntil: 'load' });
    await whenReady(page);
    await settle(page);
    assert.match(await twin(page), /не опубликован/, 'the plan outlives the visit');
    await go(page, '#/pokazateli?ind=auto_delivery&over=plan');
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#overlay [data-do=save-plans]').click()]);
    const folder = mkdtempSync(join(tmpdir(), 'problemator-'));
    const saved = join(folder, 'reg_plans_new.csv');
    await download.saveAs(saved);
    assert.match(readFileSync(saved, 'utf8'), /^\ufeffПоказатель;Год плана;План, %;План изменён\r\n[^;]+;2026;12,5;\d\d\.\d\d\.\d{4}\r\n$/);
    await page.locator('#overlay .entries button').first().click();
    await settle(page);
    assert.doesNotMatch(await twin(page), /не опубликован/, 'what was entered can be taken back');
    await done(page);

    const server = await serve(nextSite(world, saved));
    const later = await open({ browser: world.browser, server }, '#/pokazateli');
    assert.match(await twin(later), /план 12,5/);
    assert.doesNotMatch(await twin(later), /не опубликован/);
    await done(later);
    server.close();
  },
  'the keyboard alone changes a plan: the form takes the focus, Enter keeps it, Escape leaves it': async (world) => {
    const page = await open(world, '#/pokazateli');
    const opener = page.locator('#text .card .plan a').first();
    await opener.focus();
    await page.keyboard.press('Enter');
    await settle(page);
    assert.equal(await page.evaluate(() => document.activeElement.type), 'number');
    await page.keyboard.press('Escape');
    await settle(page);
    assert.doesNotMatch(await hashOf(page), /over=/);
    await page.locator('#text .card .plan a').first().focus();
    await page.keyboard.press('Enter');
    await settle(page);
    await page.locator('#overlay input[name="2026"]').focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('11');
    await page.keyboard.press('Enter');
    await settle(page);
    assert.match(await twin(page), /план 11, /);
    await done(page);
  },
  'indicators by quarter are a link like any other, and Back returns to months': async (world) => {
    const page = await open(world, '#/pokazateli');
    await page.locator('#text .choices a', { hasText: 'По кварталам' }).evaluate((link) => link.click());
    await settle(page);
    assert.match(await hashOf(page), /g=quarter/);
    assert.match(await twin(page), /Последний полный квартал: III квартал 2026/);
    await page.goBack();
    await settle(page);
    assert.match(await twin(page), /Последний полный месяц: октябрь 2026/);
    await done(page);
  },
  'a new problem is entered, listed, and taken back': async (world) => {
    const page = await open(world, '#/problemy?over=new');
    await page.locator('#overlay select[name=topic]').selectOption({ index: 3 });
    await page.locator('#overlay input[name=title]').fill('Пробная запись');
    await page.locator('#overlay select[name=stage]').selectOption('taken');
    await page.locator('#overlay button[type=submit]').click();
    await settle(page);
    assert.match(await twin(page), /Пробная запись/);
    await go(page, '#/problemy?over=new');
    await page.locator('#overlay .entries button').first().click();
    await settle(page);
    assert.doesNotMatch(await twin(page), /Пробная запись/);
    await page.keyboard.press('Escape');
    await settle(page);
    assert.doesNotMatch(await hashOf(page), /over=/);
    await done(page);
  },
  'the draft protocol prints alone and is saved as a document': async (world) => {
    const page = await open(world, '#/problemy?over=protocol');
    assert.match(await page.locator('#overlay').innerText(), /ПРОЕКТ ПРОТОКОЛА/);
    const paper = await pdfText(page, world.pictures, 'protocol');
    for (const words of [/ПРОЕКТ ПРОТОКОЛА/, /Решили:/, /Ответственный/, /Председатель/, /Секретарь/]) assert.match(paper, words);
    assert.doesNotMatch(paper, /Тепловая карта/, 'the page behind it is not printed');
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#overlay [data-do=save-protocol]').click()]);
    assert.match(download.suggestedFilename(), /^Протокол 2026-11-16\.html$/);
    await page.goBack().catch(() => {});
    await done(page);
  },
  'what goes into the protocol is chosen on the card and told by the link': async (world) => {
    const page = await open(world, '#/problemy');
    await go(page, await hrefIn(page, '#text .register tbody th a'));
    await go(page, await page.locator('#text .problem-card .actions a').nth(1).getAttribute('href'));
    assert.match(await hashOf(page), /protocol=/);
    await go(page, (await hashOf(page)).replace(/protocol=/, 'over=protocol&protocol='));
    assert.equal(await page.locator('#overlay .protocol tbody tr').count(), 1);
    await done(page);
  },
  'the keyboard alone opens a problem and closes it': async (world) => {
    const page = await open(world, '#/problemy');
    await page.locator('#text .register tbody th a').first().focus();
    await page.keyboard.press('Enter');
    await settle(page);
    assert.match(await hashOf(page), /problem=/);
    await page.locator('#text .problem-card .close').focus();
    await page.keyboard.press('Enter');
    await settle(page);
    assert.doesNotMatch(await hashOf(page), /problem=/);
    await done(page);
  },
  'the tab tells the problems of the week, and a page without a network says so': async (world) => {
    const page = await open(world, '#/svodka');
    assert.match(await page.locator('#header .pill-count').textContent(), /^\d+/);
    assert.equal(await page.locator('#header .no-net').isVisible(), false);
    await page.context().setOffline(true);
    await page.waitForFunction(() => document.documentElement.classList.contains('offline'));
    assert.equal(await page.locator('#header .no-net').isVisible(), true);
    await page.context().close();
  },
};
