// The empty start: no week in the site. Files may be dropped anywhere; what is read, what it looks like and sample data stand here.
const formatRows = () => [
  [say("ПОС", "Feedback platform"), say("модуль «Сообщения», выгрузка в XLSX", "module “Messages”, XLSX export")],
  [say("Инцидент менеджмент", "Incident management"), say("отчёт по темам, XLSX или CSV", "report by topics, XLSX or CSV")],
  [say("Журнал обращений по 59-ФЗ", "Register of appeals (59-FZ)"), say("XLS, XLSX, HTML из системы документооборота", "XLS, XLSX, HTML of the document system")],
  [say("Контакт-центр, Битрикс24, порталы", "Call centre, Bitrix24, portals"), say("CSV, XLSX, ODS, JSON; архивы ZIP", "CSV, XLSX, ODS, JSON; ZIP archives")],
  [say("Любая таблица", "Any table"), say("столбцы сопоставляются на экране один раз", "columns are matched on the screen once")],
  [say("Срез недели", "Snapshot of a week"), say("файл .pmsnap, сделанный этой программой", "a .pmsnap file made by this program")],
];

const saveTemplate = async (channel, as) => {
  const { answer } = await askWorker({ do: "template", channel, as, english: PM.lang === "en" });
  if (answer) save([answer], `shablon-${channel}.${as}`, as === "csv" ? "text/csv" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
};

const openTemplates = async () => {
  const dialog = openDialog("templates", say("Файлы-шаблоны", "Template files"));
  dialog.classList.add("wide");
  dialog.append(element("p", say("Пустая таблица с нужными столбцами и листом «Как заполнять»", "An empty table with the columns and a sheet “How to fill in”"), { class: "sub" }));
  dialog.showModal();
  try {
    const { answer } = await askWorker({ do: "template" });
    const table = element("table"), body = element("tbody");
    for (const channel of answer) {
      const row = element("tr"), cell = element("td", "", { class: "num" });
      cell.append(button("XLSX", () => saveTemplate(channel.id, "xlsx").catch(showTrouble)), " ", button("CSV", () => saveTemplate(channel.id, "csv").catch(showTrouble)));
      row.append(element("th", PM.lang === "en" ? channel.en : channel.ru, { scope: "row" }), cell);
      body.append(row);
    }
    table.append(body);
    dialog.append(table);
  } catch (error) { dialog.append(element("p", wordsOf(error), { class: "trouble" })); }
  dialog.append(button(say("Закрыть", "Close"), () => dialog.close()));
};

const openSample = async () => {
  const week = PM.manifest && PM.manifest.sample;
  await openOwn(await bytesOfPack(week), packFile(week));
  showNotice(say("Это учебные данные: всё в них выдумано", "This is sample data: everything in it is invented"), false);
};

const welcomeMark = () => {
  const mark = element("div", "", { class: "welcome-mark", "aria-hidden": "true" });
  for (const shade of ["m9", "m4", "m2", "m4", "m9", "m4", "m2", "ma", "m4"]) mark.append(element("i", "", { class: shade }));
  return mark;
};

const dropArea = () => {
  const area = element("div", "", { class: "drop-area" }), actions = element("div", "", { class: "actions" });
  actions.append(button(say("Выбрать файлы", "Choose files"), () => chooseFiles(), { class: "button primary" }), button(say("Открыть срез", "Open a snapshot"), () => chooseFiles(), { class: "button" }));
  area.append(welcomeMark(), element("h1", say("Перетащите сюда выгрузку", "Drop an export here"), { id: "verdict" }), element("p", say("XLSX, XLS или CSV из ПОС, Инцидента, 59-ФЗ, контакт-центра", "XLSX, XLS or CSV of the feedback platform, incidents, 59-FZ, the call centre"), { class: "sub" }), actions);
  return area;
};

const showWelcome = () => {
  showView("text");
  const page = element("article", "", { class: "welcome" });
  const promises = element("ul", "", { class: "promises" });
  promises.append(element("li", say("Ничего не отправляется в сеть: расчёт идёт в браузере", "Nothing is sent anywhere: everything is counted in the browser")), element("li", say("Имена, телефоны и адреса скрываются при чтении", "Names, telephones and addresses are hidden while reading")), element("li", say("Строки с ошибками называются, остальные загружаются", "Rows with mistakes are named, the others are loaded")));
  const formats = element("table", "", { class: "doc-table" }), body = element("tbody");
  for (const [name, words] of formatRows()) {
    const row = element("tr");
    row.append(element("th", name, { scope: "row" }), element("td", words));
    body.append(row);
  }
  formats.append(element("caption", say("Что можно открыть", "What can be opened")), body);
  const more = element("div", "", { class: "actions" });
  if (PM.manifest && PM.manifest.sample) more.append(button(say("Посмотреть на учебных данных", "Look at sample data"), () => openSample().catch(showTrouble), { class: "button" }));
  more.append(button(say("Файлы-шаблоны", "Template files"), () => openTemplates(), { class: "button" }));
  page.append(dropArea(), promises, formats, more);
  byId("text").replaceChildren(page);
};
const hasData = () => Boolean(PM.opened || PM.own);
