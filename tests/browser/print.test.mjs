// Paper: Ctrl+P gives the head's page on A4, as text.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openPage, settle, whenReady } from './lib/browser.mjs';
import { onServer } from './lib/visit.mjs';

export const { before, after } = onServer();

const printed = async (page, folder, name) => {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, name + '.pdf');
  writeFileSync(file, await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  const info = execFileSync('pdfinfo', [file], { encoding: 'utf8' });
  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ');
  return { text, pages: Number(/Pages:\s+(\d+)/.exec(info)[1]), size: /Page size:\s+(.*)/.exec(info)[1] };
};

export const tests = {
  'the overview prints as two A4 pages with real text': async ({ browser, server, pictures }) => {
    const page = await openPage(browser, server.url);
    await whenReady(page);
    await settle(page);
    const paper = await printed(page, pictures, 'svodka');
    assert.match(paper.size, /A4/);
    assert.ok(paper.pages <= 2, `${paper.pages} pages`);
    for (const words of [/Аналитическая записка/, /Проблемы недели/, /Рейтинг/, /Контрольная сумма/i]) assert.match(paper.text, words);
    const verdict = await page.locator('#text h1').first().evaluate((h) => h.textContent.trim().split(/\s+/).slice(0, 2).join(' '));
    assert.ok(paper.text.includes(verdict), verdict);
    await page.context().close();
  },
  'without JavaScript the same page prints': async ({ browser, server, pictures }) => {
    const page = await openPage(browser, server.url, { javaScript: false });
    const paper = await printed(page, pictures, 'svodka-no-js');
    assert.ok(paper.pages <= 2);
    assert.match(paper.text, /Аналитическая записка/);
    await page.context().close();
  },
};
