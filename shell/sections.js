// Sections: a reader puts blocks of any screens together into a page of its own. The list is kept as own pages are (views.js).
const newSectionId = (title) => "r" + [...title].reduce((sum, c) => (sum * 31 + c.codePointAt(0)) >>> 0, 7).toString(36);

const putSection = (section) => {
  const own = ownPages();
  keepPages({ ...own, sections: byKey(own.sections, [section], "id") });
};

const addToSection = async (link, block, title) => {
  const sections = allPages().sections;
  const add = (section) => {
    putSection({ ...section, blocks: [...section.blocks, { link: withoutWeek(link), block }] });
    showNotice(say(`«${title}» добавлен в раздел «${section.title}»`, `“${title}” was added to “${section.title}”`), false);
  };
  const make = async () => {
    const name = await askText(say("Название раздела", "Title of the section"), "");
    if (name) add({ id: newSectionId(name), title: name, blocks: [] });
  };
  if (!sections.length) { await make(); return; }
  openMenu(say("В какой раздел", "To which section"), [...sections.map((section) => [section.title, () => add(section)]), [say("Новый раздел…", "A new section…"), make]], window.innerWidth / 2 - 140, 120);
};

const openedSection = () => {
  const wanted = (/[?&]paper=([^&]*)/.exec(location.hash) || [])[1];
  const sections = allPages().sections;
  return sections.find((section) => section.id === (wanted && decodeURIComponent(wanted))) || sections[0];
};
const isOwnSection = (section) => ownPages().sections.some((one) => one.id === section.id);

const moveBlock = (section, at, step) => {
  const blocks = [...section.blocks], to = at + step;
  if (to < 0 || to >= blocks.length) return;
  [blocks[at], blocks[to]] = [blocks[to], blocks[at]];
  putSection({ ...section, blocks });
};
const dropBlock = (section, at) => putSection({ ...section, blocks: section.blocks.filter((_, i) => i !== at) });
const dropSection = (section) => {
  const own = ownPages();
  keepPages({ ...own, sections: own.sections.filter((one) => one.id !== section.id) });
  goTo("#/razdely");
};
const renameSection = async (section) => {
  const name = await askText(say("Название раздела", "Title of the section"), section.title);
  if (name) putSection({ ...section, title: name });
};
const saveSection = (section) => save([JSON.stringify({ version: 1, sections: [section] }, null, 1) + "\n"], `razdel-${section.id}.json`, "application/json");

const sectionTools = (section) => [button(say("Печать", "Print"), () => window.print(), { class: "button primary" }), button(say("Таблицы XLSX", "XLSX tables"), () => saveFile(makeFile({ as: "paper-xlsx" })), { class: "button" }),
  button(say("Документ Word", "Word document"), () => saveFile(makeFile({ as: "paper-docx" })), { class: "button" }), button(say("Сохранить раздел файлом", "Save the section as a file"), () => saveSection(section), { class: "button" })];

// What can be done with the open section stands over it; blocks of the reader's own one can be moved and taken out.
const renewSectionTools = (text) => {
  const place = text.querySelector("#section-tools");
  if (!place) return;
  const section = openedSection();
  const tools = section ? sectionTools(section) : [];
  if (section && isOwnSection(section)) tools.push(button(say("Переименовать", "Rename"), () => renameSection(section), { class: "button" }), button(say("Удалить раздел", "Remove the section"), () => dropSection(section), { class: "button" }));
  place.replaceChildren(...tools, button(say("Открыть файл раздела…", "Open a section's file…"), loadPages, { class: "button" }));
  if (!section || !isOwnSection(section)) return;
  text.querySelectorAll(".doc-part").forEach((part, i) => {
    const row = element("div", "", { class: "part-tools" });
    row.append(button("↑", () => moveBlock(section, i, -1), { "aria-label": say("Выше", "Up") }), button("↓", () => moveBlock(section, i, 1), { "aria-label": say("Ниже", "Down") }), button("×", () => dropBlock(section, i), { "aria-label": say("Убрать из раздела", "Take out of the section") }));
    part.prepend(row);
  });
};
