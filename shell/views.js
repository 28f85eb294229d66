// Named views and start pages: links under names, kept in this browser, carried as a file, shipped with the site (data/views.js).
const shipped = { views: [], sections: [] };
window.problematorOwn = (pages) => { shipped.views = pages.views || []; shipped.sections = pages.sections || []; };
for (const [name, ...args] of received) if (name === "problematorOwn") window.problematorOwn(...args);

const ownPages = () => {
  try {
    const pages = JSON.parse(remembered.get("own") || "{}");
    return { version: 1, views: Array.isArray(pages.views) ? pages.views : [], sections: Array.isArray(pages.sections) ? pages.sections : [] };
  } catch { return { version: 1, views: [], sections: [] }; }
};

// The core checks everything that comes from outside; a file that it refuses changes nothing.
const checkPages = (pages) => {
  if (!withText(JSON.stringify(pages), (at) => PM.module._pm_own_pages(at))) throw refusal();
};
const byKey = (first, more, key) => [...first.filter((one) => !more.some((other) => other[key] === one[key])), ...more];
const allPages = () => {
  const own = ownPages();
  return { version: 1, views: byKey(shipped.views, own.views, "name"), sections: byKey(shipped.sections, own.sections, "id") };
};
const handPages = () => {
  try { checkPages(allPages()); } catch { checkPages({ version: 1, views: shipped.views, sections: shipped.sections }); }
};
const keepPages = (pages) => {
  const own = { version: 1, views: pages.views, sections: pages.sections };
  checkPages({ ...own, views: byKey(shipped.views, own.views, "name"), sections: byKey(shipped.sections, own.sections, "id") });
  remembered.set("own", JSON.stringify(own));
  refresh();
};

// Views are about what is looked at, not about one week: the newest week answers, unless the reader wants this one.
const withoutWeek = (hash) => hash.replace(/([?&])(?:w|s)=[^&]*(?=&|$)/g, (all, before) => (before === "?" ? "?" : "")).replace("?&", "?").replace(/\?$/, "");

const saveView = async () => {
  const heading = document.querySelector("#header .tabs a[aria-current]");
  const name = await askText(say("Название вида", "Name of the view"), heading ? heading.textContent.trim() : "");
  if (!name) return;
  const own = ownPages(), link = withoutWeek(location.hash || "#/svodka");
  keepPages({ ...own, views: byKey(own.views, [{ name, link }], "name") });
  showNotice(say("Вид сохранён в этом браузере: ", "The view is kept in this browser: ") + name, false);
};
const forgetView = (name) => {
  const own = ownPages();
  keepPages({ ...own, views: own.views.filter((view) => view.name !== name) });
};

const savePages = () => save([JSON.stringify(ownPages(), null, 1) + "\n"], "problematory-vidy.json", "application/json");
const loadPages = async () => {
  const chosen = await chooseText();
  if (!chosen) return;
  try {
    let pages;
    try { pages = JSON.parse(chosen.text); } catch { throw trouble(`${chosen.name}: это не файл видов и разделов; выберите файл, который сохранила эта программа`, `${chosen.name}: this is no file of views and sections; choose one that this program saved`); }
    checkPages(pages);
    const own = ownPages();
    keepPages({ ...own, views: byKey(own.views, pages.views || [], "name"), sections: byKey(own.sections, pages.sections || [], "id") });
    showNotice(say("Виды и разделы добавлены", "Views and sections were added"), false);
  } catch (error) { handPages(); refresh(); showTrouble(error); }
};

const viewName = (view) => (PM.lang === "en" && view.name_en ? view.name_en : view.name);
const goTo = (hash) => { location.hash = PM.lang === "en" && !/[?&]lang=/.test(hash) ? hash + (hash.includes("?") ? "&" : "?") + "lang=en" : hash; };

// Start pages: the head's sheet, the curator's block, the analyst's map. A link with a place of its own is never overruled.
const roleStarts = () => {
  const shippedStart = (role, otherwise) => (allPages().views.find((view) => view.role === role) || { link: otherwise }).link;
  const blocks = (call({ call: "describe" }).dimensions.block || []).map(({ id, name }) => ({ text: say("Куратор блока: ", "Curator of ") + name, link: `#/svodka?b=${encodeURIComponent(id)}` }));
  const own = allPages().views.some((view) => view.role === "curator") ? [{ text: say("Куратор", "Curator"), link: shippedStart("curator", "#/svodka") }] : [];
  return [{ text: say("Глава: сводка", "Head: the overview"), link: shippedStart("head", "#/svodka") }, ...own, ...blocks, { text: say("Аналитик: тепловая карта", "Analyst: the heat map"), link: shippedStart("analyst", "#/teplo") }];
};
const setStart = (link) => {
  remembered.set("start", link);
  goTo(link);
  showNotice(say("Теперь программа открывается здесь", "The program opens here from now on"), false);
};
const startHere = () => setStart(withoutWeek(location.hash || "#/svodka"));
const openStartMenu = (x, y) => openMenu(say("Начальная страница", "Start page"), [...roleStarts().map(({ text, link }) => [text, () => setStart(link)]), [say("Эта страница", "This page"), startHere]], x, y);
const goToStart = () => {
  const start = remembered.get("start");
  if (start && start.startsWith("#/") && !location.hash) history.replaceState(history.state, "", start);
};

const openViewsMenu = (from) => {
  const box = from ? from.getBoundingClientRect() : { left: window.innerWidth / 2 - 140, bottom: 96 };
  const own = new Set(ownPages().views.map((view) => view.name));
  const items = allPages().views.map((view) => [viewName(view), () => goTo(view.link)]);
  items.push([say("Сохранить этот вид…", "Save this view…"), saveView], [say("Начальная страница…", "Start page…"), () => openStartMenu(box.left, box.bottom + 4)]);
  if (own.size) items.push([say("Удалить вид…", "Remove a view…"), () => openMenu(say("Удалить вид", "Remove a view"), [...own].map((name) => [name, () => forgetView(name)]), box.left, box.bottom + 4)]);
  items.push([say("Разделы", "Sections"), () => goTo("#/razdely")], [say("Скачать виды и разделы файлом", "Download views and sections"), savePages], [say("Открыть файл видов и разделов…", "Open a file of views and sections…"), loadPages]);
  openMenu(say("Виды", "Views"), items, box.left, box.bottom + 4);
};
