// Files: exports dropped anywhere on the window are read here, in this page, and nowhere else.
const readDropped = async (file) => {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (file.name.endsWith(".pmsnap")) {
    const ok = withBytes(bytes, (at, n) => withText(file.name, (name) => PM.module._pm_open(at, n, name)));
    if (!ok) throw new Error(JSON.parse(textAt(PM.module._pm_answer())).message[PM.lang]);
    PM.opened = null;
    route();
    return null;
  }
  return importFile(bytes, file.name, null, null);
};

const sentenceOf = (report) => {
  if (!report) return say("Снимок открыт", "Snapshot opened");
  const kept = (report.files || []).reduce((sum, f) => sum + (f.rows_kept || 0), 0);
  const rejected = (report.files || []).reduce((sum, f) => sum + (f.rows_rejected || 0), 0);
  return say(`Принято строк: ${kept}, отклонено: ${rejected}`, `Rows kept: ${kept}, rejected: ${rejected}`);
};

const showNotice = (text, isTrouble) => {
  const notice = byId("notice") || document.body.appendChild(Object.assign(document.createElement("p"), { id: "notice" }));
  notice.setAttribute("role", "status");
  notice.textContent = text;
  notice.hidden = !text;
  notice.classList.toggle("trouble", Boolean(isTrouble));
};
const showTrouble = (error) => { showNotice(error.message || String(error), true); };

const watchDrops = () => {
  const over = (on) => document.body.classList.toggle("dropping", on);
  window.addEventListener("dragover", (event) => { if (event.dataTransfer && [...event.dataTransfer.types].includes("Files")) { event.preventDefault(); over(true); } });
  window.addEventListener("dragleave", (event) => { if (!event.relatedTarget) over(false); });
  window.addEventListener("drop", async (event) => {
    const files = event.dataTransfer ? [...event.dataTransfer.files] : [];
    if (!files.length) return;
    event.preventDefault();
    over(false);
    for (const file of files) {
      try { showNotice(sentenceOf(await readDropped(file)), false); } catch (error) { showTrouble(error); }
    }
  });
};
