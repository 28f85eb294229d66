// Many messages: a page is counted in pieces under the one before it, with words, percent and a way back; so are the words of a link.
// The site is made on the spot; the page's clock is slowed down (lib/clock.mjs), so that the pieces can be seen on any machine.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, openPage, settle, whenReady } from './lib/browser.mjs';
import { slow } from './lib/clock.mjs';
import { serve } from './lib/serve.mjs';
import { done, hashOf, visit } from './lib/visit.mjs';

const messages = 45000, topics = ['Нет тепла, низкая температура', 'Не вывозят мусор', 'Отключение электричества', 'Дом культуры, секции, площадки'];
const places = ['пгт. Андра', 'гп Октябрьское', 'сельское поселение Шеркалы', 'п. Унъюган', 'Приобье'];
const words = 'Прошу принять меры и сообщить, когда исправят: пишем не первый раз, а всё остаётся по-прежнему. ';
const two = (n) => String(n).padStart(2, '0');

const exported = async (samples) => {
  const [head] = (await readFile(join(samples, 'im_2026.csv'), 'utf8')).replace(/^\uFEFF/, '').split('\r\n');
  const names = head.split(';');
  const rows = Array.from({ length: messages }, (_, i) => {
    const at = new Date(Date.UTC(2024, 10, 18) + Math.floor(i * 727 / messages) * 86400000);
    const values = { ID: 7000000 + i, 'Дата создания': `${two(at.getUTCDate())}.${two(at.getUTCMonth() + 1)}.${at.getUTCFullYear()} ${two(i % 24)}:00`, 'Отдел': `Отдел ${i % 7}`, 'Группа тем': i % 4 === 1 ? 'ТКО' : 'ЖКХ', 'Тема': topics[i % 4],
      'Населенный пункт': places[(i * 3) % 5], 'Текст инцидента': `${i % 9 === 0 ? 'Фонарь у дома не горит. ' : ''}${words.repeat(4)}${i}`, 'Текущий шаг инцидента': 'Новый' };
    return names.map((name) => values[name] ?? '').join(';');
  });
  return [head, ...rows, ''].join('\r\n');
};

export const before = async ({ cli, app, samples }) => {
  const folder = await mkdtemp(join(tmpdir(), 'problemator-progress-'));
  await writeFile(join(folder, 'im.csv'), await exported(samples));
  execFileSync(cli, ['build', '--profile', 'oktyabrskoe', '--input', join(folder, 'im.csv'), '--as-of', '2026-11-16', '--out', join(folder, 'site'), '--internal', '--unencrypted', ...(app ? ['--app', app] : [])], { stdio: 'ignore' });
  return { folder, browser: await launch({ gl: false }), server: await serve(join(folder, 'site')) };
};
export const after = async ({ browser, server, folder }) => { await browser.close(); server.close(); await rm(folder, { recursive: true }); };

const press = (page, href) => page.evaluate((to) => { location.hash = to; }, href);

// Notes what the live region and the sign say from now on, and which pages the text showed.
const listen = (page) => page.evaluate(() => {
  const heard = window.testHeard = { live: [], signs: [], sign: '', under: '', dimmed: false };
  new MutationObserver(() => {
    const live = document.querySelector('#live').textContent, sign = document.querySelector('#counting span');
    if (heard.live.at(-1) !== live) heard.live.push(live);
    if (sign && heard.signs.at(-1) !== sign.textContent) heard.signs.push(sign.textContent);
    heard.sign ||= sign ? sign.parentElement.innerText : '';
    if (sign) heard.under = document.querySelector('#text h1').innerText;
    if (document.documentElement.dataset.counting) heard.dimmed = heard.dimmed || Number(getComputedStyle(document.querySelector('canvas')).opacity) < 1;
  }).observe(document.documentElement, { subtree: true, childList: true, characterData: true, attributes: true });
});
const heard = (page) => page.evaluate(() => window.testHeard);
const shows = (page, words) => page.waitForFunction((part) => !document.querySelector('#counting') && document.querySelector('#text h1').textContent.replace(/\s/g, ' ').includes(part), words, { timeout: 60000 });

// What the search says as soon as it says something; with `stops` Escape is pressed at once.
const searching = (page, stops) => page.evaluate((stops) => new Promise((done) => {
  new MutationObserver((_, watch) => {
    const told = document.querySelector('#search-progress');
    if (!told) return;
    watch.disconnect();
    done(told.innerText);
    if (stops) document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', code: 'Escape', bubbles: true }));
  }).observe(document.body, { childList: true, subtree: true });
}), stops);

