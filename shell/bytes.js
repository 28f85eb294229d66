// Bytes in and out of the page and the module: base64, gzip, strings in linear memory.
const fromBase64 = (text) => {
  const raw = atob(text);
  const bytes = new Uint8Array(raw.length);
  for (let i = 0; i < raw.length; i++) bytes[i] = raw.charCodeAt(i);
  return bytes;
};

const gunzip = async (bytes) => {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
};

// Calls `use` with a pointer to a copy of the bytes (zero-terminated), and frees it.
const withBytes = (bytes, use) => {
  const m = PM.module;
  const at = m._pm_alloc(bytes.length + 1);
  if (!at) throw outOfMemory();
  m.HEAPU8.set(bytes, at);
  m.HEAPU8[at + bytes.length] = 0;
  try { return use(at, bytes.length); } finally { m._pm_free(at); }
};

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const withText = (text, use) => withBytes(encoder.encode(text), use);

// The zero-terminated UTF-8 string at a pointer.
const textAt = (at) => {
  const heap = PM.module.HEAPU8;
  let end = at;
  while (heap[end]) end++;
  return decoder.decode(heap.subarray(at, end));
};
