// «?»: the keys of the program on one sheet, and the switch for those of a single letter (WCAG 2.1.4).
const keySheet = () => [
  [say("Перемещение", "Moving"), [["1 … 8", say("экраны по порядку вкладок", "screens in the order of the tabs")], ["[ ]  Х Ъ", say("предыдущая и следующая неделя", "previous and next week")], ["\\", say("сравнение включить и выключить", "comparison on and off")],
    ["Tab", say("по блокам и ссылкам", "through blocks and links")], [say("стрелки", "arrows"), say("по клеткам и строкам", "through cells and rows")], ["Enter", say("открыть", "open")], ["Shift+Enter", say("сообщения клетки", "messages of the cell")], ["Esc", say("назад, закрыть", "back, close")]]],
  [say("Поиск и копирование", "Search and copying"), [["Ctrl+K  /", say("поиск: экраны, территории, темы, команды", "search: screens, territories, topics, commands")], ["Ctrl+F", say("поиск в программе; ещё раз — поиск браузера", "search in the program; once more: the browser's")], ["Ctrl+C", say("копировать число или таблицу блока", "copy the number or the table of the block")], ["C  С", say("меню блока: копировать, скачать", "menu of the block: copy, download")], ["Ctrl+P", say("печать этой страницы", "print this page")]]],
  [say("Вид", "Looks"), [["T  Е", say("текстовый вид", "text view")], ["D  В", say("светлая и тёмная тема", "light and dark theme")], ["?", say("эта подсказка", "this sheet")]]],
];

const usesLetters = () => remembered.get("letters") !== "0";
const openHelp = () => {
  const dialog = openDialog("help", say("Клавиши", "Keys"));
  dialog.classList.add("wide");
  for (const [title, rows] of keySheet()) {
    const list = element("dl");
    for (const [key, text] of rows) {
      const head = element("dt");
      head.append(element("kbd", key));
      list.append(head, element("dd", text));
    }
    dialog.append(element("h3", title), list);
  }
  const label = element("label", "", { class: "check" }), box = element("input", "", { type: "checkbox" });
  box.checked = usesLetters();
  box.onchange = () => remembered.set("letters", box.checked ? "1" : "0");
  label.append(box, say("Действия на отдельных буквах и цифрах", "Actions on single letters and digits"));
  const actions = element("div", "", { class: "actions" });
  actions.append(button(say("Закрыть", "Close"), () => dialog.close(), { class: "primary" }));
  dialog.append(label, actions);
  dialog.showModal();
  return true;
};