// Notes how many rows the text has after every piece.
const watchPieces = (page) => page.evaluate(() => {
  const text = document.querySelector('#text');
  window.testPieces = [];
  new MutationObserver(() => { window.testPieces.push(text.querySelectorAll('tr').length); }).observe(text, { childList: true, subtree: true });
});
// As soon as the first piece is in.
const atFirstPiece = (page, act) => page.evaluate((does) => new Promise((done) => {
  const text = document.querySelector('#text');
  new MutationObserver((_, watch) => {
    if (text.ariaBusy !== 'true') return;
    watch.disconnect();
    if (does === 'print') window.dispatchEvent(new Event('beforeprint'));
    else location.hash = does;
    done();
  }).observe(text, { childList: true, subtree: true });
}), act);
// What stands in the document, and what the program wrote.
const cells = (page) => page.evaluate(() => {
  const text = document.querySelector('#text'), written = document.createElement('template');
  written.innerHTML = text.problematorHtml;
  const of = (root) => [...root.querySelectorAll('.doc-part :is(h2, th, td)')].map((cell) => cell.textContent);
  return { shown: of(text), written: of(written.content), isBusy: text.ariaBusy === 'true' };
});

export const tests = {
  'a page that takes long says that it counts and how far it is, over the page before it': async ({ browser, server }) => {
    const page = await visit(browser, server.url);
    await listen(page);
    await slow(page, true);
    await press(page, '#/problemy?tab=week');
    await page.waitForFunction(() => new Set(window.testHeard.signs).size > 1, null, { timeout: 90000 });
    await slow(page, false);   // the rest as fast as it goes
    await page.waitForFunction(() => !document.querySelector('#counting'), null, { timeout: 60000 });
    await page.waitForFunction(() => window.testHeard.live.at(-1) === document.querySelector('#text h1').textContent, null, { timeout: 30000 });   // the verdict in the end
    await settle(page);
    const { live, signs, sign, dimmed } = await heard(page);
    assert.match(sign, /Считаю… \d+\s%\s*Отменить \(Esc\)/);
    const percents = signs.map((text) => Number(/(\d+)/.exec(text)[1]));
    assert.ok(percents.length > 1 && percents.every((n, i) => i === 0 || n >= percents[i - 1]), `the part done grows: ${percents}`);
    assert.ok(live.some((text) => /^Считаю… \d+\s%$/.test(text)), `the live region said it: ${live}`);
    assert.equal(live.at(-1), await page.evaluate(() => document.querySelector('#text h1').textContent), 'and nothing after the verdict');
    assert.equal(await page.evaluate(() => window.problemator.state().screen), 'problemy');
    assert.ok(dimmed, 'the page before it stood there, paler');
    assert.equal(await page.evaluate(() => document.documentElement.dataset.counting), undefined);
    await done(page);
  },
  'Escape goes back to the page that is still shown, and its address': async ({ browser, server }) => {
    const page = await visit(browser, server.url + '#/svodka');
    const seen = await page.locator('#text h1').innerText();
    await slow(page, true);
    const sign = await page.evaluate((to) => new Promise((done) => {   // the key comes as soon as there is something to stop
      new MutationObserver((_, watch) => {
        const seen = document.querySelector('#counting');
        if (!seen) return;
        watch.disconnect();
        done(seen.innerText);
        document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', code: 'Escape', bubbles: true }));
      }).observe(document.body, { childList: true });
      location.hash = to;
    }), '#/problemy?tab=week&lang=en');
    assert.match(sign, /Counting… \d+\s%\s*Cancel \(Esc\)/);
    await slow(page, false);
    await settle(page);
    assert.equal(await page.locator('#counting').count(), 0);
    assert.match(await hashOf(page), /^#\/svodka/);
    assert.equal(await page.locator('#text h1').innerText(), seen);
    assert.equal(await page.evaluate(() => window.problemator.state().screen), 'svodka');
    await press(page, '#/rejting');
    await page.waitForFunction((before) => !document.querySelector('#counting') && document.querySelector('#text h1').textContent !== before, seen, { timeout: 60000 });
    assert.match(await hashOf(page), /^#\/rejting/);
    await done(page);
  },
  'after Escape Back and Forward go on from the page that is shown': async ({ browser, server }) => {
    const page = await visit(browser, server.url + '#/svodka');
    await press(page, '#/rejting');
    await settle(page);
    const stopsAt = async (move) => {
      await slow(page, true);
      const stopped = page.evaluate(() => new Promise((done) => {
        new MutationObserver((_, watch) => {
          if (!document.querySelector('#counting')) return;
          watch.disconnect();
          document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', code: 'Escape', bubbles: true }));
          done();
        }).observe(document.body, { childList: true });
      }));
      await move();
      await stopped;
      await slow(page, false);
      await page.waitForFunction(() => location.hash.startsWith('#/rejting'), null, { timeout: 30000 });
      await settle(page);
      assert.equal(await page.evaluate(() => window.problemator.state().screen), 'rejting');
    };
    await stopsAt(() => press(page, '#/problemy?tab=week'));
    await page.evaluate(() => history.back());
    await page.waitForFunction(() => location.hash.startsWith('#/svodka'), null, { timeout: 30000 });
    await settle(page);
    await page.evaluate(() => history.forward());
    await page.waitForFunction(() => location.hash.startsWith('#/rejting'), null, { timeout: 30000 });
    await settle(page);
    await stopsAt(() => page.evaluate(() => history.forward()));   // to the page that was never counted
    await done(page);
  },
  'in the text view a page is counted in pieces too, and the page before it can be read meanwhile': async ({ browser, server }) => {
    const page = await visit(browser, server.url + '#/svodka');
    await page.keyboard.press('KeyT');
    await settle(page);
    const seen = await page.locator('#text h1').innerText();
    await listen(page);
    await slow(page, true);
    await press(page, '#/otchyoty');
    await page.waitForFunction(() => window.testHeard.sign, null, { timeout: 30000 });
    await slow(page, false);
    await shows(page, 'записка');
    assert.equal((await heard(page)).under, seen);
    assert.ok(await page.locator('#text .doc-part').count() > 3);
    await done(page);
  },
  'a long text is put in in pieces: it is whole at the end, and the focus stays on its link': async ({ browser, server }) => {
    const page = await visit(browser, server.url + '#/otchyoty');
    const link = '#text .doc-kinds a[href*="paper=kontrol"]';
    await page.locator(link).focus();
    await watchPieces(page);
    await page.keyboard.press('Enter');
    await shows(page, 'Контроль сроков');
    await settle(page);
    const pieces = await page.evaluate(() => window.testPieces);
    assert.ok(pieces.length >= 3 && pieces[0] < 200 && pieces.at(-1) > 400, pieces.join(' '));
    const { shown, written, isBusy } = await cells(page);
    assert.deepEqual(shown, written);
    assert.equal(isBusy, false);
    assert.ok(await page.evaluate((wanted) => document.activeElement === document.querySelector(wanted), link));
    await done(page);
  },
  'a print in the middle of it has the whole text, and a newer click has its own': async ({ browser, server }) => {
    const page = await visit(browser, server.url + '#/otchyoty');
    const printed = atFirstPiece(page, 'print');
    await press(page, '#/otchyoty?paper=kontrol');
    await printed;
    const paper = await cells(page);
    assert.ok(paper.written.length > 3000 && !paper.isBusy);
    assert.deepEqual(paper.shown, paper.written);
    const left = atFirstPiece(page, '#/otchyoty?paper=list');
    await press(page, '#/otchyoty?paper=kontrol&b=waste');
    await left;
    await shows(page, 'Лист руководителя');
    await settle(page);
    const newer = await cells(page);
    assert.deepEqual(newer.shown, newer.written);
    await done(page);
  },
  'a link with words for the texts is looked through in pieces, before the first page and under another': async ({ browser, server }) => {
    const link = '#/soobshcheniya?p=all&q=' + encodeURIComponent('фонарь не горит');
    const page = await openPage(browser, server.url + link);
    await whenReady(page, 60000);
    await settle(page);
    assert.match(await page.locator('#text h1').innerText(), /5.000 из 45.000/);
    await press(page, '#/svodka');
    await shows(page, 'за неделю');
    await listen(page);
    await slow(page, true);
    await press(page, link.replace('%D0%B3%D0%BE%D1%80%D0%B8%D1%82', '') + encodeURIComponent('по-прежнему'));
    await page.waitForFunction(() => new Set(window.testHeard.signs).size > 8, null, { timeout: 60000 });   // a piece looks through a slice, never through all
    await slow(page, false);
    await shows(page, '5 000 из');
    await done(page);
  },
  'typed words are looked for with a bar that can be stopped': async ({ browser, server }) => {
    const page = await visit(browser, server.url + '#/soobshcheniya?p=all');
    await slow(page, true);
    const field = page.locator('#text-search');
    const stopped = searching(page, true);
    await field.fill('фонарь не горит');
    assert.match(await stopped, /Поиск: \d+\s%\s*Остановить \(Esc\)/);
    await slow(page, false);
    await settle(page);
    assert.equal(await page.locator('#search-progress').count(), 0);
    assert.match(await page.locator('#text h1').innerText(), /45.000 из 45.000/);
    await slow(page, true);
    const seen = searching(page, false);
    await field.fill('фонарь горит');
    await seen;
    await slow(page, false);
    await shows(page, '5 000 из');
    assert.doesNotMatch(await hashOf(page), /q=/);
    await done(page);
  },
};
