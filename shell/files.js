// Files: exports dropped anywhere on the window, or chosen, are read here, in this browser, and nowhere else.
const showNotice = (text, isTrouble) => {
  const notice = byId("notice") || document.body.appendChild(Object.assign(document.createElement("p"), { id: "notice" }));
  notice.setAttribute("role", "status");
  notice.textContent = text;
  notice.hidden = !text;
  notice.classList.toggle("trouble", Boolean(isTrouble));
};
const showTrouble = (error) => { showNotice(wordsOf(error), true); };

// A dropped folder is its files, with the folder in the name.
const filesOfEntry = (entry, folder) => new Promise((resolve) => {
  const path = folder + entry.name;
  if (entry.isFile) { entry.file((file) => resolve([{ name: path, file }]), () => resolve([])); return; }
  const reader = entry.createReader(), found = [];
  const more = () => reader.readEntries(async (entries) => {
    if (!entries.length) { resolve(found); return; }
    for (const inner of entries) found.push(...await filesOfEntry(inner, path + "/"));
    more();
  }, () => resolve(found));
  more();
});

const filesOfDrop = async (transfer) => {
  const entries = [...transfer.items].map((item) => (item.webkitGetAsEntry ? item.webkitGetAsEntry() : null));
  const plain = [...transfer.files].map((file) => ({ name: file.name, file }));
  if (!entries.some((entry) => entry && entry.isDirectory)) return plain;
  const all = [];
  for (const entry of entries) if (entry) all.push(...await filesOfEntry(entry, ""));
  return all.sort((a, b) => (a.name < b.name ? -1 : 1));
};

const takeFiles = async (given) => {
  if (!given.length) return;
  try {
    const snapshot = given.length === 1 && given[0].name.endsWith(".pmsnap") ? given[0].file : null;
    if (snapshot) {
      await openOwn(await bytesOfFile(snapshot), given[0].name);
      showNotice(say("Снимок открыт", "Snapshot opened"), false);
    } else await runImport(given);
  } catch (error) { showTrouble(error); }
};

// The same without dragging: several files, or all files of a folder.
const chooseFiles = (isFolder = false) => {
  const input = document.createElement("input");
  input.type = "file";
  input.multiple = true;
  input.webkitdirectory = isFolder;
  input.onchange = () => takeFiles([...input.files].map((file) => ({ name: file.webkitRelativePath || file.name, file })));
  input.click();
};

const watchDrops = () => {
  const over = (on) => document.body.classList.toggle("dropping", on);
  window.addEventListener("dragover", (event) => { if (event.dataTransfer && [...event.dataTransfer.types].includes("Files")) { event.preventDefault(); over(true); } });
  window.addEventListener("dragleave", (event) => { if (!event.relatedTarget) over(false); });
  window.addEventListener("drop", async (event) => {
    if (!event.dataTransfer || !event.dataTransfer.files.length) return;
    event.preventDefault();
    over(false);
    takeFiles(await filesOfDrop(event.dataTransfer));
  });
};
