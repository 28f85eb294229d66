// gallery.mjs, called by scripts/gallery: screenshots of the built site, few colours and small, and the page that lists them.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { states } from './gallery_states.mjs';
import { launch, openPage, settle, whenReady } from './lib/browser.mjs';
import { serve } from './lib/serve.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const option = (name, fallback) => { const at = process.argv.indexOf('--' + name); return at > 0 ? process.argv[at + 1] : fallback; };
const isAll = process.argv.includes('--all');
const other = option('other', '');   // the site of another municipality
const site = resolve(option('site', join(root, 'build/site')));
const out = resolve(option('out', join(root, isAll ? 'build/gallery' : 'docs/gallery')));
const kMostBytes = 120 * 1024, kMostInAll = 3 * 1024 * 1024;

const screens = {
  svodka: 'Сводка', teplo: 'Тепловая карта', karta: 'Карта', rejting: 'Рейтинг', pokazateli: 'Показатели', problemy: 'Проблематор',
  soobshcheniya: 'Сообщения', otchyoty: 'Отчёты', kachestvo: 'Качество данных', 'o-dannykh': 'О данных',
};
const links = { karta: 'teplo?view=map' };   // of those that are not a screen of their own
const drawn = {                              // sheets of the design beside which the pictures are laid with --mockups
  'svodka.png': '01-svodka-light.png', 'svodka-dark.png': '01-svodka-dark.png', 'teplo-cell.png': '02-teplovaya-karta.png', 'rejting.png': '03-rejting.png',
  'pokazateli.png': '04-pokazateli.png', 'problemy.png': '05-problemator.png', 'karta.png': '06-karta.png', 'soobshcheniya-card.png': '07-soobshcheniya.png',
  'print-svodka-1.png': '08-zapiska-1.png', 'print-svodka-2.png': '08-zapiska-2.png', 'svodka-1024.png': '11-svodka-1024.png', 'svodka-390.png': '12-svodka-390.png',
};
const mockups = option('mockups', '');
const heights = { 1440: 900, 1024: 768, 390: 844 };
const shot = (screen, more = {}) => ({ screen, width: 1440, lang: 'ru', theme: 'light', how: 'server', ...more });

// The ones that are kept in the repository.
const chosen = [
  ...Object.keys(screens).map((screen) => shot(screen)),
  shot('svodka', { theme: 'dark' }), shot('teplo', { theme: 'dark' }), shot('soobshcheniya', { theme: 'dark' }),
  shot('svodka', { width: 1024 }), shot('teplo', { width: 1024 }),
  shot('svodka', { width: 390 }), shot('soobshcheniya', { width: 390 }),
  shot('svodka', { lang: 'en' }), shot('rejting', { lang: 'en' }), shot('teplo', { with: 'cell' }), shot('soobshcheniya', { with: 'card' }),
  ...(other ? [shot('svodka', { how: 'other' }), shot('svodka', { how: 'other-webgl' }), shot('svodka', { how: 'other-file' })] : []),
  shot('svodka', { how: 'webgl' }), shot('svodka', { how: 'file' }), shot('svodka', { how: 'no-js' }), shot('svodka', { how: 'text' }),
];
const every = [
  ...Object.keys(screens).flatMap((screen) => Object.keys(heights).flatMap((width) => ['light', 'dark'].flatMap((theme) => ['ru', 'en'].map((lang) => shot(screen, { width: Number(width), theme, lang }))))),
  ...chosen.filter((s) => s.with || s.how !== 'server'),
];
const printed = isAll ? Object.keys(screens) : ['svodka', 'rejting'];

const words = {
  server: 'процессорный растеризатор, без видеокарты', webgl: 'WebGL2', file: 'открыто двойным щелчком (file://), без WebGL',
  'no-js': 'без JavaScript: страница, которую написал генератор', text: 'текстовый вид той же страницы',
  other: 'другой муниципалитет, без видеокарты', 'other-webgl': 'другой муниципалитет, WebGL2', 'other-file': 'другой муниципалитет, file://',
  cell: 'открыта клетка всплеска', card: 'открыта карточка сообщения',
};
const nameOf = (s) => [s.screen, s.width, s.theme, s.lang, s.how, s.with].filter((word) => word && !['server', 'ru', 'light', 1440].includes(word)).join('-') + '.png';
const captionOf = (s) => [screens[s.screen], `${s.width} px`, s.theme === 'dark' ? 'тёмная тема' : null, s.lang === 'en' ? 'на английском' : null, words[s.how], words[s.with]].filter(Boolean).join(', ');

// Fewer colours until the picture is small enough to be kept in the repository.
const shrink = (file) => {
  for (const colours of [128, 64, 32, 16]) {
    execFileSync('convert', [file, '-strip', '+dither', '-colors', String(colours), '-define', 'png:compression-level=9', 'PNG8:' + file + '.small']);
    if (statSync(file + '.small').size <= kMostBytes || colours === 16) break;
  }
  execFileSync('mv', [file + '.small', file]);
  return statSync(file).size;
};

const addressOf = (s, server) => {
  const query = s.how.endsWith('webgl') ? '?r=gl' : '';
  const more = [s.lang === 'en' ? 'lang=en' : '', s.how === 'text' ? 'r=text' : ''].filter(Boolean).join('&'), link = links[s.screen] || s.screen;
  const hash = '#/' + link + (more ? (link.includes('?') ? '&' : '?') + more : '');
  return (s.how.endsWith('file') ? pathToFileURL(join(s.how === 'file' ? site : resolve(other), 'index.html')).href : server.url) + query + hash;
};

