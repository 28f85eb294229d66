// The panel of an import: what is being read, how far it is, and then what became of every file.
const element = (tag, text, attributes = {}) => {
  const made = document.createElement(tag);
  if (text) made.textContent = text;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
};
const button = (text, act, attributes) => {
  const made = element("button", text, { type: "button", ...attributes });
  made.onclick = act;
  return made;
};

const grouped = (n) => Math.round(n).toLocaleString(PM.lang === "en" ? "en-GB" : "ru-RU");
const megabytes = (bytes) => (bytes / 1048576).toLocaleString(PM.lang === "en" ? "en-GB" : "ru-RU", { minimumFractionDigits: 1, maximumFractionDigits: 1 });

let panelReturn = null;
const importPanel = () => {
  let panel = byId("import");
  if (panel) return panel;
  panel = element("section", "", { id: "import", role: "dialog", tabindex: "-1" });
  panel.onkeydown = (event) => { if (event.key === "Escape" && !panel.dataset.busy) { closeImport(); event.stopPropagation(); } };
  return document.body.appendChild(panel);
};
const showImport = (...content) => {
  const panel = importPanel();
  if (!panel.contains(document.activeElement)) panelReturn = document.activeElement;
  panel.setAttribute("aria-label", say("Загрузка выгрузок", "Loading exports"));
  panel.replaceChildren(...content);
  panel.hidden = false;
  panel.focus({ preventScroll: true });
};
const closeImport = () => {
  importPanel().hidden = true;
  if (panelReturn && panelReturn.focus) panelReturn.focus({ preventScroll: true });
};

// Progress: bytes and a bar; the number of rows stands in the result.
const progressView = (given, onCancel) => {
  const total = given.reduce((sum, { file }) => sum + file.size, 0);
  const bar = element("progress", "", { max: "1", "aria-label": say("Прочитано", "Read so far") });
  const words = element("p", "", { class: "sub" });
  const stop = button(say("Отменить", "Cancel"), onCancel);
  const tell = ({ done, total: all }) => {
    bar.value = all ? done / all : 0;
    words.textContent = `${megabytes(done)} ${say("из", "of")} ${megabytes(all)} ${say("МБ", "MB")}`;
  };
  tell({ done: 0, total });
  const title = given.length === 1 ? given[0].name : say(`Файлов: ${given.length}`, `Files: ${given.length}`);
  return { content: [element("h2", say("Чтение выгрузок", "Reading exports")), element("p", title), bar, words, stop], tell };
};

const save = (parts, name, type) => {
  const link = element("a", "", { download: name });
  link.href = URL.createObjectURL(new Blob(parts, { type }));
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
};

// One line of the result: a table of a file, what it was taken for, and its rows.
const fileRow = (file) => {
  const row = element("tr");
  const name = file.sheet ? `${file.name} · ${file.sheet}` : file.name;
  row.append(element("th", name, { scope: "row" }), element("td", (file.channel_name && file.channel_name[PM.lang]) || "—"),
    element("td", grouped(file.rows_kept || 0), { class: "num" }), element("td", grouped(file.rows_rejected || 0), { class: "num" }));
  if (!file.failure) return [row];
  const why = element("tr", "", { class: "trouble" });
  why.append(element("td", file.failure[PM.lang], { colspan: "4" }));
  return [row, why];
};

const filesTable = (files) => {
  const table = element("table"), head = element("tr"), body = element("tbody");
  for (const [text, kind] of [[say("Файл", "File"), ""], [say("Система", "System"), ""], [say("Принято", "Kept"), "num"], [say("Отклонено", "Rejected"), "num"]])
    head.append(element("th", text, { scope: "col", class: kind }));
  for (const file of files) body.append(...fileRow(file));
  const top = element("thead");
  top.append(head);
  table.append(top, body);
  return table;
};

// «Добавлено 12, обновлено 3, без изменений 120»
const changeWords = (report) => {
  const change = report.change;
  if (!change) return "";
  return say(`Добавлено ${grouped(change.added)}, обновлено ${grouped(change.updated)}, без изменений ${grouped(change.kept)}`,
    `Added ${grouped(change.added)}, updated ${grouped(change.updated)}, unchanged ${grouped(change.kept)}`);
};

const resultView = (answer, given) => {
  const report = answer.report || { files: [] };
  const content = [element("h2", answer.ok ? say("Выгрузки загружены", "Exports loaded") : say("Не удалось загрузить", "Could not be loaded"))];
  if (answer.ok) content.push(element("p", changeWords(report)));
  else if (answer.message) content.push(element("p", answer.message[PM.lang], { class: "trouble" }));
  if (report.files.length) content.push(filesTable(report.files));
  const actions = element("div", "", { class: "actions" });
  if (answer.ok) actions.append(button(say("Сохранить снимок", "Save the snapshot"), () => save([PM.own.bytes], PM.own.name, "application/octet-stream")));
  for (const { name, rejects_csv: csv } of report.files.filter((file) => file.rejects_csv))
    actions.append(button(say("Отклонённые строки: ", "Rejected rows: ") + name, () => save([csv], name + ".rejects.csv", "text/csv")));
  if (answer.report) actions.append(button(say("Отчёт о загрузке", "Import report"), () => save([JSON.stringify(answer.report, null, 1)], "import-report.json", "application/json")));
  const unknown = report.files.find((file) => file.failure && file.failure.fault === "unknown_columns");
  const source = unknown && given.find(({ name }) => name === unknown.name);
  if (source) actions.append(button(say("Сопоставить столбцы", "Match the columns"), () => openMapping(source, given)));
  actions.append(button(say("Закрыть", "Close"), closeImport));
  content.push(actions);
  return content;
};

// Without an open snapshot somebody has to say whose messages these are.
const askMunicipality = () => new Promise((resolve) => {
  const list = element("select", "", { "aria-label": say("Муниципалитет", "Municipality") });
  for (const { id, ru, en } of importer.municipalities) list.append(element("option", PM.lang === "en" && en ? en : ru, { value: id }));
  showImport(element("h2", say("Чьи это сообщения", "Whose messages are these")), list,
    button(say("Загрузить", "Load"), () => resolve(list.value)), button(say("Отменить", "Cancel"), () => { closeImport(); resolve(null); }));
  list.focus();
});

const runImport = async (given, wish = {}) => {
  const cancel = () => stopWorker(new Error(say("Загрузка отменена", "Loading cancelled")));
  const view = progressView(given, cancel);
  showImport(...view.content);
  importPanel().dataset.busy = "1";
  try {
    if (!importer.worker) await startWorker();
    if (!PM.own && !PM.opened && !wish.profile) {
      const chosen = await askMunicipality();
      if (!chosen) return;
      wish = { ...wish, profile: chosen };
      showImport(...view.content);
    }
    const answer = await importGiven(given, wish, view.tell);
    showImport(...resultView(answer, given));
  } catch (error) {
    showImport(element("h2", say("Не загружено", "Not loaded")), element("p", error.message || String(error), { class: "trouble" }), button(say("Закрыть", "Close"), closeImport));
  } finally {
    delete importPanel().dataset.busy;
  }
};
