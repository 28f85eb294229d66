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
// Many texts are looked through in slices between frames; the page stays as it was, and the search can be stopped.
let searchTimer = 0, searchRun = 0;
const searchSlice = 1_000_000;           // bytes of text: a few milliseconds

const stopSearch = () => {
  searchRun++;
  PM.module._pm_search_cancel();
  const told = byId("search-progress");
  if (told) told.remove();
};

const tellSearch = (share) => {
  const field = byId("text-search");
  if (!field) return false;
  let told = byId("search-progress");
  if (!told) {
    told = element("span", "", { id: "search-progress", role: "status" });
    told.append(element("progress", "", { max: "1" }), element("span", ""), button(say("Остановить (Esc)", "Stop (Esc)"), () => { stopSearch(); field.focus({ preventScroll: true }); }, { "data-do": "stop-search" }));
    field.after(told);
  }
  told.firstChild.value = share;
  told.childNodes[1].textContent = say("Поиск: ", "Searching: ") + Math.round(share * 100) + "\u00a0%";
  return true;
};

const searchTexts = (words) => {
  stopSearch();
  const run = searchRun;
  if (!withText(words, (at) => PM.module._pm_search(at))) { refresh(); return; }
  const started = performance.now();
  const go = () => {
    if (run !== searchRun) return;
    const share = PM.module._pm_search_step(searchSlice);
    if (share >= 1) { stopSearch(); refresh(); return; }
    if (performance.now() - started > 100 && !tellSearch(share)) { stopSearch(); return; }   // the field is gone: the reader went elsewhere
    setTimeout(go, 0);
  };
  go();
};
document.addEventListener("input", (event) => {
  if (event.target.id !== "text-search" || !PM.module) return;
  clearTimeout(searchTimer);
  searchTimer = setTimeout(() => searchTexts(event.target.value.trim()), 250);
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !byId("search-progress")) return;
  stopSearch();
  event.preventDefault();
  event.stopPropagation();
}, true);
// Esc closes an open explanation and gives the focus back to its number.
document.addEventListener("keydown", (event) => {
  const why = event.key === "Escape" && document.querySelector("details.why[open]");
  if (why) why.open = false;
});