// What is opened on the screen before the picture: the first surge of the matrix, the first row of the list.
const inside = { cell: '#text .heat td a[href*="cell="]', card: '#text table a[href*="id="]' };
const openFirst = async (page, selector) => {
  const href = await page.locator(selector).first().getAttribute('href');
  await page.evaluate((to) => window.problemator.go(to), href);
  await settle(page);
  await page.waitForTimeout(300);
};

// The picture of an opened page, kept small; the page is closed.
const keep = async (page, name, caption) => {
  const file = join(out, name), troubles = page.troubles;
  await page.screenshot({ path: file });
  await page.context().close();
  return { file: name, caption, bytes: shrink(file), troubles };
};

const take = async (browser, server, s) => {
  const page = await openPage(browser, addressOf(s, server), { width: s.width, height: heights[s.width], dark: s.theme === 'dark', javaScript: s.how !== 'no-js' });
  if (s.how !== 'no-js') { await whenReady(page); await settle(page); await page.waitForTimeout(400); }
  if (s.with) await openFirst(page, inside[s.with]);
  return keep(page, nameOf(s), captionOf(s));
};

// A state of gallery_states.mjs at a width, in a theme and a language.
const takeState = async (browser, server, state, { width = 1440, theme = 'light', lang = 'ru' } = {}) => {
  const page = await openPage(browser, 'about:blank', { width, height: heights[width], dark: theme === 'dark' });
  if (state.before) await state.before(page);
  const hash = lang === 'en' ? state.hash + (state.hash.includes('?') ? '&' : '?') + 'lang=en' : state.hash;
  await page.goto(server.url + hash);
  if (!state.before) { await whenReady(page); await settle(page); }
  if (state.act) await state.act(page);
  await page.waitForTimeout(500);
  const name = ['state', state.name, ...[width, theme, lang].filter((word) => ![1440, 'light', 'ru'].includes(word))].join('-') + '.png';
  return { ...await keep(page, name, ['Состояние', state.words, `${width} px`].join(', ')), troubles: [] };   // some states are troubles
};

const print = async (browser, server, screen) => {
  const page = await openPage(browser, server.url + '#/' + (links[screen] || screen));
  await whenReady(page);
  await settle(page);
  const pdf = join(out, screen + '.pdf');
  writeFileSync(pdf, await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  await page.context().close();
  execFileSync('pdftoppm', ['-r', '80', '-png', '-l', '2', pdf, join(out, 'print-' + screen)]);
  rmSync(pdf);
  return readdirSync(out).filter((name) => name.startsWith('print-' + screen)).sort().map((name, i) => (
    { file: name, caption: `${screens[screen]}, печать, страница ${i + 1}`, bytes: shrink(join(out, name)), troubles: [] }));
};

const pageOf = (pictures) => `# Галерея

Учебные данные Октябрьского района, сделанные \`problemator samples\`: всё вымышлено. Снимки делает \`scripts/gallery\`.

${pictures.map((p) => `## ${p.caption}\n\n![${p.caption}](${p.file})\n`).join('\n')}`;

// Sheet and picture side by side, for the eye.
const besideHtml = (names) => `<!doctype html><meta charset="utf-8"><style>body{margin:8px;font:14px sans-serif}img{width:49%;border:1px solid #ccc;vertical-align:top}</style>
${names.filter((name) => drawn[name]).map((name) => `<h2>${name}</h2><img src="${pathToFileURL(join(resolve(mockups), drawn[name])).href}"> <img src="${name}">`).join('\n')}`;

mkdirSync(out, { recursive: true });
for (const name of readdirSync(out)) if (name.endsWith('.png')) rmSync(join(out, name));
const plain = await launch({ gl: false }), gl = await launch({ gl: true }), server = await serve(site), second = other ? await serve(resolve(other)) : null;
const pictures = [];
try {
  for (const s of isAll ? every : chosen) pictures.push(await take(s.how.endsWith('webgl') ? gl : plain, s.how.startsWith('other') ? second : server, s));
  for (const state of isAll ? states : []) for (const how of [{}, { theme: 'dark', lang: 'en' }, { width: 390 }]) pictures.push(await takeState(plain, server, state, how));
  for (const screen of printed) pictures.push(...await print(plain, server, screen));
} finally {
  await plain.close();
  await gl.close();
  server.close();
  second?.close();
}
writeFileSync(join(out, 'README.md'), pageOf(pictures));
if (mockups) writeFileSync(join(out, 'beside.html'), besideHtml(pictures.map((p) => p.file)));
const all = pictures.reduce((sum, p) => sum + p.bytes, 0);
const complaints = pictures.flatMap((p) => [...p.troubles.map((t) => `${p.file}: ${t}`), ...(!isAll && p.bytes > kMostBytes ? [`${p.file}: ${p.bytes} bytes`] : [])]);
if (!isAll && all > kMostInAll) complaints.push(`the gallery takes ${all} bytes`);
console.log(`${pictures.length} pictures, ${Math.round(all / 1024)} KB, ${out}`);
if (complaints.length) { console.error(complaints.join('\n')); process.exitCode = 1; }
