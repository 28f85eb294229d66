// The mapping editor: for a table that no channel knows, each column with its first values, a guess of what it is, and what the first
// rows become. The result is a channel file that can be kept and used again, here and by the command line.
const ruleOf = (mapping, column) => mapping.columns.find((rule) => rule.headers[0] === column.header && (rule.occurrence || 1) === column.occurrence);

// Another field for a column: forms of dates and values of the old one do not fit any more.
const setField = (mapping, column, field) => {
  mapping.columns = mapping.columns.filter((rule) => rule !== ruleOf(mapping, column));
  if (!field) return;
  const rule = { field, headers: [column.header] };
  if (column.occurrence > 1) rule.occurrence = column.occurrence;
  mapping.columns.push(rule);
};

const fieldSelect = (column, fields, onChange) => {
  const list = element("select", "", { "aria-label": say("Что это: ", "What it is: ") + column.header });
  list.append(element("option", say("— не читать", "— leave out"), { value: "" }));
  const likely = new Set([column.field, ...column.alternatives.map((guess) => guess.field)]);
  const group = (label, ids) => {
    const made = element("optgroup", "", { label });
    for (const id of ids) made.append(element("option", fields.get(id), { value: id }));
    if (made.children.length) list.append(made);
  };
  group(say("Вероятно", "Likely"), [...likely].filter((id) => id && fields.has(id)));
  group(say("Все поля", "All fields"), [...fields.keys()].filter((id) => !likely.has(id)));
  list.value = column.field || "";
  list.onchange = () => onChange(list.value);
  return list;
};

const columnRow = (column, fields, onChange) => {
  const row = element("tr"), choice = element("td");
  choice.append(fieldSelect(column, fields, onChange));
  const sure = column.field ? Math.round(column.confidence * 100) + (PM.lang === "en" ? "%" : " %") : "";
  row.append(element("th", column.header, { scope: "row" }), element("td", column.first.slice(0, 3).join(" · "), { class: "examples" }), choice, element("td", sure, { class: "num sub" }));
  return row;
};

const headOf = (titles) => {
  const head = element("thead"), row = element("tr");
  for (const title of titles) row.append(element("th", title, { scope: "col" }));
  head.append(row);
  return head;
};

// What the first rows become under the mapping, and what stands in the way.
const previewTable = (preview) => {
  const shown = preview.fields.filter(({ id }) => preview.rows.some((row) => row[id]));
  const table = element("table"), body = element("tbody");
  for (const row of preview.rows.slice(0, 6)) {
    const line = element("tr");
    for (const { id } of shown) line.append(element("td", row[id] || ""));
    body.append(line);
  }
  table.append(element("caption", say("Так будут прочитаны первые строки", "The first rows will be read so")), headOf(shown.map((field) => field[PM.lang])), body);
  return table;
};

const previewView = (answer) => {
  const box = document.createDocumentFragment();
  if (!answer.ok) { box.append(element("p", answer.message[PM.lang], { class: "trouble" })); return box; }
  if (answer.rows.length) box.append(previewTable(answer));
  for (const error of answer.errors.slice(0, 3)) box.append(element("p", error[PM.lang], { class: "trouble" }));
  return box;
};

// `table`: the one of the report that no channel knows; a workbook or an archive may hold others.
const openMapping = async (source, given, table) => {
  const place = { table: table.name, sheet: table.sheet };
  const found = (await askWorker({ do: "suggest", given: [source], wish: place })).answer;
  if (!found.ok) { showTrouble(refusal(found)); return; }
  const back = document.activeElement;
  const mapping = found.mapping;
  const fields = new Map(found.fields.map((field) => [field.id, field[PM.lang]]));
  const dialog = byId("mapping") || document.body.appendChild(element("dialog", "", { id: "mapping" }));
  const live = element("div", "", { class: "preview" }), said = element("p", "", { class: "vh", role: "status" });
  let asked = 0;
  const renew = async () => {
    const turn = ++asked;
    const answer = (await askWorker({ do: "preview", given: [source], wish: { ...place, mappings: [mapping], only_mappings: true, today: localDay(), lang: PM.lang } })).answer;
    if (turn !== asked) return;
    live.replaceChildren(previewView(answer));
    said.textContent = answer.ok ? say(`Прочитано строк: ${answer.rows.length}, замечаний: ${answer.errors.length}`, `Rows read: ${answer.rows.length}, remarks: ${answer.errors.length}`) : answer.message[PM.lang];
  };
  const columns = element("table", "", { class: "columns" }), body = element("tbody");
  for (const column of found.columns) body.append(columnRow(column, fields, (field) => { setField(mapping, column, field); renew().catch(showTrouble); }));
  columns.append(headOf([say("Столбец файла", "Column of the file"), say("Первые значения", "First values"), say("Что это", "What it is"), say("Уверенность", "Confidence")]), body);
  const actions = element("div", "", { class: "actions" });
  actions.append(
    button(say("Загрузить с этим сопоставлением", "Load with this mapping"), () => { dialog.close(); runImport(given, { mappings: [mapping] }).catch(showTrouble); }, { class: "primary" }),
    button(say("Сохранить сопоставление", "Save the mapping"), () => save([JSON.stringify(mapping, null, 2)], mapping.id + ".json", "application/json")),
    button(say("Закрыть", "Close"), () => dialog.close()));
  dialog.setAttribute("aria-labelledby", "mapping-title");
  const title = element("h2", say("Сопоставление столбцов: ", "Matching of columns: ") + table.name, { id: "mapping-title" });
  const scroll = element("div", "", { class: "scroll" });
  scroll.append(columns, live, said);
  dialog.replaceChildren(title, scroll, actions);
  dialog.onclose = () => { if (back && back.isConnected) back.focus({ preventScroll: true }); };
  dialog.showModal();
  renew().catch(showTrouble);
};
