// A visit: the built site on a server, a page of it that is ready, and the end of the visit, at which nothing may have gone wrong.
import assert from 'node:assert/strict';
import { launch, openPage, settle, whenReady } from './browser.mjs';
import { serve } from './serve.mjs';

// before and after of a suite that needs no more than the site.
export const onServer = ({ gl = false } = {}) => ({
  before: async ({ site }) => ({ browser: await launch({ gl }), server: await serve(site) }),
  after: async ({ browser, server }) => { await browser.close(); server.close(); },
});

export const visit = async (browser, address, options = {}) => {
  const page = await openPage(browser, address, options);
  await whenReady(page);
  await settle(page);
  return page;
};
export const visitSite = ({ browser, server }, hash = '', options = {}) => visit(browser, server.url + hash, options);
export const done = async (page) => { assert.deepEqual(page.troubles, []); await page.context().close(); };

export const hashOf = (page) => page.evaluate(() => location.hash);
export const digits = (text) => Number(text.replace(/[^\d]/g, ''));
