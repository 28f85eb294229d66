// Accessibility as a checker and as a screen reader find it: no violation of WCAG 2.1 A and AA (ГОСТ Р 52872) on any screen, in
// either theme and language, over the canvas, in the text view and on a phone; and the tree of names and roles that is promised.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { openPage, settle, whenReady } from './lib/browser.mjs';
import { onServer } from './lib/visit.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const { before, after } = onServer();

const kinds = [
  { name: 'over the canvas' },
  { name: 'over the canvas, dark, in English', dark: true, lang: 'en' },
  { name: 'in the text view', text: true },
  { name: 'in the text view, dark, in English', text: true, dark: true, lang: 'en' },
  { name: 'on a phone', width: 390, height: 844 },
  { name: 'at 200 % of a small laptop', width: 640, height: 400 },
];

const withLang = (hash, lang) => (lang === 'en' ? hash + (hash.includes('?') ? '&' : '?') + 'lang=en' : hash);

const linksOf = (page) => page.evaluate(() => {
  const tabs = [...document.querySelectorAll('#header .tabs > ul > li > a')].map((a) => a.getAttribute('href').replace(/[?&]lang=en/, ''));
  const message = window.problemator.call({ call: 'rows', limit: 1 }).rows[0].id;
  return [...tabs, '#/teplo?view=week-block', '#/teplo?cell=priobye,utilities', '#/rejting?dep=utilities', '#/soobshcheniya?id=' + encodeURIComponent(message)];
});

const violations = (page) => page.evaluate(async () => {
  const found = await window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'], resultTypes: ['violations'] });
  return found.violations.map((v) => `${v.id} (${v.nodes.length}): ${v.nodes.slice(0, 3).map((n) => n.target.join(' ') + ' — ' + (n.any[0] || n.all[0] || n.none[0] || {}).message).join('; ')}`);
});

const checkAll = (kind) => async ({ browser, server }) => {
  const page = await openPage(browser, server.url, kind);
  await whenReady(page);
  await page.evaluate(axe);
  if (kind.text) await page.keyboard.press('t');
  const faults = [];
  for (const link of await linksOf(page)) {
    await page.evaluate((to) => window.problemator.go(to), withLang(link, kind.lang));
    await settle(page);
    for (const fault of await violations(page)) faults.push(`${link}: ${fault}`);
  }
  assert.deepEqual(faults, []);
  assert.deepEqual(page.troubles, []);
  await page.context().close();
};

// What a screen reader is told: roles and names, without what is there for the eye alone.
const treeOf = async (page) => {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  return nodes.filter((n) => !n.ignored && n.role).map((n) => ({ role: n.role.value, name: n.name ? n.name.value : '' }));
};
const namesOf = (tree, role) => tree.filter((n) => n.role === role).map((n) => n.name);

const treeTest = async ({ browser, server }) => {
  const page = await openPage(browser, server.url);
  await whenReady(page);
  await settle(page);
  const tree = await treeOf(page);
  assert.ok(namesOf(tree, 'banner').length === 1 && namesOf(tree, 'main').length === 1, 'one header and one main');
  assert.equal(namesOf(tree, 'heading').filter((name) => /сообщени/.test(name)).length >= 1, true, 'the verdict is a heading');
  assert.ok(namesOf(tree, 'image').some((name) => name.length > 10) || namesOf(tree, 'img').some((name) => name.length > 10), 'the canvas has a name');
  for (const role of ['link', 'button', 'table', 'columnheader', 'rowheader', 'combobox', 'textbox'])
    for (const name of namesOf(tree, role)) assert.ok(name.trim().length > 0, `a ${role} without a name`);
  const tables = namesOf(tree, 'table');
  assert.equal(new Set(tables).size, tables.length, `captions tell the tables apart: ${tables}`);
  assert.ok(namesOf(tree, 'rowheader').includes('Приобье'));
  await page.context().close();
};

export const tests = {
  ...Object.fromEntries(kinds.map((kind) => [`no screen breaks a rule of WCAG 2.1 AA ${kind.name}`, checkAll(kind)])),
  'a screen reader finds landmarks, the verdict, named tables and no nameless control': treeTest,
};
