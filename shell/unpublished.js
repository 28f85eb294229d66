// What people enter in this browser — problems, plans of indicators — until a file of theirs lies with the exports and the next build reads it.
// `kind`: the form of the register, «problems» or «plans»; `isSame`: two entries about one thing, the later one counts; `wordsOf`: an entry in the list.
const unpublished = ({ kind, isSame, wordsOf }) => {
  const key = () => kind + "." + (PM.manifest ? PM.manifest.profile : "own");
  let ofVisit = null;                    // where localStorage is absent
  const kept = () => {
    if (ofVisit) return ofVisit;
    try { return JSON.parse(remembered.get(key()) || "[]"); } catch { return []; }
  };
  const tell = () => call({ call: "unpublished", form: kind, entries: kept() });
  const keep = (entries) => {
    ofVisit = null;
    remembered.set(key(), JSON.stringify(entries));
    if (JSON.stringify(kept()) !== JSON.stringify(entries)) ofVisit = entries;
    const answer = tell();
    if (!answer.ok) showNotice(answer.message[PM.lang], true);
    refresh();
  };
  const without = (gone) => kept().filter((one) => !gone.some((entry) => isSame(one, entry)));
  const put = (entries) => keep([...without(entries), ...entries]);
  const saveFile = () => {
    const file = call({ call: kind + "_file" });
    save([file.text], file.name, "text/csv;charset=utf-8");
    showNotice(say("Файл сохранён. Положите его к выгрузкам следующей недели", "The file is saved. Put it with the exports of the next week"), false);
  };
  // What is not published yet, each with a way to take it back.
  const list = () => {
    const entries = kept();
    if (!entries.length) return [];
    const items = element("ul", "", { class: "entries" });
    for (const entry of entries) {
      const { line, name } = wordsOf(entry);
      const item = element("li", line + " ");
      item.append(button(say("Удалить", "Delete"), () => { keep(without([entry])); showOverlay(true); }, { "aria-label": say("Удалить: ", "Delete: ") + name }));
      items.append(item);
    }
    const actions = element("p", "", { class: "actions" });
    actions.append(button(say("Сохранить файл", "Save the file"), saveFile, { "data-do": "save-" + kind }));
    return [element("h3", say("Не опубликовано: ", "Not published: ") + entries.length), items, actions];
  };
  return { tell, put, list };
};
