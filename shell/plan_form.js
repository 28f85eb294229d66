// «План по годам»: plans of indicators that are entered in this browser. They count at once; the file of the channel «reg_plans» that is
// saved here makes them everybody's with the next build. An entry: {indicator, year, percent, changed}.
const plansKey = () => "plans." + (PM.manifest ? PM.manifest.profile : "own");
let visitPlans = null;                   // where localStorage is absent
const keptPlans = () => {
  if (visitPlans) return visitPlans;
  try { return JSON.parse(remembered.get(plansKey()) || "[]"); } catch { return []; }
};
const tellPlans = () => call({ call: "unpublished", form: "plans", entries: keptPlans() });
const keepPlans = (entries) => {
  visitPlans = null;
  remembered.set(plansKey(), JSON.stringify(entries));
  if (JSON.stringify(keptPlans()) !== JSON.stringify(entries)) visitPlans = entries;
  const answer = tellPlans();
  if (!answer.ok) showNotice(answer.message[PM.lang], true);
  refresh();
};

const isSamePlan = (a, b) => a.indicator === b.indicator && a.year === b.year;

// Only years whose number was changed in the form: the others stay those of the profile or of the register.
const plansOf = (form) => {
  const indicator = form.elements.indicator.value, changed = isoToday(), entries = [];
  for (const input of form.querySelectorAll("input[type=number]")) {
    if (input.value === input.defaultValue || input.value === "") continue;
    entries.push({ indicator, year: Number(input.name), percent: Number(input.value), changed });
  }
  return entries;
};

const takePlanForm = (form) => {
  const entries = plansOf(form);
  if (entries.length) {
    keepPlans([...keptPlans().filter((one) => !entries.some((entry) => isSamePlan(one, entry))), ...entries]);
    showNotice(say("План записан в этом браузере. Сохраните файл, чтобы его увидели все", "The plan is kept in this browser. Save the file, so that everybody sees it"), false);
  }
  closeOverlay();
};

// The choice of another indicator is a link like any other.
document.addEventListener("change", (event) => {
  const select = event.target.closest && event.target.closest("#overlay form[data-form=plan] select[name=of]");
  if (!select) return;
  history.pushState(null, "", location.hash.replace(/([?&]ind=)[^&]*/, "$1" + encodeURIComponent(select.value)));
  route();
});

const savePlans = () => {
  const file = call({ call: "plans_file" });
  save([file.text], file.name, "text/csv;charset=utf-8");
  showNotice(say("Файл сохранён. Положите его к выгрузкам следующей недели", "The file is saved. Put it with the exports of the next week"), false);
};

// What is not published yet, each with a way to take it back.
const plansList = () => {
  const entries = keptPlans();
  if (!entries.length) return [];
  const list = element("ul", "", { class: "entries" });
  for (const entry of entries) {
    const words = `${entry.indicator}, ${entry.year}: ${String(entry.percent).replace(".", PM.lang === "ru" ? "," : ".")}\u00a0%`;
    const line = element("li", words + " ");
    line.append(button(say("Удалить", "Delete"), () => { keepPlans(keptPlans().filter((one) => !isSamePlan(one, entry))); showOverlay(true); }, { "aria-label": say("Удалить: ", "Delete: ") + words }));
    list.append(line);
  }
  const actions = element("p", "", { class: "actions" });
  actions.append(button(say("Сохранить файл", "Save the file"), savePlans, { "data-do": "save-plans" }));
  return [element("h3", say("Не опубликовано: ", "Not published: ") + entries.length), list, actions];
};
