// Search: commands, screens, territories, blocks, departments by the beginnings of words; a real input, so that layouts and IME work.
const layoutPairs = (() => {
  const en = "qwertyuiop[]asdfghjkl;'zxcvbnm,.", ru = "йцукенгшщзхъфывапролджэячсмитьбю";
  return { toRu: new Map([...en].map((c, i) => [c, ru[i]])), toEn: new Map([...ru].map((c, i) => [c, en[i]])) };
})();
const retyped = (text, pairs) => [...text].map((c) => pairs.get(c) || c).join("");

const paletteItems = () => {
  const items = [...document.querySelectorAll("#header .tabs > ul > li > a")].map((a) => ({ text: a.querySelector("span").textContent, kind: say("экран", "screen"), href: a.getAttribute("href") }));
  const command = say("действие", "action");
  items.push(...commandItems(command), ...viewItems());
  items.push({ text: say("Загрузить выгрузки…", "Load exports…"), kind: command, act: () => chooseFiles() },
    { text: say("Загрузить папку выгрузок…", "Load a folder of exports…"), kind: command, act: () => chooseFiles(true) });
  if (PM.own) items.push({ text: say("Сохранить снимок…", "Save the snapshot…"), kind: command, act: () => save([PM.own.bytes], PM.own.name, "application/octet-stream") });
  const answer = call({ call: "describe" });
  const kinds = { block: [say("блок", "block"), "b"], territory: [say("территория", "territory"), "t"], department: [say("подразделение", "department"), "d"], topic: [say("тема", "topic"), "tp"] };
  const week = hashWeek();
  for (const [dimension, [kind, key]] of Object.entries(kinds)) {
    for (const { id, name } of answer.dimensions[dimension] || []) items.push({ text: name, kind, href: `#/teplo?${key}=${encodeURIComponent(id)}${week ? "&w=" + week : ""}${PM.lang === "en" ? "&lang=en" : ""}` });
  }
  if (canUnlock()) items.push({ text: say("Показать тексты (нужен ключ)", "Show texts (a key is needed)"), kind: say("действие", "action"), act: openUnlock });
  return items;
};

const commandItems = (kind) => [
  [say("Печать", "Print"), () => window.print()], [say("Экспорт: все таблицы страницы, XLSX", "Export: all tables of the page, XLSX"), () => saveFile(makeFile({ as: "xlsx" }))],
  [say("Скопировать ссылку на эту страницу", "Copy the link of this page"), () => copyLink()], [say("QR-код этой страницы", "QR code of this page"), () => showQr()],
  [say("Светлая или тёмная тема", "Light or dark theme"), () => setTheme(currentTheme() === "dark" ? "light" : "dark")], [say("Текстовый вид", "Text view"), () => setTextView(!isTextView())],
  [say("English", "Русский"), () => clickIn("#header a.lang")], [say("Сохранить этот вид…", "Save this view…"), saveView], [say("Начальная страница…", "Start page…"), () => openStartMenu(window.innerWidth / 2 - 140, 96)],
  [say("О данных: срез, источники, методы", "About the data: snapshot, sources, methods"), () => goTo("#/o-dannykh")], [say("Разделы", "Sections"), () => goTo("#/razdely")],
  [say("Клавиши", "Keys"), openHelp], [say("Файлы-шаблоны для заполнения", "Template files to fill in"), openTemplates],
].map(([text, act]) => ({ text, kind, act }));

const viewItems = () => [...allPages().views.map((view) => ({ text: viewName(view), kind: say("вид", "view"), href: view.link })),
  ...allPages().sections.map((section) => ({ text: section.title, kind: say("раздел", "section"), href: "#/razdely?paper=" + encodeURIComponent(section.id) })),
  ...[...document.querySelectorAll("#text .problem-list h3 a, #text .doc-kinds a")].map((a) => ({ text: a.closest("h3") ? a.closest("h3").textContent.trim() : a.querySelector("b").textContent, kind: a.closest("h3") ? say("проблема", "problem") : say("отчёт", "report"), href: a.getAttribute("href") }))];

// Ctrl+F is a search inside the program; pressed again there, the browser's own search opens over the text view, where it finds everything.
const searchInside = () => {
  const dialog = byId("palette");
  if (!dialog || !dialog.open) return openPalette();
  dialog.close();
  if (!isTextView()) setTextView(true);
  return false;
};

const matches = (item, wanted) => {
  const words = item.text.toLowerCase().replaceAll("ё", "е").split(/[\s«»"().,-]+/);
  return [wanted, retyped(wanted, layoutPairs.toRu), retyped(wanted, layoutPairs.toEn)].some((text) =>
    text.split(/\s+/).every((part) => words.some((word) => word.startsWith(part.replaceAll("ё", "е")))));
};

const makePalette = () => {
  const dialog = document.createElement("dialog");
  dialog.id = "palette";
  const input = document.createElement("input"), list = document.createElement("ul");
  input.type = "search";
  input.autocomplete = "off";
  input.spellcheck = false;
  list.id = "palette-list";
  list.setAttribute("role", "listbox");
  for (const [name, value] of [["role", "combobox"], ["aria-expanded", "true"], ["aria-controls", list.id], ["aria-autocomplete", "list"]]) input.setAttribute(name, value);
  dialog.append(input, list);
  return dialog;
};

let paletteReturn = null;
const openPalette = () => {
  const dialog = byId("palette") || document.body.appendChild(makePalette());
  if (dialog.open) return true;
  paletteReturn = document.activeElement;
  const input = dialog.querySelector("input"), list = dialog.querySelector("ul");
  const items = paletteItems();
  let chosen = 0, shown = [];
  const draw = () => {
    const wanted = input.value.trim().toLowerCase();
    shown = items.filter((item) => !wanted || matches(item, wanted)).slice(0, 12);
    chosen = Math.max(0, Math.min(chosen, shown.length - 1));
    list.replaceChildren(...shown.map((item, i) => {
      const row = document.createElement("li");
      row.id = "palette-" + i;
      row.setAttribute("role", "option");
      row.setAttribute("aria-selected", String(i === chosen));
      const name = document.createElement("span"), kind = document.createElement("small");
      name.textContent = item.text;
      kind.textContent = item.kind;
      row.append(name, kind);
      row.onclick = () => take(i);
      row.dataset.href = item.href || "";
      return row;
    }));
    if (!shown.length) list.textContent = say("Ничего не найдено", "Nothing found");
    input.setAttribute("aria-activedescendant", shown.length ? "palette-" + chosen : "");
    aimAt(shown.length && shown[chosen].href || "");   // where Enter leads
  };
  const take = (i) => { const item = shown[i]; dialog.close(); if (item && item.act) item.act(); else if (item) goTo(item.href); };
  input.value = "";
  dialog.setAttribute("aria-label", say("Поиск", "Search"));
  input.placeholder = say("Экран, территория, тема, проблема, действие", "Screen, territory, topic, problem, action");
  input.oninput = () => { chosen = 0; draw(); };
  input.onkeydown = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) { chosen = (chosen + step + shown.length) % Math.max(shown.length, 1); draw(); event.preventDefault(); }
    if (event.key === "Enter") { take(chosen); event.preventDefault(); }
  };
  dialog.onclose = () => { if (paletteReturn && paletteReturn.focus) paletteReturn.focus(); };
  draw();
  dialog.showModal();
  input.focus();
  return true;
};
