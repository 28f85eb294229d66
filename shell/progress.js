// Progress of a page over many messages: it is counted in pieces under the page before it. After 300 ms that page is dimmed, and words,
// percent and a way back stand over it; Esc returns to the link that is still shown.
const countingTellsAfter = 300, countingSaysEvery = 2000, firstPieceMs = 11, pieceMs = 8, atOnceMs = 4, headerFollowsMs = 30;
let job = null;   // {step, whenDone}: what is done in pieces; `step` works for some milliseconds and says the part done
let isCounting = false, countingSince = 0, countingSaidAt = 0;

const countingWords = (share) => say("Считаю… ", "Counting… ") + Math.round(share * 100) + "\u00a0%";

const endCounting = () => {
  job = null;
  isCounting = false;
  delete root.dataset.counting;
  const told = byId("counting");
  if (told) told.remove();
};

// Back to the page that is seen: to its own step of the history, so that Back and Forward go on from there.
const cancelCounting = () => {
  if (!places.shownHash) return;
  endCounting();
  if (places.now !== places.shown) { history.go(places.shown - places.now); return; }
  history.replaceState(history.state, "", places.shownHash);
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

// A piece is followed by the next at once, without waiting for a frame; what the reader does comes between them.
const pieces = new MessageChannel();
let isNextAsked = false;
const askNext = () => {
  if (!isNextAsked) pieces.port2.postMessage(0);
  isNextAsked = true;
};
const doPiece = (ms) => {
  if (!job) return;
  const { step, whenDone } = job, share = step(ms);
  if (share >= 1) { job = null; whenDone(); return; }
  askNext();
};
pieces.port1.onmessage = () => { isNextAsked = false; doPiece(pieceMs); };

// Begins at once; takes the place of what was done in pieces before.
const inPieces = (step, whenDone) => {
  job = { step, whenDone };
  doPiece(firstPieceMs);
};

// Begins when what is at work has ended.
const inLaterPieces = (step, whenDone) => {
  job = { step, whenDone };
  askNext();
};

// What was done for the state before is in nobody's way while the next one is brought here.
const stopPieces = () => {
  job = null;
  isCounting = false;
};

// The part of the page that is done. A text is a part of it where the reader sees the text.
const countOn = (ms) => {
  const share = PM.module._pm_prepare(ms);
  if (!wantsText()) return share;
  const written = share < 1 ? 0 : PM.module._pm_write(ms);
  return written < 1 ? 0.9 * share + 0.1 * written : 1;
};

const tellOn = (share) => {
  const since = performance.now() - countingSince;
  if (isHeaderDue && since > headerWaitsMs) renewHeader();
  if (since > countingTellsAfter) tellCounting(share);
  requestFrame();
};

const finishCounting = () => {
  const hash = textAt(PM.module._pm_hash());
  endCounting();
  followScreen();
  if (isTextView()) followPage(); else twinTimer = setTimeout(followPage, headerFollowsMs);   // the canvas answers first
  if (hash !== places.shownHash && isTextView()) window.scrollTo(0, 0);
  Object.assign(places, { shown: places.now, shownHash: hash });
  foreseeKeys();
  if (performance.now() - countingSince < atOnceMs) drawFrame(); else requestFrame();   // what was at hand is seen with the next picture of the screen
};

// Counts the page of the present state, at once or in some pieces.
const countPage = () => {
  isCounting = true;
  countingSince = drawnAt = performance.now();
  countingSaidAt = 0;
  inPieces((ms) => {
    const share = countOn(ms);
    if (share < 1) tellOn(share);
    return share;
  }, finishCounting);
};

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !byId("counting")) return;
  cancelCounting();
  event.preventDefault();
  event.stopPropagation();
}, true);
