// The canvas: which renderer, its size in device pixels, and frames only when something changed.
const softwareGl = /swiftshader|llvmpipe|softpipe|basic render|warp|software/i;

// "gl" where a real GPU answers, else "cpu". Software GL is slower than our own rasteriser and counts as none.
const chooseRenderer = () => {
  const wanted = (/[?&]r=(gl|cpu|text)/.exec(location.hash) || /[?&]r=(gl|cpu|text)/.exec(location.search) || [])[1];
  if (wanted) return wanted;
  const probe = document.createElement("canvas").getContext("webgl2");
  if (!probe) return "cpu";
  const info = probe.getExtension("WEBGL_debug_renderer_info");
  const name = String(probe.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : probe.RENDERER));
  const lose = probe.getExtension("WEBGL_lose_context");
  if (lose) lose.loseContext();
  return softwareGl.test(name) ? "cpu" : "gl";
};

const isPhone = () => window.innerWidth < 900;
const isDrawing = () => Boolean(PM.module) && (PM.renderer === "gl" || PM.renderer === "cpu");

const startCanvas = () => {
  if (PM.renderer !== "none" || isPhone()) return;
  const wanted = chooseRenderer();
  if (wanted === "text") { PM.renderer = "text"; return; }
  PM.renderer = withText(wanted, (at) => textAt(PM.module._pm_start(at)));
  root.dataset.renderer = PM.renderer;
  window.addEventListener("mouseup", drawFrame);   // the click answers in its own event; after the canvas has heard of it
  showView("canvas");
  resizeCanvas();
};

const resizeCanvas = () => {
  if (!isDrawing()) return;
  const box = byId("canvas").getBoundingClientRect();
  if (!box.width || !box.height) return;
  const ratio = PM.renderer === "cpu" ? 1 : window.devicePixelRatio || 1;
  PM.module._pm_resize(Math.round(box.width), Math.round(box.height), ratio);
  requestFrame();
};

// While a page is counted the one before it stands still; now and then it is drawn anew, for the pointer.
const frameEveryMs = 120;
let frameAsked = false, drawnAt = 0;
const mayDraw = () => !document.hidden && !isTextView() && (!isCounting || performance.now() - drawnAt >= frameEveryMs);
const drawFrame = () => {
  if (!isDrawing() || !mayDraw()) return;
  if (isCounting) drawnAt = performance.now();
  if (PM.module._pm_frame(performance.now())) requestFrame();
};
const requestFrame = () => {
  if (frameAsked || !isDrawing() || !mayDraw()) return;
  frameAsked = true;
  requestAnimationFrame(() => {
    frameAsked = false;
    drawFrame();
  });
};

const watchSize = () => {
  new ResizeObserver(() => {
    if (isPhone() && !isTextView()) { showView("text"); refresh(); }
    resizeCanvas();
  }).observe(document.documentElement);
  const watchRatio = () => matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`).addEventListener("change", () => { resizeCanvas(); watchRatio(); }, { once: true });
  watchRatio();
  document.addEventListener("visibilitychange", requestFrame);
};

const setTheme = (name) => {
  document.documentElement.dataset.theme = name;
  remembered.set("theme", name);
  if (PM.module) { PM.module._pm_theme(name === "dark" ? 1 : 0); requestFrame(); }
};

const currentTheme = () => remembered.get("theme") || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
