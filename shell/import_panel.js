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

const locale = () => (PM.lang === "en" ? "en-GB" : "ru-RU");
const grouped = (n) => Math.round(n).toLocaleString(locale());
const percent = (share) => Math.round(share * 100) + (PM.lang === "en" ? "%" : "\u00a0%");
const megabytes = (bytes) => (bytes / 1e6).toLocaleString(locale(), { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const rowsWord = (n) => {
  if (PM.lang === "en") return n === 1 ? "row" : "rows";
  return { one: "строка", few: "строки" }[new Intl.PluralRules("ru").select(n)] || "строк";
};

let panelReturn = null;
const importPanel = () => {
  let panel = byId("import");
  if (panel) return panel;
  panel = element("section", "", { id: "import", role: "dialog", "aria-labelledby": "import-title", hidden: "" });
  panel.onkeydown = (event) => { if (event.key !== "Escape") return; if (!panel.dataset.busy) closeImport(); event.stopPropagation(); };
  return document.body.appendChild(panel);
};
const titleOf = (text) => element("h2", text, { id: "import-title", tabindex: "-1" });

// The heading takes the focus: a screen reader says it, and Tab goes on to the first button.
const showImport = (...content) => {
  const panel = importPanel();
  if (panel.hidden) panelReturn = document.activeElement;
  panel.replaceChildren(...content);
  panel.hidden = false;
  byId("import-title").focus({ preventScroll: true });
};
const closeImport = () => {
  importPanel().hidden = true;
  const back = panelReturn && panelReturn.isConnected && panelReturn !== document.body ? panelReturn : document.querySelector("#header [data-do=load]");
  if (back) back.focus({ preventScroll: true });
};

// Percent, bytes, rows and the time that is left; after the last byte the messages are still matched and the snapshot is made.
const progressWords = ({ done, total, rows = 0, looked = 0 }, seconds) => {
  if (looked) return `${say("Контрольная сумма", "Checksum")}: ${megabytes(Math.min(looked, total))} ${say("из", "of")} ${megabytes(total)} ${say("МБ", "MB")}`;
  const share = total ? done / total : 0;
  const parts = [percent(share), `${megabytes(done)} ${say("из", "of")} ${megabytes(total)} ${say("МБ", "MB")}`];
  if (rows) parts.push(`${grouped(rows)} ${rowsWord(rows)}`);
  if (share > 0.05 && share < 1 && seconds > 1) parts.push(say("осталось ", "left: ") + Math.ceil(seconds / share - seconds) + say("\u00a0с", "\u00a0s"));
  return parts.join(" · ");
};

const progressView = (given, onCancel) => {
  const bar = element("progress", "", { max: "1", "aria-label": say("Прочитано", "Read so far") });
  const words = element("p", "", { class: "sub" }), stage = element("p", "", { role: "status" });
  const started = performance.now();
  const tell = (at) => {
    bar.value = at.total ? at.done / at.total : 0;
    words.textContent = progressWords(at, (performance.now() - started) / 1000);
    if (at.done < at.total || !at.total) return;
    bar.removeAttribute("value");
    stage.textContent = say("Прочитано, сводим сообщения", "Read; messages are being brought together");
  };
  tell({ done: 0, total: given.reduce((sum, { file }) => sum + file.size, 0) });
  stage.textContent = given.length === 1 ? given[0].name : say(`Файлов: ${given.length}`, `Files: ${given.length}`);
  const actions = element("div", "", { class: "actions" });
  actions.append(button(say("Отменить", "Cancel"), onCancel));
  return { content: [titleOf(say("Чтение выгрузок", "Reading exports")), stage, bar, words, actions], tell };
};

const save = (parts, name, type) => {
  const link = element("a", "", { download: name });
  link.href = URL.createObjectURL(new Blob(parts, { type }));
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
};

// The page has a better way out than the command line's.
const failureWords = ({ failure }) => (failure.fault === "unknown_columns"
  ? say("Столбцы не похожи ни на одну известную выгрузку; сопоставьте их сами: ", "The columns match no known export; match them yourself: ") + failure.piece
  : failure[PM.lang]);

// One line of the result: a table of a file, what it was taken for, and its rows.
const fileRow = (file) => {
  const row = element("tr");
  const name = file.sheet ? `${file.name} · ${file.sheet}` : file.name;
  row.append(element("th", name, { scope: "row" }), element("td", (file.channel_name && file.channel_name[PM.lang]) || "—"),
    element("td", grouped(file.rows_kept || 0), { class: "num" }), element("td", grouped(file.rows_rejected || 0), { class: file.rows_rejected ? "num trouble" : "num" }));
  if (!file.failure) return [row];
  const why = element("tr", "", { class: "trouble" });
  why.append(element("td", failureWords(file), { colspan: "4" }));
  row.className = "explained";
  return [row, why];
};

const filesTable = (files) => {
  const table = element("table"), head = element("tr"), body = element("tbody");
  for (const [text, kind] of [[say("Файл", "File"), ""], [say("Система", "System"), ""], [say("Принято", "Kept"), "num"], [say("Отклонено", "Refused"), "num"]])
    head.append(element("th", text, { scope: "col", class: kind }));
  for (const file of files) body.append(...fileRow(file));
  const top = element("thead");
  top.append(head);
  table.append(top, body);
  return table;
};

// «Октябрьское: добавлено 12, обновлено 3, без изменений 120»
const changeWords = ({ report, municipality }) => {
  const change = report.change;
  const counts = change && change.has_previous
    ? say(`добавлено ${grouped(change.added)}, обновлено ${grouped(change.updated)}, без изменений ${grouped(change.kept)}`,
      `added ${grouped(change.added)}, updated ${grouped(change.updated)}, unchanged ${grouped(change.kept)}`)
    : say(`сообщений: ${grouped(report.messages)}`, `messages: ${grouped(report.messages)}`);
  return municipality ? `${municipality}: ${counts}` : counts[0].toUpperCase() + counts.slice(1);
};

// The dropped file that a table of the report came from: itself, or the archive around it.
const sourceOf = (table, given) => given.find(({ name }) => name === table.name || table.name.startsWith(name + "/"));

const resultActions = (answer, given) => {
  const report = answer.report || { files: [] };
  const actions = element("div", "", { class: "actions" });
  const unknown = report.files.find((file) => file.failure && file.failure.fault === "unknown_columns" && sourceOf(file, given));
  if (isLoaded(answer)) actions.append(button(say("Сохранить снимок", "Save the snapshot"), () => save([PM.own.bytes], PM.own.name, "application/octet-stream"), { class: unknown ? "" : "primary" }));
  if (unknown) actions.append(button(say("Сопоставить столбцы", "Match the columns"), () => openMapping(sourceOf(unknown, given), given, unknown).catch(showTrouble), { class: "primary" }));
  for (const { name, rejects_csv: csv } of report.files.filter((file) => file.rejects_csv))
    actions.append(button(say("Отклонённые строки: ", "Rejected rows: ") + name, () => save([csv], name.replaceAll("/", "_") + ".rejects.csv", "text/csv")));
  if (answer.report) actions.append(button(say("Отчёт о загрузке", "Import report"), () => save([JSON.stringify(answer.report, null, 1)], "import-report.json", "application/json")));
  actions.append(button(say("Закрыть", "Close"), closeImport));
  return actions;
};

const resultView = (answer, given) => {
  const failed = answer.report ? answer.report.files.filter((file) => file.failure).length : 0;
  const title = !isLoaded(answer) ? say("Ничего не загружено", "Nothing was loaded") : failed ? say("Загружено не всё", "Not everything was loaded") : say("Выгрузки загружены", "Exports loaded");
  const content = [titleOf(title)];
  if (isLoaded(answer)) content.push(element("p", changeWords(answer)));
  else if (answer.message && !failed) content.push(element("p", answer.message[PM.lang], { class: "trouble" }));
  if (answer.report && answer.report.files.length) content.push(filesTable(answer.report.files));
  content.push(resultActions(answer, given));
  return content;
};

// Without an open snapshot somebody has to say whose messages these are.
const askMunicipality = () => new Promise((resolve) => {
  const list = element("select", "", { "aria-labelledby": "import-title" });
  for (const { id, ru, en } of importer.municipalities) list.append(element("option", PM.lang === "en" && en ? en : ru, { value: id }));
  const actions = element("div", "", { class: "actions" });
  actions.append(button(say("Загрузить", "Load"), () => resolve(list.value), { class: "primary" }), button(say("Отменить", "Cancel"), () => resolve(null)));
  showImport(titleOf(say("Чьи это сообщения", "Whose messages are these")), list, actions);
  list.focus();
});

class Cancelled extends Error {}

const runImport = async (given, wish = {}) => {
  const panel = importPanel();
  if (panel.dataset.busy) { showNotice(say("Дождитесь конца чтения или отмените его", "Wait until the reading ends, or cancel it"), true); return; }
  let isCancelled = false;
  const cancel = () => { isCancelled = true; stopWorker(new Cancelled()); };
  const view = progressView(given, cancel);
  showNotice("");
  showImport(...view.content);
  panel.dataset.busy = "1";
  try {
    if (!importer.worker) await startWorker();
    if (!PM.own && !PM.opened && !wish.profile) {
      const chosen = await askMunicipality();
      if (!chosen) throw new Cancelled();
      wish = { ...wish, profile: chosen };
      showImport(...view.content);
    }
    if (isCancelled) throw new Cancelled();
    const answer = await importGiven(given, wish, view.tell);
    showImport(...resultView(answer, given));
  } catch (error) {
    if (isCancelled || error instanceof Cancelled) { closeImport(); showNotice(say("Загрузка отменена, на экране всё прежнее", "Loading cancelled, the screen is as it was")); return; }
    const actions = element("div", "", { class: "actions" });
    actions.append(button(say("Закрыть", "Close"), closeImport));
    showImport(titleOf(say("Не загружено", "Not loaded")), element("p", wordsOf(error), { class: "trouble" }), actions);
  } finally {
    delete panel.dataset.busy;
  }
};
