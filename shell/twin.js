// The text view of the page, from the same model: for screen readers, print, Ctrl+F, phones and pages without a canvas.
let twinTimer = 0;

const focusedLink = () => {
  const active = document.activeElement;
  return active && active.matches && active.matches("#text a, #header a") ? active : null;
};

// Puts the focus back on the link that had it before the text was renewed.
const restoreFocus = (container, href, order) => {
  const same = [...container.querySelectorAll("a")].filter((a) => a.getAttribute("href") === href);
  const target = same[Math.min(order, same.length - 1)];
  if (target) target.focus({ preventScroll: true });
};

const renewText = (html) => {
  const text = byId("text");
  if (text.problematorHtml === html) return;
  const link = focusedLink();
  const href = link && text.contains(link) ? link.getAttribute("href") : null;
  const order = href ? [...text.querySelectorAll("a")].filter((a) => a.getAttribute("href") === href).indexOf(link) : 0;
  text.innerHTML = html;
  text.problematorHtml = html;
  if (href !== null) restoreFocus(text, href, order);
};

const root = document.documentElement;
const isTextView = () => root.dataset.view === "text";
const wantsText = () => remembered.get("text") === "1" || isPhone() || !isDrawing() || isDocument();
const showView = (view) => { root.dataset.view = isDocument() && hasData() ? "text" : view; };
// The canvas comes back after a screen that is a document, unless the reader chose the text.
const followScreen = () => {
  if (!hasData()) return;
  const before = root.dataset.view;
  showView(wantsText() ? "text" : "canvas");
  if (before === root.dataset.view) return;
  if (!isTextView()) resizeCanvas();
};

// A row of choices that is wider than a phone shows the chosen one.
const showChosen = () => {
  for (const chosen of byId("text").querySelectorAll(".choices [aria-current]")) {
    const row = chosen.closest(".choices");
    if (row.scrollWidth > row.clientWidth) row.scrollLeft = chosen.offsetLeft - row.offsetLeft - 24;
  }
};

const renewTwin = () => {
  twinTimer = 0;
  renewText(textAt(PM.module._pm_twin()));
  if (isTextView()) showChosen();   // who asks for a width has the whole text laid out
  renewPaper();
  const verdict = byId("text").querySelector("h1");
  const live = byId("live");
  if (live && verdict && live.textContent !== verdict.textContent) live.textContent = verdict.textContent;
};

// The number on a tab that takes long to count comes last.
const renewTabs = () => inPieces((ms) => PM.module._pm_prepare_header(ms), renewHeader);

// What follows the page that is built now: the header, and the text a moment later where the canvas shows the page first.
const followPage = () => {
  renewHeader();   // some of its links follow the page itself
  renewSealBar();
  if (isTextView()) { renewTwin(); renewTabs(); return; }
  twinTimer = setTimeout(() => inPieces((ms) => PM.module._pm_write(ms), () => { renewTwin(); renewTabs(); }), 150);
};

// After every change of state: the page is counted at once, under the one before it; what stands around it follows.
const refresh = () => {
  PM.lang = /[?&]lang=en/.test(location.hash) ? "en" : "ru";
  if (root.lang !== PM.lang) root.lang = PM.lang;
  isHeaderDue = true;
  clearTimeout(twinTimer);
  countPage();
  showOverlay();
};

// The canvas shows the ring around what has the focus in the text.
document.addEventListener("focusin", () => {
  if (!PM.module) return;
  const link = focusedLink();
  const opener = document.activeElement && document.activeElement.closest ? document.activeElement.closest("#text .block-menu") : null;
  const wanted = opener ? "block:" + opener.closest("[data-block]").dataset.block : link ? link.getAttribute("href") : "";
  withText(wanted, (at) => PM.module._pm_focus(at));
  requestFrame();
});

const setTextView = (on) => {
  showView(on ? "text" : "canvas");
  if (!on) { startCanvas(); resizeCanvas(); if (!isDrawing()) showView("text"); }
  remembered.set("text", on ? "1" : "0");
  refresh();
};

window.addEventListener("beforeprint", () => {
  if (!PM.module || !hasData()) return;
  clearTimeout(twinTimer);
  if (isHeaderDue) renewHeader();
  renewTwin();
  putQr();
});
