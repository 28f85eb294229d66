// What the state lays over the page — the form of an entry and the draft protocol — and the entries of this browser.
// An entry is what a file of the channel «reg_problems» holds: {opened, topic, territory, title, cause, responsible, due, taken, mapped, closed}.
const problemEntries = unpublished({
  kind: "problems",
  isSame: (a, b) => a.opened === b.opened && a.topic === b.topic && (a.territory || "") === (b.territory || ""),
  wordsOf: (entry) => ({ line: [entry.title || entry.topic, entry.territory].filter(Boolean).join(", "), name: entry.title || entry.topic }),
});

const isoToday = () => {
  const now = new Date();
  return [now.getFullYear(), String(now.getMonth() + 1).padStart(2, "0"), String(now.getDate()).padStart(2, "0")].join("-");
};

// The chosen stage begins on the day when it was written down, unless the form says another.
const stageOrder = ["opened", "taken", "mapped", "closed"];
const entryOf = (form) => {
  const fields = Object.fromEntries(new FormData(form));
  const today = isoToday();
  const stage = stageOrder.indexOf(fields.stage);
  fields.changed = today;                // of two entries about one problem the one written later counts
  delete fields.stage;
  stageOrder.forEach((name, i) => { if (i === stage && !fields[name]) fields[name] = today; if (i > stage) fields[name] = ""; });
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value.trim()).map(([name, value]) => [name, value.trim()]));
};

const withoutOverlay = () => location.hash.replace(/([?&])over=[^&]*&?/, "$1").replace(/[?&]$/, "");
const closeOverlay = () => { history.pushState(null, "", withoutOverlay()); route(); };

const paperActions = (paper) => {
  const actions = element("p", "", { class: "actions paper-actions" });
  actions.append(button(say("Печать", "Print"), () => window.print(), { class: "primary", "data-do": "print-protocol" }),
    button(say("Сохранить файл", "Save the file"), () => save([paper.file], paper.name, "text/html;charset=utf-8"), { "data-do": "save-protocol" }),
    button(say("Закрыть", "Close"), closeOverlay, { "data-do": "close-overlay" }));
  return actions;
};

let overlayReturn = null;
const overlayPanel = () => {
  let panel = byId("overlay");
  if (panel) return panel;
  panel = element("section", "", { id: "overlay", role: "dialog", hidden: "" });
  panel.onkeydown = (event) => { event.stopPropagation(); if (event.key === "Escape") closeOverlay(); };
  panel.addEventListener("submit", (event) => {
    event.preventDefault();
    if (event.target.dataset.form === "plan") { takePlanForm(event.target); return; }
    problemEntries.put([entryOf(event.target)]);
    showNotice(say("Записано в этом браузере. Сохраните файл, чтобы запись увидели все", "Kept in this browser. Save the file, so that everybody sees the entry"), false);
    closeOverlay();
  });
  panel.addEventListener("click", (event) => { if (event.target.closest("form [data-do=close-overlay]")) closeOverlay(); });
  return document.body.appendChild(panel);
};

// Follows the state: `over` in the address opens, its absence closes. `again`: the content has changed.
let shownOverlay = "";
const showOverlay = (again = false) => {
  const isOpen = /[?&]over=/.test(location.hash);
  const key = isOpen ? location.hash : "";
  if (key === shownOverlay && !again) return;
  shownOverlay = key;
  const paper = isOpen ? call({ call: "overlay" }) : { html: "" };
  const panel = overlayPanel();
  root.classList.toggle("paper-open", Boolean(paper.file));
  if (!paper.html) {
    if (!panel.hidden) { panel.hidden = true; if (overlayReturn && overlayReturn.isConnected) overlayReturn.focus({ preventScroll: true }); }
    return;
  }
  if (panel.hidden) overlayReturn = document.activeElement;
  panel.setAttribute("aria-label", paper.title);
  panel.innerHTML = paper.html;
  panel.classList.toggle("sheet", Boolean(paper.file));
  if (paper.file) panel.prepend(paperActions(paper)); else panel.append(...(panel.querySelector("[data-form=plan]") ? planEntries.list() : problemEntries.list()));
  panel.hidden = false;
  const first = panel.querySelector("[data-form=plan] input[type=number]") || panel.querySelector("textarea, select:not([readonly]), button");
  if (first) first.focus({ preventScroll: true });
};

// «Без сети»: from a disk, or when the browser says so.
const watchNet = () => {
  const tell = () => root.classList.toggle("offline", location.protocol === "file:" || navigator.onLine === false);
  tell();
  window.addEventListener("online", tell);
  window.addEventListener("offline", tell);
};
