// The address is the state: every change enters through the hash and leaves through it, so Back, links and tests share one road.
const hashWeek = (hash = location.hash) => (/[?&]w=(\d{4}-W\d{2})/.exec(hash) || [])[1] || null;

// The snapshot that answers for a link: the week's own file where there is one, else the newest.
const weekToOpen = (hash = location.hash) => {
  const weeks = PM.manifest ? PM.manifest.weeks : [];
  if (!weeks.length) return null;
  const wanted = hashWeek(hash);
  return weeks.some((w) => w.week === wanted) ? wanted : weeks[0].week;
};

// Another week's file is to be opened for it; a file of the reader's own answers for every link.
const needsFile = (hash) => {
  const week = weekToOpen(hash);
  return Boolean(week) && PM.opened !== null && week !== PM.opened;
};

const packFile = (week) => "data/" + week + ".js";
const bytesOfPack = async (week) => {
  if (!PM.packs.has(week)) await loadScript(packFile(week), () => PM.packs.has(week));
  return unpacked(PM.packs.get(week), packFile(week));
};

// The week with texts once it was unlocked, else as it was published.
const bytesOfWeek = async (week) => PM.unlocked.get(week) || bytesOfPack(week);

const openPublished = (bytes, file) => {
  if (withBytes(bytes, (at, n) => withText(file, (name) => PM.module._pm_open(at, n, name)))) return;
  const answer = JSON.parse(textAt(PM.module._pm_answer()));
  throw answer.fault === "newer_snapshot" ? newer(file) : damaged(file, answer.message.en);
};

const openWeek = async (week) => {
  openPublished(await bytesOfWeek(week), packFile(week));
  PM.opened = week;
  PM.own = null;
  problemEntries.tell();
  planEntries.tell();
};

// Every step of the history has a number, so that the way from one to another is known. `shown`: of the page that is seen.
const places = { now: 0, shown: 0, shownHash: "" };
const notePlace = () => {
  const known = history.state && history.state.place;
  places.now = Number.isInteger(known) ? known : places.now + 1;
  if (known !== places.now) history.replaceState({ place: places.now }, "");
};

let routing = Promise.resolve(), onTheWay = 0;   // addresses whose page is not yet begun: a week's file may have to be fetched
// Brings the app to the current address. Steps queue up, so that two quick clicks end on the second.
const route = () => {
  notePlace();
  stopPieces();
  ++onTheWay;
  routing = routing.then(async () => {
    if (!hasData()) { showWelcome(); return; }
    if (needsFile(location.hash)) await openWeek(weekToOpen());
    checkLinkId();
    withText(isState() && location.hash || "#/svodka", (at) => PM.module._pm_go(at));
    refresh();
  }).catch(showTrouble).finally(() => { --onTheWay; });
  return routing;
};

// The app changed its own state (a click on the canvas): the address follows.
const followState = (push) => {
  const hash = textAt(PM.module._pm_hash());
  if (hash === location.hash) { refresh(); return; }
  if (push) history.pushState({ place: places.now + 1 }, "", hash); else history.replaceState(history.state, "", hash);
  route();
};

// A plain anchor ("#text") is the browser's own business.
const isState = () => !location.hash || location.hash.startsWith("#/");
window.addEventListener("popstate", () => { if (PM.module && isState()) route(); });
