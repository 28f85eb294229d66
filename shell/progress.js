// Progress of a page over many messages: it is counted in pieces under the page before it. After 300 ms that page is dimmed, and words,
// percent and a way back stand over it; Esc returns to the link that is still shown.
const countingTellsAfter = 300, countingSaysEvery = 2000;
let countingTimer = 0, countingSince = 0, countingSaidAt = 0, countingMovedAt = 0, countedBefore = 0;

const countingWords = (share) => say("Считаю… ", "Counting… ") + Math.round(share * 100) + "\u00a0%";

const endCounting = () => {
  clearTimeout(countingTimer);
  countingTimer = 0;
  delete root.dataset.counting;
  const told = byId("counting");
  if (told) told.remove();
};

// The address goes back to the page that is seen; whoever pressed a link has not left his place.
const cancelCounting = () => {
  const shown = textAt(PM.module._pm_shown());
  if (!shown) return;
  endCounting();
  history.replaceState(null, "", shown);
  route();
};

const makeCountingSign = () => {
  const sign = element("div", "", { id: "counting" });
  sign.append(element("progress", "", { max: "1", "aria-hidden": "true" }), element("span", ""), button(say("Отменить (Esc)", "Cancel (Esc)"), cancelCounting, { "data-do": "stop-counting" }));
  byId("header").after(sign);
  return sign;
};

const tellCounting = (share) => {
  root.dataset.counting = "1";
  const sign = byId("counting") || makeCountingSign();
  sign.firstChild.value = share;
  sign.childNodes[1].textContent = countingWords(share);
  const now = performance.now();
  if (now - countingSaidAt < countingSaysEvery) return;
  countingSaidAt = now;
  byId("live").textContent = countingWords(share);
};

// The canvas counts in its own frames. Where it does not draw, or its frames have stopped, the work is done here.
const countedPart = () => {
  const now = performance.now(), isStill = now - countingMovedAt > 500;
  const share = isDrawing() && !isTextView() && !document.hidden && !isStill ? JSON.parse(textAt(PM.module._pm_stats())).done : PM.module._pm_prepare(10);
  if (share !== countedBefore && !isStill) countingMovedAt = now;
  countedBefore = share;
  return share;
};

// Calls `whenBuilt` when the page of the present state is built, at once or after some pieces. A newer call takes the place of the older.
const afterCounting = (whenBuilt) => {
  clearTimeout(countingTimer);
  countingSince = countingMovedAt = performance.now();
  countingSaidAt = countedBefore = 0;
  const look = () => {
    countingTimer = 0;
    const share = countedPart();
    if (share >= 1) { endCounting(); whenBuilt(); return; }
    if (performance.now() - countingSince > countingTellsAfter) tellCounting(share);
    countingTimer = setTimeout(look, isTextView() ? 0 : 50);
  };
  look();
};

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !byId("counting")) return;
  cancelCounting();
  event.preventDefault();
  event.stopPropagation();
}, true);
