// The menu of a block: copy, download, link, QR, add to a section. On the canvas a corner button opens it, in the text view a button
// in the head of every block, in the top bar «Экспорт» with all blocks of the page.
const menuItems = (request, title) => [
  [say("Копировать таблицу", "Copy as a table"), () => copyTable(request)],
  [say("Копировать текст", "Copy as text"), () => copyWords(request)],
  [say("Скачать XLSX", "Download XLSX"), () => saveFile(makeFile({ ...request, as: "xlsx" }))],
  [say("Скачать CSV", "Download CSV"), () => saveFile(makeFile({ ...request, as: "csv" }))],
  [say("Скачать PNG для печати", "Download PNG for print"), () => savePng(request)],
  [say("Скачать SVG", "Download SVG"), () => saveFile(makeFile({ ...request, as: "svg" }))],
  [say("Скопировать ссылку", "Copy the link"), () => copyLink(request.link)],
  [say("QR-код ссылки", "QR code of the link"), () => showQr(request.link)],
  [say("Добавить в раздел…", "Add to a section…"), () => addToSection(request.link || location.hash || "#/svodka", request.block, title)],
];

let menuReturn = null;
const closeMenu = (withFocus = true) => {
  const menu = byId("block-menu");
  if (!menu) return;
  menu.remove();
  if (withFocus && menuReturn && menuReturn.isConnected) menuReturn.focus({ preventScroll: true });
};

// Within the window, below the point where there is room, else above it.
const placeMenu = (menu, x, y) => {
  const box = menu.getBoundingClientRect();
  menu.style.left = Math.max(8, Math.min(x, window.innerWidth - box.width - 8)) + "px";
  menu.style.top = Math.max(8, y + box.height + 8 > window.innerHeight ? Math.min(y, window.innerHeight) - box.height - 34 : y) + "px";
};

const stepInMenu = (menu, event) => {
  const items = [...menu.querySelectorAll("[role=menuitem]")], at = items.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
  if (event.key === "Escape" || event.key === "Tab") { closeMenu(); event.preventDefault(); event.stopPropagation(); return; }
  if (to === undefined) return;
  items[(to + items.length) % items.length].focus();
  event.preventDefault();
  event.stopPropagation();
};

const openMenu = (title, items, x, y) => {
  closeMenu(false);
  menuReturn = document.activeElement;
  const menu = element("div", "", { id: "block-menu", role: "menu", "aria-label": title });
  menu.append(element("p", title, { class: "menu-title", role: "presentation" }));
  for (const [text, act] of items) {
    const item = element("button", text, { type: "button", role: "menuitem", tabindex: "-1" });
    item.onclick = async () => { closeMenu(); try { await act(); } catch (error) { showTrouble(error); } };
    menu.append(item);
  }
  menu.onkeydown = (event) => stepInMenu(menu, event);
  document.body.append(menu);
  placeMenu(menu, x, y);
  menu.querySelector("[role=menuitem]").focus({ preventScroll: true });
};

const openBlockMenu = (block, link, x, y) => {
  const known = blocksOf(link).find(({ id }) => id === block);
  if (!known) return;
  const request = link ? { block, link } : { block };
  openMenu(known.title, menuItems(request, known.title), x, y);
};

// The canvas asks in its own coordinates.
const openCanvasMenu = (block, x, y) => {
  const box = byId("canvas").getBoundingClientRect();
  openBlockMenu(block, null, box.left + x, box.top + y);
};

// «Экспорт» of the top bar: the whole page, then its blocks.
const openPageMenu = (from) => {
  const box = from.getBoundingClientRect();
  const items = [[say("Все таблицы страницы, XLSX", "All tables of the page, XLSX"), () => saveFile(makeFile({ as: "xlsx" }))], [say("Печать", "Print"), () => window.print()],
    [say("Скопировать ссылку", "Copy the link"), () => copyLink()], [say("QR-код ссылки", "QR code of the link"), () => showQr()], [say("Сохранить вид…", "Save the view…"), () => saveView()]];
  for (const { id, title } of blocksOf()) items.push([title + "…", () => openBlockMenu(id, null, box.left, box.bottom + 4)]);
  openMenu(say("Экспорт", "Export"), items, box.left, box.bottom + 4);
};

// Every block of the text view gets its button, in its head where it has one.
const addMenuButtons = (text) => {
  for (const block of text.querySelectorAll("[data-block]")) {
    if (block.querySelector(":scope > .block-menu, :scope > .panel-head > .block-menu")) continue;
    const head = block.querySelector(":scope > .panel-head") || block;
    const title = (block.querySelector("h2, caption") || {}).textContent || say("Блок", "Block");
    const opener = element("button", "", { type: "button", class: "block-menu", "data-do": "block", "aria-haspopup": "menu", "aria-label": say("Скопировать или скачать: ", "Copy or download: ") + title, title: say("Скопировать или скачать", "Copy or download") });
    if (head === block) head.prepend(opener); else head.append(opener);
  }
};

const openTwinMenu = (opener) => {
  const block = opener.closest("[data-block]"), box = opener.getBoundingClientRect();
  const isSeen = isTextView();
  const canvas = byId("canvas").getBoundingClientRect();
  openBlockMenu(block.dataset.block, block.dataset.link || null, isSeen ? box.left : canvas.left + 40, isSeen ? box.bottom + 4 : canvas.top + 40);
};

document.addEventListener("pointerdown", (event) => { if (byId("block-menu") && !event.target.closest("#block-menu")) closeMenu(false); });

// Ctrl+C without a selection: the value that has the focus, or the table of its block.
const copyFocused = () => {
  if (String(window.getSelection())) return false;
  const active = document.activeElement;
  const block = active && active.closest && active.closest("#text [data-block]");
  if (!block) return false;
  const isValue = active.matches("a") && active.textContent.trim();
  if (isValue) copyAny(active.textContent.trim()).then(() => showNotice(say("Скопировано: ", "Copied: ") + active.textContent.trim(), false)).catch(showTrouble);
  else copyTable({ block: block.dataset.block, ...(block.dataset.link ? { link: block.dataset.link } : {}) }).catch(showTrouble);
  return true;
};
