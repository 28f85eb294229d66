// Foresight: the page behind what the pointer, a finger or the focus rests on is counted while the reader makes up his mind, so that the
// click finds it. Whatever was asked for comes first.
const restsMs = 50, foreseePieceMs = 6, busyMs = 40;
const aim = { href: "", isAtHand: false, timer: 0, isPressed: false };

const foreseeOn = () => {
  if (!hasData() || needsFile(aim.href)) return;
  const isBusy = Boolean(job || document.hidden);
  aim.isAtHand = !isBusy && withText(aim.href, (at) => PM.module._pm_foresee(at, foreseePieceMs)) === 1;
  if (!aim.isAtHand) aim.timer = setTimeout(foreseeOn, isBusy ? busyMs : 0);
};

// `href`: where a click would lead now; "" = nowhere. A finger rests nowhere before it presses.
const aimAt = (href) => {
  if (href === aim.href) return;
  clearTimeout(aim.timer);
  Object.assign(aim, { href, isAtHand: false });
  if (href) aim.timer = setTimeout(foreseeOn, aim.isPressed ? 0 : restsMs);
};

const aimAtTarget = ({ target }) => {
  if (!PM.module || target.id === "canvas") return;   // the canvas says itself what lies under the pointer
  const link = target.closest && target.closest('a[href^="#/"]');
  aimAt(link ? link.getAttribute("href") : "");
};
document.addEventListener("pointerdown", () => { aim.isPressed = true; }, true);
for (const kind of ["pointerup", "pointercancel"]) document.addEventListener(kind, () => { aim.isPressed = false; }, true);
for (const kind of ["pointerover", "pointerdown", "focusin"]) document.addEventListener(kind, aimAtTarget, true);
