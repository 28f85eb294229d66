// Keyboard only: nothing here touches a pointer.
import assert from 'node:assert/strict';
import { settle } from './lib/browser.mjs';
import { done, onServer, visitSite as open } from './lib/visit.mjs';

export const { before, after } = onServer();

const screen = (page) => page.evaluate(() => window.problemator.state().screen);

export const tests = {
  'digits open the screens': async (world) => {
    const page = await open(world);
    for (const [key, name] of [['2', 'teplo'], ['3', 'rejting'], ['4', 'pokazateli'], ['5', 'problemy'], ['6', 'soobshcheniya'], ['7', 'otchyoty'], ['8', 'kachestvo'], ['1', 'svodka']]) {
      await page.keyboard.press('Digit' + key);
      await settle(page);
      assert.equal(await screen(page), name);
    }
    await done(page);
  },
  'Tab reaches the first link of the content and Enter opens it': async (world) => {
    const page = await open(world);
    for (let i = 0; i < 60; i++) {
      await page.keyboard.press('Tab');
      const inside = await page.evaluate(() => document.activeElement?.closest('#text') && document.activeElement.matches('a[href*="soobshcheniya"]'));
      if (inside) break;
    }
    assert.ok(await page.evaluate(() => document.activeElement.matches('#text a')));
    await page.keyboard.press('Enter');
    await settle(page);
    assert.equal(await screen(page), 'soobshcheniya');
    await done(page);
  },
  'brackets step the week on the Russian layout too': async (world) => {
    const page = await open(world);
    const week = () => page.evaluate(() => window.problemator.state().week);
    const first = await week();
    await page.keyboard.down('BracketLeft');
    await page.keyboard.up('BracketLeft');
    await settle(page);
    await page.waitForFunction((w) => window.problemator.state().week !== w, first);
    await settle(page);
    await page.keyboard.press('BracketRight');
    await page.waitForFunction((w) => window.problemator.state().week === w, first, { timeout: 5000 });
    await done(page);
  },
  'search finds a screen typed in the wrong layout': async (world) => {
    const page = await open(world);
    await page.keyboard.press('Control+KeyK');
    await page.waitForSelector('#palette[open]');
    const listed = await page.locator('#palette li').allTextContents();
    assert.deepEqual(listed, [...new Set(listed)]);
    await page.keyboard.type('htqnby');   // «рейтин» with the layout left in English
    await page.keyboard.press('Enter');
    await settle(page);
    assert.equal(await screen(page), 'rejting');
    await done(page);
  },
  'T shows the text view and T hides it': async (world) => {
    const page = await open(world);
    await page.keyboard.press('KeyT');
    await settle(page);
    assert.equal(await page.evaluate(() => document.documentElement.dataset.view), 'text');
    await page.keyboard.press('KeyT');
    await settle(page);
    assert.equal(await page.evaluate(() => document.documentElement.dataset.view), 'canvas');
    await done(page);
  },
};
