// The states that a page can be in besides its screens (UX: first data, bad file, another snapshot, empty filter, …): each brings a page there.
// `act` gets the opened page; `before` prepares one that is not opened yet.
const kHead = 'id;channel;received;topic;status\n';
const good = kHead + 'new-1;ПОС;12.11.2026;Уборка снега;in_work\nnew-2;ПОС;41.11.2026;Освещение;answered\n';
const foreign = 'Ticket;Opened on;Subject;Body\nT-1;05.11.2026;Дороги;Яма на дороге\nT-2;06.11.2026;Свет;Не горит фонарь\n';
const importOf = (files) => async (page) => {
  await page.evaluate((given) => { window.problemator.importFiles(Object.entries(given).map(([name, text]) => ({ name, file: new Blob([text]) }))); }, files);
  await page.waitForFunction(() => document.querySelector('#import:not([hidden]):not([data-busy]) .actions'), null, { timeout: 60000 });
};
const press = (keys) => (page) => page.keyboard.press(keys);
const broken = (page) => page.route('**/data/20*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: `problematorData("${route.request().url().match(/(\d{4}-W\d\d)/)[1]}","H4sIAAAAAAAAA0tMSk4BAMJBJDUEAAAA");` }));

export const states = [
  { name: 'empty-filter', hash: '#/soobshcheniya?t=priobye&st=rejected&m=rated,fast_track', words: 'отбор ничего не нашёл: какой фильтр снять' },
  { name: 'other-snapshot', hash: '#/rejting?s=deadbeef', words: 'ссылка сделана на другом срезе' },
  { name: 'unfinished-week', hash: '#/svodka?p=2026-11-01..2026-11-12', words: 'период не кончается неделей: без сравнения' },
  { name: 'palette', hash: '#/svodka', words: 'поиск и команды', act: press('Control+KeyK') },
  { name: 'keys', hash: '#/svodka', words: 'клавиши', act: press('Shift+Slash') },
  { name: 'why', hash: '#/svodka', words: 'почему это число', act: async (page) => { await page.locator('#text dl .num').first().focus(); await page.keyboard.press('KeyI'); } },
  { name: 'block-menu', hash: '#/rejting', words: 'экспорт страницы', act: async (page) => { await page.evaluate(() => document.activeElement.blur()); await page.keyboard.press('KeyC'); } },
  { name: 'import', hash: '#/svodka', words: 'загружено, одна строка отклонена', act: importOf({ 'выгрузка.csv': good }) },
  { name: 'import-bad', hash: '#/svodka', words: 'файл, который нельзя прочитать, рядом с хорошим', act: importOf({ 'пустой.csv': '', 'письмо.pdf': '%PDF-1.4\n1 0 obj\n', 'выгрузка.csv': good }) },
  { name: 'mapping', hash: '#/svodka', words: 'таблица неизвестной системы: сопоставление столбцов', act: async (page) => {
    await importOf({ 'чужая.csv': foreign })(page);
    await page.locator('#import button', { hasText: /Сопоставить|Match/ }).click();
    await page.waitForFunction(() => /2026-11-05/.test(document.querySelector('#mapping .preview')?.innerText));
  } },
  { name: 'problem-form', hash: '#/problemy?over=new', words: 'новая проблема' },
  { name: 'plan-form', hash: '#/pokazateli?ind=fast_track&over=plan', words: 'план показателя' },
  { name: 'damaged', hash: '#/svodka', words: 'повреждённый срез: остаётся статический отчёт', before: broken },
];
