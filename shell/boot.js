// Start: the static page is already painted; the app takes over when it is ready, or the page stays and says why.
const missing = () => {
  const lacks = (what, en) => trouble(`Этот браузер не умеет ${what}: обновите его или откройте страницу в другом`, `This browser cannot ${en}: update it, or open the page in another`);
  if (typeof WebAssembly !== "object") return lacks("выполнять WebAssembly", "run WebAssembly");
  // The smallest module that uses SIMD.
  const simd = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11]);
  if (!WebAssembly.validate(simd)) return lacks("выполнять WebAssembly SIMD", "run WebAssembly SIMD");
  if (typeof DecompressionStream !== "function") return lacks("распаковывать данные", "unpack data");
  return null;
};

const stayStatic = (error) => {
  byId("progress").hidden = true;
  showNotice(say("Показан неподвижный отчёт. ", "The static report is shown. ") + wordsOf(error), false);
};

const startModule = async () => {
  const wasmBinary = await unpacked(window.problematorWasm, "app.js");
  window.problematorWasm = null;
  const module = createProblemator({
    wasmBinary,
    onState: (push) => followState(Boolean(push)),
    onNeedFrame: requestFrame,
    onBlock: openCanvasMenu,
    onHover: aimAt,
    print: (text) => console.info(text),
    printErr: (text) => console.error(text),
  });
  return module.catch((cause) => { throw trouble("Программа не запустилась: обновите страницу или откройте её в другом браузере", "The program did not start: reload the page, or open it in another browser", cause); });
};

// The canvas writes with the faces of the style sheet: they are in the page once.
const handFonts = () => {
  for (const sheet of document.styleSheets) {
    for (const rule of sheet.cssRules) {
      if (!(rule instanceof CSSFontFaceRule)) continue;
      const data = /base64,([^"')]+)/.exec(rule.style.getPropertyValue("src"));
      const weight = Number(rule.style.getPropertyValue("font-weight"));
      if (data) withBytes(fromBase64(data[1]), (at, n) => PM.module._pm_font(weight, at, n));
    }
  }
};

// The first page is counted under the static report, which can be read and left meanwhile.
const countFirstPage = async () => {
  const told = byId("progress").querySelector("span"), words = told.textContent, started = performance.now();
  withText(isState() && location.hash || "#/svodka", (at) => PM.module._pm_go(at));
  for (let share = PM.module._pm_prepare(12); share < 1; share = PM.module._pm_prepare(12)) {
    if (performance.now() - started > countingTellsAfter) told.textContent = words + " " + countingWords(share);
    await new Promise((done) => setTimeout(done));
  }
  while (!PM.module._pm_prepare_header(12)) await new Promise((done) => setTimeout(done));
};

const boot = async () => {
  root.classList.add("js");
  const reason = missing();
  if (reason) throw reason;
  root.dataset.theme = currentTheme();
  PM.module = await startModule();
  handFonts();
  PM.module._pm_theme(currentTheme() === "dark" ? 1 : 0);
  if (!PM.manifest) await loadScript("data/manifest.js", () => PM.manifest);
  withText(JSON.stringify(PM.manifest.weeks), (at) => PM.module._pm_archive(at));
  handPages();
  goToStart();
  const week = weekToOpen();
  if (week) { await openWeek(week); await countFirstPage(); }
  const wantsText = remembered.get("text") === "1" || matchMedia("(forced-colors: active)").matches;
  if (!isPhone() && !wantsText && hasData()) startCanvas();
  watchSize();
  watchNet();
  watchDrops();
  if (hasData()) await route(); else showWelcome();
  byId("progress").hidden = true;
  root.classList.add("ready");
  isReady(window.problemator);
};

boot().catch(stayStatic);
