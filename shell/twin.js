// The text view of the page, from the same model: for screen readers, print, Ctrl+F, phones and pages without a canvas.
let twinTimer = 0;
let shownHash = null;

const focusedLink = () => {
  const active = document.activeElement;
  return active && active.matches && active.matches("#text a, #header a") ? active : null;
};

// Puts the focus back on the link that had it before the content was renewed.
const restoreFocus = (container, href, order) => {
  const same = [...container.querySelectorAll("a")].filter((a) => a.getAttribute("href") === href);
  const target = same[Math.min(order, same.length - 1)];
  if (target) target.focus({ preventScroll: true });
};

// The reader goes on typing where he was, whatever has been renewed around the field.
const restoreField = (before) => {
  const field = byId(before.id);
  if (!field) return;
  field.value = before.value;
  field.focus({ preventScroll: true });
  field.setSelectionRange(before.selectionStart, before.selectionEnd);
};

const renew = (container, html) => {
  if (container.problematorHtml === html) return;
  const link = focusedLink();
  const href = link && container.contains(link) ? link.getAttribute("href") : null;
  const field = container.contains(document.activeElement) && document.activeElement.id === "text-search" ? document.activeElement : null;
  const order = href ? [...container.querySelectorAll("a")].filter((a) => a.getAttribute("href") === href).indexOf(link) : 0;
  container.innerHTML = html;
  container.problematorHtml = html;
  if (href !== null) restoreFocus(container, href, order);
  if (field) restoreField(field);
};

const root = document.documentElement;
const isTextView = () => root.dataset.view === "text";
const showView = (view) => { root.dataset.view = isDocument() && hasData() ? "text" : view; };
// The canvas comes back after a screen that is a document, unless the reader chose the text.
const followScreen = () => {
  if (!hasData()) return;
  const wants = remembered.get("text") === "1" || isPhone() || !isDrawing() ? "text" : "canvas";
  const before = root.dataset.view;
  showView(wants);
  if (before !== root.dataset.view && root.dataset.view === "canvas") resizeCanvas();
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
  renew(byId("text"), textAt(PM.module._pm_twin()));
  showChosen();
  renewPaper();
  const verdict = byId("text").querySelector("h1");
  const live = byId("live");
  if (live && verdict && live.textContent !== verdict.textContent) live.textContent = verdict.textContent;
};

// The text of a page that is built now: a moment later where the canvas shows it first.
const renewTwinAfter = () => {
  renew(byId("header"), textAt(PM.module._pm_header_html()));   // some of its links follow the page itself
  clearTimeout(twinTimer);
  if (isTextView()) renewTwin(); else twinTimer = setTimeout(renewTwin, 150);
};

// After every change of state: header at once, twin when the page is built and after a pause (at once when it is what the reader sees).
const refresh = () => {
  PM.lang = /[?&]lang=en/.test(location.hash) ? "en" : "ru";
  document.documentElement.lang = PM.lang;
  renew(byId("header"), textAt(PM.module._pm_header_html()));
  resizeCanvas();   // the line of filters comes and goes
  followScreen();
  renewSealBar();
  clearTimeout(twinTimer);
  afterCounting(renewTwinAfter);
  if (shownHash !== location.hash && isTextView()) window.scrollTo(0, 0);
  shownHash = location.hash;
  showOverlay();
  requestFrame();
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
  renewTwin();
  putQr();
});
