// The header follows the state after the page has answered. What changed in it is put in its place and all else stays: the focus, the
// field that the reader types into, links that a finger is on.
const headerWaitsMs = 60;   // of counting: then the header does not wait for the page
let isHeaderDue = false;

const takeAttributes = (shown, wanted) => {
  for (const { name } of [...shown.attributes]) if (!wanted.hasAttribute(name)) shown.removeAttribute(name);
  for (const { name, value } of wanted.attributes) if (shown.getAttribute(name) !== value) shown.setAttribute(name, value);
  if (shown.nodeName === "INPUT" && shown !== document.activeElement) shown.value = wanted.value;
};

// Makes the inside of `shown` the same as that of `wanted`, whose nodes it may take.
const patchChildren = (shown, wanted) => {
  let at = shown.firstChild;
  for (const next of [...wanted.childNodes]) {
    const following = at && at.nextSibling;
    if (!at) shown.append(next);
    else if (at.nodeName !== next.nodeName) at.replaceWith(next);
    else if (at.nodeType === Node.TEXT_NODE) { if (at.data !== next.data) at.data = next.data; }
    else if (!at.isEqualNode(next)) { takeAttributes(at, next); patchChildren(at, next); }
    at = following;
  }
  while (at) { const gone = at; at = at.nextSibling; gone.remove(); }
};

const renewHeader = (listsWeeks = false) => {
  isHeaderDue = false;
  const header = byId("header"), html = textAt(PM.module._pm_header_html(listsWeeks ? 1 : 0));
  if (header.problematorHtml === html) return;
  const wanted = document.createElement("template");
  wanted.innerHTML = html;
  patchChildren(header, wanted.content);
  header.problematorHtml = html;
  resizeCanvas();   // the line of filters comes and goes
};

// Who uses the header sees the present one; the list of weeks is made for who opens it.
for (const kind of ["keydown", "pointerdown"]) document.addEventListener(kind, () => { if (isHeaderDue) renewHeader(); }, true);
document.addEventListener("click", (event) => {
  const picker = PM.module && hasData() && event.target.closest && event.target.closest("#header .weeks .picker");
  if (picker && !picker.open && event.target.closest("summary")) renewHeader(true);
}, true);
