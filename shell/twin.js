// The text view of the page, from the same model: for screen readers, print, Ctrl+F, phones and pages without a canvas.
let twinTimer = 0;

const focusedLink = () => {
  const active = document.activeElement;
  return active && active.matches && active.matches("#text a, #header a") ? active : null;
};

// The link of the new text that has the address of the focused one; of several the one in the same place among them.
const sameLink = (content) => {
  const link = focusedLink(), text = byId("text");
  if (!link || !text.contains(link)) return null;
  const href = link.getAttribute("href"), linksIn = (root) => [...root.querySelectorAll("a")].filter((a) => a.getAttribute("href") === href);
  const found = linksIn(content);
  return found[Math.min(linksIn(text).indexOf(link), found.length - 1)] || null;
};

// A text goes into the document in pieces, so that clicks come between them: it is read, then put in and laid out some elements at a time.
const elementsMovedWhole = 150, elementsLaidOut = 800;   // 90 rows of a long list
let filling = null;   // {html, content, moves, target}: the text that is on its way; `target` takes the focus over
let isTextDue = false;

// Moves what `from` holds into `to`, in order, and stops after every few elements. A large node goes in empty and is filled.
function* moved(from, to) {
  for (const node of [...from.childNodes]) {
    const inside = node.nodeType === Node.ELEMENT_NODE ? node.getElementsByTagName("*").length : 0;
    const children = document.createDocumentFragment();
    if (inside > elementsMovedWhole) children.append(...node.childNodes);
    to.append(node);
    yield inside > elementsMovedWhole ? 1 : 1 + inside;
    yield* moved(children, node);
  }
}

// A newer state came while it was put in.
const isTextBroken = () => byId("text").getAttribute("aria-busy") === "true";

const readText = (html) => {
  const wanted = document.createElement("template");
  wanted.innerHTML = html;
  dressText(wanted.content);
  filling = { html, content: wanted.content, moves: null, target: null };
  byId("text").setAttribute("aria-busy", "true");
};

const beginPutting = () => {
  filling.target = sameLink(filling.content);
  byId("text").replaceChildren();
  filling.moves = moved(filling.content, byId("text"));
};

// False: nothing is left.
const putSome = () => {
  let left = true;
  for (let elements = 0; left && elements < elementsLaidOut;) {
    const { value, done } = filling.moves.next();
    left = !done;
    elements += value || 0;
  }
  const { target } = filling;
  void byId("text").offsetHeight;
  if (target && target.isConnected) { target.focus({ preventScroll: true }); filling.target = null; }
  return left;
};

// Who has scrolled, or waits for the first text, never sees a part of one.
const isShownWhole = () => !byId("text").problematorHtml || (isTextView() && window.scrollY > 0);

// True: all is put in.
const putFor = (ms) => {
  const until = performance.now() + ms, isWhole = isShownWhole();
  if (!filling.moves) beginPutting();
  while (putSome()) if (!isWhole && !filling.target && performance.now() >= until) return false;
  return true;
};

const endText = () => {
  const text = byId("text"), live = byId("live");
  if (isTextView()) showChosen();
  tellPages();
  text.problematorHtml = filling.html;
  text.removeAttribute("aria-busy");
  filling = null;
  const verdict = text.querySelector("h1");
  if (live && verdict && live.textContent !== verdict.textContent) live.textContent = verdict.textContent;
};

// One piece; the part done.
const fillOn = (ms) => {
  if (filling) {
    if (!putFor(ms)) return 0.5;
    endText();
  } else {
    const text = byId("text"), html = textAt(PM.module._pm_twin());
    if (text.problematorHtml !== html || isTextBroken()) { readText(html); return 0.2; }
  }
  isTextDue = false;
  return 1;
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

// The whole text of the page, now.
const renewTwin = () => {
  clearTimeout(twinTimer);
  filling = null;
  while (fillOn(Infinity) < 1) { /* on */ }
};

// In pieces; a newer state begins anew.
const fillText = (whenDone) => {
  filling = null;
  isTextDue = true;
  inLaterPieces(fillOn, whenDone);
};

// The number on a tab that takes long to count comes last.
const renewTabs = () => inLaterPieces((ms) => PM.module._pm_prepare_header(ms), renewHeader);

const renewFrame = () => { renewHeader(); renewSealBar(); };   // some links of the header follow the page itself

// What follows the page that is built now: a document's text, then the header; under the canvas the text comes a moment later.
const followPage = () => {
  if (isTextView()) { fillText(() => inLaterPieces(() => { renewFrame(); return 1; }, renewTabs)); return; }
  renewFrame();
  twinTimer = setTimeout(() => inPieces((ms) => PM.module._pm_write(ms), () => fillText(renewTabs)), 150);
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
  if (isHeaderDue) renewHeader();
  renewTwin();
  putQr(byId("text"));
});
