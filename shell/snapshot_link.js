// A link that was made on another snapshot says so, with both ways out (UX: «Ссылка сделана на данных от …»). The number of the snapshot
// stands in the key `s` of a link; the address itself does not keep it.
const openedFacts = () => call({ call: "describe" });
const snapshotId = () => { try { return openedFacts().checksum.replace(/\s/g, "").slice(0, 8); } catch { return ""; } };

const stripId = (hash) => hash.replace(/([?&])s=[0-9a-f]{4,64}(&|$)/, (all, before, after) => (after ? before : ""));
const idIn = (hash) => (/[?&]s=([0-9a-f]{4,64})(?:&|$)/.exec(hash) || [])[1] || null;

const weekOfId = (id) => (PM.manifest ? PM.manifest.weeks.find((week) => week.checksum.replace(/\s/g, "").startsWith(id)) : null);

const linkBar = (text, ...actions) => {
  const old = byId("link-bar");
  if (old) old.remove();
  const bar = element("div", "", { id: "link-bar", role: "status" });
  bar.append(element("p", text), ...actions, button(say("Оставить как есть", "Leave it"), () => bar.remove(), { class: "quiet" }));
  byId("header").after(bar);
  resizeCanvas();
};

// Takes the number out of the address; tells when another snapshot answers.
const checkLinkId = () => {
  const id = idIn(location.hash);
  if (!id) return;
  const clean = stripId(location.hash);
  history.replaceState(history.state, "", clean);
  if (snapshotId().startsWith(id.slice(0, 8)) || id.startsWith(snapshotId())) return;
  const made = weekOfId(id), open = openedFacts();
  const now = open.as_of.slice(0, 10).split("-").reverse().join(".");
  if (!made) { linkBar(say(`Ссылка сделана на другом срезе, которого здесь нет; открыт срез от ${now}`, `The link was made on another snapshot that is not here; the snapshot of ${now} is open`)); return; }
  const then = made.as_of.slice(0, 10).split("-").reverse().join(".");
  const there = clean + (clean.includes("?") ? "&" : "?") + "w=" + made.week;
  linkBar(say(`Ссылка сделана на данных от ${then}, открыты данные от ${now}`, `The link was made on the data of ${then}; the data of ${now} are open`),
    button(say(`Открыть данные от ${then}`, `Open the data of ${then}`), () => { byId("link-bar").remove(); location.hash = there; }, { class: "primary" }));
};

// A newer week in the site than the one that is open: a bar, never a switch by itself.
const tellNewWeek = (manifest) => {
  const newest = manifest.weeks[0];
  const known = PM.manifest && PM.manifest.weeks[0];
  if (!newest || !known || newest.checksum === known.checksum) return;
  linkBar(say(`Готов срез недели ${Number(newest.week.slice(6))}. Эта страница останется прежней`, `The snapshot of week ${Number(newest.week.slice(6))} is ready. This page stays as it is`),
    button(say("Открыть", "Open"), () => location.reload(), { class: "primary" }));
};

// Looked for when the reader comes back to the page after a while, by the same classic script that the page loaded.
const kLookAgain = 10 * 60 * 1000;
let lookedAt = Date.now();
const lookForNewWeek = () => {
  if (document.hidden || !PM.manifest || !document.querySelector("script[src='data/manifest.js']") || Date.now() - lookedAt < kLookAgain) return;
  lookedAt = Date.now();
  const keep = window.problematorManifest;
  window.problematorManifest = (manifest) => { window.problematorManifest = keep; tellNewWeek(manifest); };
  const script = element("script", "", { src: "data/manifest.js?" + lookedAt });
  script.onload = script.onerror = () => { window.problematorManifest = keep; script.remove(); };
  document.head.append(script);
};
document.addEventListener("visibilitychange", lookForNewWeek);
