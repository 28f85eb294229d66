// Files of blocks, pages and papers: the core makes them (core/app/export.hpp), the page saves or copies them.
// A PNG is the core's SVG drawn at print resolution with the faces of the page.
const printDpi = 300, cssDpi = 96;

// {name, type, bytes} of a request such as {as: "csv", block: "matrix"}.
const makeFile = (request) => withText(JSON.stringify(request), (at) => {
  const start = PM.module._pm_export(at);
  if (!start) throw refusal();
  const bytes = PM.module.HEAPU8.slice(start, start + PM.module._pm_export_size());
  return { name: textAt(PM.module._pm_export_name()), type: textAt(PM.module._pm_export_type()), bytes };
});
const makeText = (request) => decoder.decode(makeFile(request).bytes);
const saveFile = ({ name, type, bytes }) => save([bytes], name, type);
const blocksOf = (link) => JSON.parse(makeText({ as: "blocks", ...(link ? { link } : {}) }));

// The page's own faces, so that a picture by itself has them too.
const faceRules = () => [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).filter((rule) => rule instanceof CSSFontFaceRule).map((rule) => rule.cssText).join("");

const svgWithFaces = (svg) => svg.replace("font-family=\"Inter, Arial, sans-serif\"", "font-family=\"'Inter PM', Inter, Arial, sans-serif\"").replace(/(<svg[^>]*>)/, `$1<style>${faceRules()}</style>`);

const pngOfSvg = async (svg, dpi = printDpi) => {
  const address = URL.createObjectURL(new Blob([svgWithFaces(svg)], { type: "image/svg+xml;charset=utf-8" }));
  try {
    const picture = new Image();
    picture.src = address;
    await picture.decode();
    const canvas = document.createElement("canvas"), scale = dpi / cssDpi;
    canvas.width = Math.round(picture.naturalWidth * scale);
    canvas.height = Math.round(picture.naturalHeight * scale);
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
    if (!blob) throw trouble("Картинка слишком велика для этого браузера: сохраните её как SVG", "The picture is too large for this browser: save it as SVG");
    return blob;
  } finally {
    URL.revokeObjectURL(address);
  }
};

const savePng = async (request) => {
  const file = makeFile({ ...request, as: "svg" });
  save([await pngOfSvg(decoder.decode(file.bytes))], file.name.replace(/\.svg$/, ".png"), "image/png");
};

// On http://<address> there is no navigator.clipboard: a hidden field and execCommand do the same.
const copyOldWay = (text, html) => {
  const put = (event) => {
    event.preventDefault();
    event.clipboardData.setData("text/plain", text);
    if (html) event.clipboardData.setData("text/html", html);
  };
  document.addEventListener("copy", put, { once: true });
  const done = document.execCommand("copy");
  document.removeEventListener("copy", put);
  return done;
};

const copyAny = async (text, html = "") => {
  let done = false;
  if (navigator.clipboard && window.ClipboardItem) {
    const parts = { "text/plain": new Blob([text], { type: "text/plain" }) };
    if (html) parts["text/html"] = new Blob([html], { type: "text/html" });
    done = await navigator.clipboard.write([new ClipboardItem(parts)]).then(() => true, () => false);
  }
  if (!done && !copyOldWay(text, html)) throw trouble("Браузер не разрешил копирование: сохраните файлом или выделите в текстовом виде", "The browser refused to copy: save it as a file, or select it in the text view");
};

const copyTable = async (request) => {
  await copyAny(makeText({ ...request, as: "tsv" }), makeText({ ...request, as: "html" }));
  showNotice(say("Таблица скопирована", "The table was copied"), false);
};
const copyWords = async (request) => {
  await copyAny(makeText({ ...request, as: "words" }));
  showNotice(say("Текст скопирован", "The text was copied"), false);
};

// A link that names its snapshot, so that whoever opens it later is told when another one is open.
const linkOf = (hash = location.hash || "#/svodka") => {
  const clean = hash.replace(/([?&])s=[^&]*(&|$)/, (all, before, after) => (after ? before : ""));
  const id = snapshotId();
  return location.href.split("#")[0] + clean + (id ? (clean.includes("?") ? "&" : "?") + "s=" + id : "");
};
const copyLink = async (hash) => {
  await copyAny(linkOf(hash));
  showNotice(say("Ссылка скопирована; в ней номер среза", "The link was copied; it names the snapshot"), false);
};

const showQr = (hash) => {
  const dialog = openDialog("qr", say("QR-код ссылки", "QR code of the link"));
  const picture = element("div", "", { class: "qr-picture" });
  picture.innerHTML = makeText({ as: "qr", text: linkOf(hash) });
  const actions = element("div", "", { class: "actions" });
  actions.append(button(say("Скачать SVG", "Download SVG"), () => saveFile(makeFile({ as: "qr", text: linkOf(hash) }))), button(say("Закрыть", "Close"), () => dialog.close()));
  dialog.append(picture, element("p", linkOf(hash), { class: "sub" }), actions);
  dialog.showModal();
};
