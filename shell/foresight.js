// Foresight: pages are counted while the reader makes up his mind, so that the click finds them: first the one behind what the pointer, a
// finger or the focus rests on, then those that a key opens, the weeks beside and the tabs. Whatever was asked for comes first.
const restsMs = 50, settlesMs = 400, foreseePieceMs = 6, busyMs = 40;
const aim = { href: "", isAtHand: false, isPressed: false, timer: 0 };
const fromKeys = { links: [], isAtHand: false, timer: 0 };   // links still to be foreseen
const keyLinks = ["#header .tabs > ul > li > a", "#header .weeks a[rel=prev]", "#header .weeks a[rel=next]"];

const foreseeAfter = (ms) => {
  clearTimeout(aim.timer);
  aim.timer = setTimeout(foreseeOn, ms);
};

// True: the page is counted, or better left to the click.
const foreseePiece = (href) => needsFile(href) || withText(href, (at) => PM.module._pm_foresee(at, foreseePieceMs)) === 1;

const foreseeOn = () => {
  if (!hasData() || document.hidden) return;
  if (job) { foreseeAfter(busyMs); return; }
  if (aim.href && !aim.isAtHand) aim.isAtHand = foreseePiece(aim.href);
  else if (fromKeys.links.length && foreseePiece(fromKeys.links[0])) { fromKeys.links.shift(); fromKeys.isAtHand = !fromKeys.links.length; }
  if ((aim.href && !aim.isAtHand) || fromKeys.links.length) foreseeAfter(0);
};

// `href`: where a click would lead now; "" = nowhere. A finger rests nowhere before it presses.
const aimAt = (href) => {
  if (href === aim.href) return;
  Object.assign(aim, { href, isAtHand: false });
  if (href || fromKeys.links.length) foreseeAfter(aim.isPressed ? 0 : restsMs);
};

// A page has answered: once the reader has it before him, what he may open by a key. A phone has no keys and a battery.
const foreseeKeys = () => {
  clearTimeout(fromKeys.timer);
  Object.assign(fromKeys, { links: [], isAtHand: false });
  if (isPhone()) return;
  const gather = () => {
    if (isHeaderDue) { fromKeys.timer = setTimeout(gather, busyMs); return; }   // its links are still those of the page before
    fromKeys.links = keyLinks.flatMap((links) => [...document.querySelectorAll(links)]).map((link) => link.getAttribute("href")).filter((href) => href && href.startsWith("#/"));
    foreseeAfter(0);
  };
  fromKeys.timer = setTimeout(gather, settlesMs);
};

const aimAtTarget = ({ target }) => {
  if (!PM.module || target.id === "canvas") return;   // the canvas says itself what lies under the pointer
  const link = target.closest && target.closest('a[href^="#/"], [data-href]');
  aimAt(link ? link.dataset.href || link.getAttribute("href") || "" : "");
};
document.addEventListener("pointerdown", () => { aim.isPressed = true; }, true);
for (const kind of ["pointerup", "pointercancel"]) document.addEventListener(kind, () => { aim.isPressed = false; }, true);
for (const kind of ["pointerover", "pointerdown", "focusin"]) document.addEventListener(kind, aimAtTarget, true);
document.addEventListener("visibilitychange", () => { if (!document.hidden && PM.module) foreseeAfter(settlesMs); });
