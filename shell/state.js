// What every part of the page shares. Parts are classic scripts that scripts/bundle-app.py joins into one function,
// so that the same bytes run from file://, from any server and inside one HTML file.
const PM = {
  module: null,          // the WASM module, once it runs
  manifest: null,        // {profile, name_ru, weeks: [{week, checksum, …}]}, newest first
  packs: new Map(),      // week → base64 of the gzipped snapshot
  opened: null,          // week whose snapshot is open
  own: null,             // {bytes, name} of a snapshot that was dropped or imported
  unlocked: new Map(),   // week → bytes of its sealed snapshot, once opened with the key; gone when the page is loaded again
  lang: /[?&]lang=en/.test(location.hash) ? "en" : "ru",
  renderer: "none",      // "gl", "cpu" or "text"
};

// A visible text in both languages, Russian first.
const say = (ru, en) => (PM.lang === "en" ? en : ru);

const byId = (id) => document.getElementById(id);

// Data files call these two; they may run before or after this script.
const received = window.problematorQueue || [];
window.problematorManifest = (manifest) => { PM.manifest = manifest; };
window.problematorData = (week, pack) => { PM.packs.set(week, pack); };
for (const [name, ...args] of received) if (name !== "problematorOwn") window[name](...args);   // that one is for views.js

// localStorage is absent in some file:// and private windows.
const remembered = {
  get(key) { try { return localStorage.getItem("problemator." + key); } catch { return null; } },
  set(key, value) { try { localStorage.setItem("problemator." + key, value); } catch { /* stays for this visit */ } },
};
