// Keys of the whole page, by physical position, so that the Russian layout changes nothing. Browser keys are never taken.
const clickIn = (selector) => { const element = document.querySelector(selector); if (element) element.click(); return Boolean(element); };

// «Почему это число» of the number in the focus; on the canvas the canvas itself shows it.
const toggleWhy = (element) => {
  const place = element && element.closest && element.closest("td, th, dd, li, .count, .card, summary");
  const why = place && (place.closest("details.why") || place.querySelector("details.why"));
  if (!why) return false;
  for (const other of document.querySelectorAll("details.why[open]")) if (other !== why) other.open = false;
  why.open = !why.open;
  return true;
};

const pageKeys = {
  BracketLeft: () => clickIn("#header .weeks a[rel=prev]"),
  BracketRight: () => clickIn("#header .weeks a[rel=next]"),
  Backslash: () => clickIn("#header .compare .switch"),
  KeyT: () => { setTextView(!isTextView()); return true; },
  KeyD: () => { setTheme(currentTheme() === "dark" ? "light" : "dark"); return true; },
  Slash: () => openPalette(),
  KeyI: () => isTextView() && toggleWhy(document.activeElement),
  KeyC: () => { const block = document.activeElement && document.activeElement.closest("#text [data-block]"); if (block) openTwinMenu(block.querySelector(".block-menu") || block); else openPageMenu(document.querySelector("#header [data-do=export]") || byId("header")); return true; },
};

const isTyping = (target) => target && (target.isContentEditable || /^(input|select|textarea)$/i.test(target.tagName));

window.addEventListener("keydown", (event) => {
  if (!PM.module || event.altKey || event.metaKey) return;
  if (!hasData()) return;
  if (event.ctrlKey && event.code === "KeyK") { event.preventDefault(); openPalette(); return; }
  if (event.ctrlKey && event.code === "KeyF" && !event.shiftKey) { if (searchInside()) event.preventDefault(); return; }
  if (event.ctrlKey && event.code === "KeyC" && !isTyping(event.target)) { if (copyFocused()) event.preventDefault(); return; }
  if ((event.key === "?" || (event.shiftKey && event.code === "Slash")) && !isTyping(event.target) && !event.ctrlKey) { event.preventDefault(); openHelp(); return; }
  if (event.ctrlKey || event.shiftKey || isTyping(event.target) || !usesLetters() || byId("block-menu")) return;
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code);
  const action = digit ? () => clickIn(`#header .tabs > ul > li:nth-child(${digit[1]}) > a`) : pageKeys[event.code];
  if (action && action()) event.preventDefault();
});

// Buttons of the header that are not links.
const buttonActions = {
  text: () => setTextView(!isTextView()),
  theme: () => setTheme(currentTheme() === "dark" ? "light" : "dark"),
  search: () => openPalette(),
  load: () => chooseFiles(),
  export: () => openPageMenu(document.querySelector("#header [data-do=export]")),
  views: () => openViewsMenu(document.querySelector("#header [data-do=views]")),
  "doc-word": () => saveWord(),
  "doc-xlsx": () => saveFile(makeFile({ as: "paper-xlsx" })),
  "doc-qr": () => showQr(),
  "copy-link": () => copyLink(),
  print: () => window.print(),
  stay: () => { remembered.set("text", "1"); setTextView(true); },
};
document.addEventListener("click", (event) => {
  const button = event.target.closest && event.target.closest("button[data-do]");
  const action = button && buttonActions[button.dataset.do];
  if (button && button.dataset.do === "block") { openTwinMenu(button); return; }
  if (!action || !(PM.module || button.dataset.do === "print" || button.dataset.do === "stay")) return;
  Promise.resolve().then(action).catch(showTrouble);
});

// Words for the texts go to the program a moment after the last letter. They never stand in the address unless the reader puts them there.
let searchTimer = 0;
const searchTexts = (words) => {
  withText(words, (at) => PM.module._pm_search(at));
  refresh();
};
document.addEventListener("input", (event) => {
  if (event.target.id !== "text-search" || !PM.module) return;
  clearTimeout(searchTimer);
  searchTimer = setTimeout(() => searchTexts(event.target.value.trim()), 250);
});
// Esc closes an open explanation and gives the focus back to its number.
document.addEventListener("keydown", (event) => {
  const why = event.key === "Escape" && document.querySelector("details.why[open]");
  if (why) why.open = false;
});
