// The worker of the import: Emscripten's glue stands before this script. One job at a time; a cancelled worker is thrown away.
"use strict";
let module = null;
let files = [], sums = [];              // the inputs of the running job, and their checksums where the browser took them
const reader = typeof FileReaderSync === "function" ? new FileReaderSync() : null;

const unpacked = async (base64) => {
  const raw = atob(base64), bytes = new Uint8Array(raw.length);
  for (let i = 0; i < raw.length; i++) bytes[i] = raw.charCodeAt(i);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
};

// Bytes of file `index` from `offset` on, straight into the module's memory; −1 when the browser cannot read them.
const readFile = (index, offset, at, bytes) => {
  try {
    const slice = files[index].slice(offset, Math.min(offset + bytes, files[index].size));
    const got = new Uint8Array(reader.readAsArrayBuffer(slice));
    module.HEAPU8.set(got, at);
    if (toldDone === 0 && !sums[index]) tell({ done: 0, total: bytesOfAll, rows: 0, looked: looked += got.length });
    return got.length;
  } catch { return -1; }
};

// Before the first row the module reads a file once as a whole, for its checksum, unless the browser took that: `looked` tells how far it is.
let job = 0, told = 0, toldDone = 0, rows = 0, looked = 0, bytesOfAll = 0;
const tell = (progress) => {
  const now = performance.now();
  if (now - told < 60 && progress.done < progress.total) return;
  told = now;
  postMessage({ job, progress });
};
const onRows = (more) => { rows += more; };
const onProgress = (done, total) => { toldDone = done; tell({ done, total, rows }); };

const encoder = new TextEncoder(), decoder = new TextDecoder();
const withBytes = (bytes, use) => {
  const at = module._pi_alloc(bytes.length + 1);
  if (!at) throw new RangeError("memory");
  module.HEAPU8.set(bytes, at);
  module.HEAPU8[at + bytes.length] = 0;
  try { return use(at, bytes.length); } finally { module._pi_free(at); }
};
const withText = (text, use) => withBytes(encoder.encode(text), use);
const textAt = (at) => {
  const heap = module.HEAPU8;
  let end = at;
  while (heap[end]) end++;
  return decoder.decode(heap.subarray(at, end));
};
const answer = () => JSON.parse(textAt(module._pi_answer()));

const jobs = {
  async start({ wasm }) {
    const wasmBinary = await unpacked(wasm);
    module = await createProblematorImport({ wasmBinary, readFile, onProgress, onRows, printErr: (text) => console.error(text) });
    module._pi_municipalities();
    return { answer: answer() };
  },
  async run({ given, wish, open }) {
    const taken = [];
    for (const { file } of given) taken.push(await sha256Of(file));   // one at a time: each is held whole
    take(given, taken);
    const ok = withText(JSON.stringify(wish), (wishAt) => withBytes(open || new Uint8Array(0), (at, n) => module._pi_run(wishAt, at, n)));
    const result = { answer: answer(), snapshot: null };
    if (ok) result.snapshot = module.HEAPU8.slice(module._pi_snapshot(), module._pi_snapshot() + module._pi_snapshot_bytes());
    module._pi_clear();
    return result;
  },
  // A sealed snapshot and its key; takes as long as its Argon2id asks for.
  unseal({ sealed, key }) {
    const ok = withBytes(sealed, (at, n) => withBytes(key, (keyAt, keyN) => module._pi_unseal(at, n, keyAt, keyN)));
    const result = { answer: answer(), snapshot: null };
    if (ok) result.snapshot = module.HEAPU8.slice(module._pi_snapshot(), module._pi_snapshot() + module._pi_snapshot_bytes());
    module._pi_clear();
    return result;
  },
  // Lists the templates, or makes one: {channel, as, english}.
  template({ channel, as, english }) {
    if (!channel) { module._pi_templates(); return { answer: answer() }; }
    const ok = withText(channel, (at) => withText(as, (asAt) => module._pi_template(at, asAt, english ? 1 : 0)));
    return { answer: ok ? module.HEAPU8.slice(module._pi_made(), module._pi_made() + module._pi_made_bytes()) : null };
  },
  suggest: ({ given, wish }) => ofHead(given, wish, (wishAt) => module._pi_suggest(0, wishAt)),
  preview: ({ given, wish }) => ofHead(given, wish, (wishAt) => module._pi_preview(0, wishAt)),
};

const ofHead = (given, wish, use) => {
  take(given);
  withText(JSON.stringify(wish), use);
  const result = { answer: answer() };
  module._pi_clear();
  return result;
};

// The checksum of a file, taken by the browser where it can: its own instructions are some ten times as fast as the module's.
// It wants all bytes at once, and copies them: a large file is left to the module, which reads in slices.
const kMostAtOnce = 2 ** 29;
const sha256Of = async (file) => {
  if (!self.crypto?.subtle || file.size > kMostAtOnce) return "";
  try {
    const bytes = await file.arrayBuffer(), digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    bytes.transfer?.(0);                     // given back now, not when the collector comes
    return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  } catch { return ""; }
};

const take = (given, taken = []) => {
  files = given.map(({ file }) => file);
  sums = taken;
  rows = toldDone = looked = 0;
  bytesOfAll = files.reduce((sum, { size }) => sum + size, 0);
  module._pi_clear();
  given.forEach(({ name, file }, i) => withText(name, (at) => withText(sums[i] || "", (sumAt) => module._pi_add_file(at, file.size, sumAt))));
};

// The next job begins when the last one is done, also while that waits for the browser.
let last = Promise.resolve();
self.onmessage = ({ data }) => { last = last.then(() => work(data)); };

const work = async (data) => {
  job = data.job;
  try {
    const result = await jobs[data.do](data);
    postMessage({ job, result }, result.snapshot ? [result.snapshot.buffer] : []);
  } catch (error) {
    postMessage({ job, trouble: String(error && error.message || error), held: module ? module.HEAPU8.length : 0 });
  }
};
