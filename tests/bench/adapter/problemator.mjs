// Adapter of the peers' benchmark: drop it into adapters/, engine.mjs and engine.wasm into native/bin/ (scripts/bench-peers.sh).
export const meta = {
  label: 'Проблематор: C++ core in WASM SIMD', kind: 'wasm', targets: ['browser', 'node'],
  needs: ['native/bin/engine.mjs', 'native/bin/engine.wasm'],
};

// Order of enum class Dimension. The data's "channel" is a plain name here; the core keeps Channel for the source system.
const DIMENSION = { topic: 4, subtopic: 5, territory: 6, department: 7, network: 10 };

export function create(env) {
  let m, names, topicCodes;

  function dictionary(dimension) {
    const all = [];
    for (let code = 0; code < m._engine_names(dimension); code++) all.push(m.UTF8ToString(m._engine_name(dimension, code)));
    return all;
  }
  const answer = () => m.HEAP32.subarray(m._engine_answer() >> 2, (m._engine_answer() >> 2) + m._engine_answer_size());

  // Readers of the answer: each takes the position and returns the table and the position after it.
  function departments(a, at) {
    const r = { department: [], n: [], in_time: [], mean_sat: [], repeats: [] };
    const count = a[at++];
    for (let i = 0; i < count; i++, at += 7) {
      const [n, closed, inTime, ratingSum, rated, repeats] = a.subarray(at + 1, at + 7);
      r.department.push(names.department[a[at]]); r.n.push(n);
      r.in_time.push(closed ? inTime / closed : null); r.mean_sat.push(rated ? ratingSum / rated : null); r.repeats.push(repeats / n);
    }
    return [r, at];
  }
  function cells(a, at, rowName, rowNames, columnName, columnNames) {
    const count = a[at++], rows = new Array(count), columns = new Array(count), n = new Array(count);
    for (let i = 0; i < count; i++, at += 3) {
      rows[i] = rowNames ? rowNames[a[at]] : a[at]; columns[i] = columnNames[a[at + 1]]; n[i] = a[at + 2];
    }
    return [{ [rowName]: rows, [columnName]: columns, n }, at];
  }
  const heat = (a, at) => cells(a, at, 'territory', names.territory, 'topic', names.topic);
  const trend = (a, at) => cells(a, at, 'week', null, 'channel', names.network);
  function top(a, at) {
    const count = a[at++], r = { subtopic: [], n: [] };
    for (let i = 0; i < count; i++, at += 2) { r.subtopic.push(names.subtopic[a[at]]); r.n.push(a[at + 1]); }
    return r;
  }
  function topics(list) {                    // codes of the topics in a scratch buffer of the module
    const known = list.map((t) => names.topic.indexOf(t)).filter((c) => c > 0);
    m.HEAP32.set(known, topicCodes >> 2);
    return known.length;
  }

  return {
    async init() {
      if (__NODE__) { globalThis.__dirname ??= ''; globalThis.require ??= env.require; }   // Emscripten's glue expects them
      const url = __NODE__ ? (await import('node:url')).pathToFileURL(env.local('native/bin/engine.mjs')).href : env.local('native/bin/engine.mjs');
      const { default: factory } = await import(url);
      const wasmBinary = __NODE__ ? (await import('node:fs')).readFileSync(env.local('native/bin/engine.wasm')) : undefined;   // its glue would fetch() a path
      m = await factory({ locateFile: (f) => env.local('native/bin/' + f), ...(wasmBinary && { wasmBinary }) });
      topicCodes = m._malloc(4 * 4096);
    },
    async ingest({ bytes }) {
      m.input = bytes;                       // the module copies it slice by slice
      const rows = m._engine_ingest(bytes.length);
      m.input = null;
      names = Object.fromEntries(Object.entries(DIMENSION).map(([name, d]) => [name, dictionary(d)]));
      return rows;
    },
    async drop() { m._engine_drop(); names = null; },
    w2() {
      m._engine_w2();
      const a = answer(), [r, at] = departments(a, 0);
      r.median_h = Array.from(a.subarray(at, at + r.n.length), (doubled) => (doubled < 0 ? null : doubled / 120));
      return r;
    },
    w3({ at }) { m._engine_w3(at.min); return heat(answer(), 0)[0]; },
    w4() { m._engine_w4(); return trend(answer(), 0)[0]; },
    w5(p) {
      m._engine_w5(p.from.min, p.to.min, topicCodes, topics(p.topics), p.at.min);
      const a = answer(), r = {};
      let at = 0;
      [r.dept, at] = departments(a, at);
      [r.heat, at] = heat(a, at);
      [r.trend, at] = trend(a, at);
      r.top = top(a, at);
      return r;
    },
    w6(p) {
      const b = p.bbox, at = m._engine_w6(p.from.min, p.to.min, topicCodes, topics(p.topics), b.lat0, b.lat1, b.lon0, b.lon1, b.n) >> 2;
      return m.HEAPU32.slice(at, at + b.n * b.n);
    },
    memory: () => m.HEAPU8.byteLength,
  };
}
