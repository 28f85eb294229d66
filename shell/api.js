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
  async go(hash) { if (location.hash !== hash) history.pushState({ place: places.now + 1 }, "", hash); await route(); return call({ call: "state" }); },
  // Reads an exported file (Uint8Array) and opens the result in place of the snapshot; resolves to the import report, rejects with
  // the error in words. `mapping` and `profile` are objects of the documented forms.
  importBytes(bytes, { name = "data.csv", mapping = null, profile = null } = {}) { return importBytes(bytes, name, mapping, profile); },
  // Reads files ([{name, file: Blob}]) into the open dashboard and shows what became of them. `wish`: docs/contract-web.md.
  importFiles: (given, wish = {}) => runImport(given, wish),
  // The link of the page with the snapshot that it was made on, as «Скопировать ссылку» gives it.
  link: () => linkOf(),
  // A file of a block, a page or a paper ({name, type, bytes}); `request`: docs/api.md, "Files".
  file: (request) => makeFile(request),
  stats: () => {
    const told = { ...JSON.parse(textAt(PM.module._pm_stats())), aimed: aim.href, foreseen: aim.isAtHand, foreseen_by_key: fromKeys.isAtHand };
    return onTheWay || isCounting || (isTextDue && isTextView()) ? { ...told, ready: false, done: Math.min(told.done, 0.99) } : told;   // a text that is seen is written too
  },
};
