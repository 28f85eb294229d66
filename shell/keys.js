// Keys of the whole page, by physical position, so that the Russian layout changes nothing. Browser keys are never taken.
const clickIn = (selector) => { const element = document.querySelector(selector); if (element) element.click(); return Boolean(element); };

const pageKeys = {
  BracketLeft: () => clickIn("#header .weeks a[rel=prev]"),
  BracketRight: () => clickIn("#header .weeks a[rel=next]"),
  Backslash: () => clickIn("#header .switch"),
  KeyT: () => { setTextView(!isTextView()); return true; },
  KeyD: () => { setTheme(currentTheme() === "dark" ? "light" : "dark"); return true; },
  Slash: () => openPalette(),
};

const isTyping = (target) => target && (target.isContentEditable || /^(input|select|textarea)$/i.test(target.tagName));

window.addEventListener("keydown", (event) => {
  if (!PM.module || event.altKey || event.metaKey) return;
  if (event.ctrlKey && event.code === "KeyK") { event.preventDefault(); openPalette(); return; }
  if (event.ctrlKey || event.shiftKey || isTyping(event.target)) return;
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code);
  const action = digit ? () => clickIn(`#header .tabs li:nth-child(${digit[1]}) a`) : pageKeys[event.code];
  if (action && action()) event.preventDefault();
});

// Buttons of the header that are not links.
const buttonActions = {
  text: () => setTextView(!isTextView()),
  theme: () => setTheme(currentTheme() === "dark" ? "light" : "dark"),
  search: () => openPalette(),
  load: () => chooseFiles(),
  export: () => exportRows(),
  print: () => window.print(),
  stay: () => { remembered.set("text", "1"); setTextView(true); },
};
document.addEventListener("click", (event) => {
  const button = event.target.closest && event.target.closest("button[data-do]");
  const action = button && buttonActions[button.dataset.do];
  if (action && (PM.module || button.dataset.do === "print" || button.dataset.do === "stay")) action();
});

const exportRows = () => {
  const csv = textAt(PM.module._pm_rows_csv());
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([csv], { type: "text/csv;charset=utf-8" }));
  link.download = say("soobshcheniya", "messages") + ".csv";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
};
