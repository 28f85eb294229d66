// Progress of a page over many messages: it is counted in pieces under the page before it. After 300 ms that page is dimmed, and words,
// percent and a way back stand over it; Esc returns to the link that is still shown.
const countingTellsAfter = 300, countingSaysEvery = 2000, pieceMs = 7, headerFollowsMs = 30;
let counted = null;   // what is to be done when the page is built
let countingSince = 0, countingSaidAt = 0;

const countingWords = (share) => say("Считаю… ", "Counting… ") + Math.round(share * 100) + "\u00a0%";

const endCounting = () => {
  counted = null;
  delete root.dataset.counting;
  const told = byId("counting");
  if (told) told.remove();
};

// Back to the page that is seen: to its own step of the history, so that Back and Forward go on from there.
const cancelCounting = () => {
  const shown = textAt(PM.module._pm_shown());
  if (!shown) return;
  endCounting();
  if (places.now !== places.shown) { history.go(places.shown - places.now); return; }
  history.replaceState(history.state, "", shown);
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
  const sign = byId("counting") || makeCountingSign(), words = countingWords(share);
  if (sign.childNodes[1].textContent === words) return;
  sign.firstChild.value = share;
  sign.childNodes[1].textContent = words;
  const now = performance.now();
  if (now - countingSaidAt < countingSaysEvery) return;
  countingSaidAt = now;
  byId("live").textContent = words;
};

const finishCounting = () => {
  const whenBuilt = counted;
  endCounting();
  places.shown = places.now;
  requestFrame();
  if (isTextView()) whenBuilt(); else twinTimer = setTimeout(whenBuilt, headerFollowsMs);   // the canvas answers first
};

// A piece is followed by the next at once, without waiting for a frame; what the reader does comes between them.
const pieces = new MessageChannel();
let isNextAsked = false;
const askNext = () => {
  if (!isNextAsked) pieces.port2.postMessage(0);
  isNextAsked = true;
};
const countPiece = () => {
  if (!counted) return;
  const share = PM.module._pm_prepare(pieceMs);
  if (share >= 1) { finishCounting(); return; }
  if (performance.now() - countingSince > countingTellsAfter) tellCounting(share);
  askNext();
};
pieces.port1.onmessage = () => { isNextAsked = false; countPiece(); };

// Calls `whenBuilt` when the page of the present state is built, at once or after some pieces. A newer call takes the place of the older.
const afterCounting = (whenBuilt) => {
  counted = whenBuilt;
  countingSince = performance.now();
  countingSaidAt = 0;
  if (isTextView()) countPiece(); else askNext();
};

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !byId("counting")) return;
  cancelCounting();
  event.preventDefault();
  event.stopPropagation();
}, true);
