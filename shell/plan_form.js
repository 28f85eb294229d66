// «План по годам»: plans of indicators that are entered in this browser. They count at once; the file of the channel «reg_plans» that is
// saved here makes them everybody's with the next build. An entry: {indicator, year, percent, changed}.
const planEntries = unpublished({
  kind: "plans",
  isSame: (a, b) => a.indicator === b.indicator && a.year === b.year,
  wordsOf: (entry) => {
    const line = `${entry.indicator}, ${entry.year}: ${String(entry.percent).replace(".", PM.lang === "ru" ? "," : ".")}\u00a0%`;
    return { line, name: line };
  },
});

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
    planEntries.put(entries);
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
