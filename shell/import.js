// Import: exported files are read in a worker by a module that the page loads only then; nothing leaves this computer.
// The result is a snapshot, opened like any other, that can be saved as a file.
const importer = { pack: null, worker: null, jobs: new Map(), next: 1, municipalities: [] };

// import.js calls this in the folder; the one-file page carries the same text as an inert block.
const loadImportPack = () => {
  const inside = byId("import-pack");
  if (inside) return Promise.resolve(JSON.parse(inside.textContent));
  let pack = null;
  window.problematorImport = (given) => { pack = given; };
  return loadScript("import.js", () => pack).then(() => pack);
};

// A module that ran out of memory stops in the middle of a call and says only that it stopped: how much it held tells why.
const kMuchMemory = 1.5 * 1024 ** 3;
const troubleOf = ({ trouble: cause, held }) => (held > kMuchMemory || /memory|allocat|OOM/i.test(cause)
  ? trouble("Не хватает памяти для этих файлов: загрузите их по одному или соберите сайт командой problemator build", "Not enough memory for these files: load them one by one, or build the site with problemator build", cause)
  : trouble("Чтение прервалось: загрузите файлы по одному или соберите сайт командой problemator build", "Reading broke off: load the files one by one, or build the site with problemator build", cause));

const startWorker = async () => {
  importer.pack = importer.pack || await loadImportPack();
  const source = new Blob([importer.pack.glue, "\n", importer.pack.worker], { type: "text/javascript" });
  const address = URL.createObjectURL(source);
  const worker = new Worker(address);
  importer.worker = worker;
  worker.onmessage = ({ data }) => {
    const job = importer.jobs.get(data.job);
    if (!job) return;
    if (data.progress) { job.onProgress(data.progress); return; }
    importer.jobs.delete(data.job);
    if (data.result) { job.resolve(data.result); return; }
    const error = job.wordsFor(data);
    job.reject(error);
    stopWorker(error);   // its memory is in no known state
  };
  worker.onerror = (event) => { stopWorker(trouble("Браузер не разрешил чтение файлов в фоне: обновите его или откройте страницу в другом браузере", "The browser refused to read files in the background: update it, or open the page in another browser", event.message)); };
  const started = await ask({ do: "start", wasm: importer.pack.wasm }, () => {}, ({ trouble: cause }) => damaged("import.js", cause));
  URL.revokeObjectURL(address);
  importer.municipalities = started.answer;
};

const ask = (message, onProgress = () => {}, wordsFor = troubleOf) => new Promise((resolve, reject) => {
  const job = importer.next++;
  importer.jobs.set(job, { resolve, reject, onProgress, wordsFor });
  importer.worker.postMessage({ ...message, job });
});

// The running job ends with this error; the next one starts a fresh worker.
const stopWorker = (error) => {
  if (importer.worker) importer.worker.terminate();
  importer.worker = null;
  const jobs = [...importer.jobs.values()];
  importer.jobs.clear();
  for (const job of jobs) job.reject(error);
};

const askWorker = async (message, onProgress) => {
  if (!importer.worker) await startWorker();
  return ask(message, onProgress);
};

// The bytes of the snapshot that the page shows, or null.
const openSnapshot = async () => {
  if (PM.own) return PM.own.bytes;
  return PM.opened ? bytesOfWeek(PM.opened) : null;
};

const localDay = () => {
  const now = new Date(), two = (n) => String(n).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
};

const openOwn = (bytes, name) => {
  const ok = withBytes(bytes, (at, n) => withText(name, (nameAt) => PM.module._pm_open(at, n, nameAt)));
  if (!ok) throw refusal();
  PM.own = { bytes, name };
  PM.opened = null;
  return route();
};

// Something of the files came in; else the page stays as it is.
const isLoaded = (answer) => answer.ok && answer.report.files.some((file) => !file.failure);

// Reads files ([{name, file}]) into the open dashboard. Resolves to the worker's answer; the snapshot is open then.
const importGiven = async (given, wish, onProgress) => {
  const open = await openSnapshot();
  const full = { merge: Boolean(open), today: localDay(), ...wish };
  const isNeeded = full.merge || !full.profile;   // else nothing of it is wanted, not even a comparison
  const { answer, snapshot } = await askWorker({ do: "run", given, wish: full, open: isNeeded ? open : null }, onProgress);
  const withTexts = isUnlocked(), isNew = snapshot && isLoaded(answer);
  if (isNew) await openOwn(snapshot, (answer.week || "snapshot") + ".pmsnap");
  if (isNew && withTexts) { PM.own.unlocked = true; renewSealBar(); }   // what was merged into stays marked
  return answer;
};

const importBytes = async (bytes, name, mapping, profile) => {
  const wish = { merge: false };
  if (mapping) Object.assign(wish, { mappings: [mapping], only_mappings: true });
  if (profile) wish.profile = profile;
  const answer = await importGiven([{ name, file: new Blob([bytes]) }], wish);
  if (!answer.ok) throw answer.message ? refusal(answer) : damaged(name);
  return answer.report;
};
