// window.problemator: the programmatic interface, with the names of `problemator query`. See docs/api.md.
const call = (request) => {
  withText(JSON.stringify(request), (at) => PM.module._pm_call(at));
  return JSON.parse(textAt(PM.module._pm_answer()));
};

const asked = (name) => (request = {}) => call({ ...request, call: name });

let isReady;
const ready = new Promise((resolve) => { isReady = resolve; });

window.problemator = {
  version: "1.0.0",
  ready,                                   // resolves when a snapshot is open and calls are answered
  call,
  describe: asked("describe"),
  count: asked("count"),
  group: asked("group"),
  pivot: asked("pivot"),
  series: asked("series"),
  rows: asked("rows"),
  // The state of the page as JSON, with its link in `hash`.
  state: () => call({ call: "state" }),
  // Goes to a link ("#/teplo?b=zhkh"), as a click would; Back returns. Resolves to the new state.
  async go(hash) { if (location.hash !== hash) history.pushState(null, "", hash); await route(); return call({ call: "state" }); },
  // Reads an exported file (Uint8Array) and opens the result. `mapping` and `profile` are objects of the documented forms.
  importBytes(bytes, { name = "data.csv", mapping = null, profile = null } = {}) {
    return importFile(bytes, name, mapping, profile);
  },
  stats: () => JSON.parse(textAt(PM.module._pm_stats())),
};

// Opens an export in place of the snapshot. Returns the import report; throws with the error in words.
const importFile = (bytes, name, mapping, profile) => {
  const m = PM.module;
  const text = (value, use) => (value ? withText(typeof value === "string" ? value : JSON.stringify(value), use) : use(0));
  const ok = withBytes(bytes, (at, n) => withText(name, (nameAt) => text(mapping, (mappingAt) => text(profile, (profileAt) =>
    m._pm_import(at, n, nameAt, mappingAt, profileAt)))));
  const answer = JSON.parse(textAt(m._pm_answer()));
  if (!ok) throw new Error(answer.message ? answer.message[PM.lang] : name);
  PM.opened = null;
  route();
  return answer;
};
