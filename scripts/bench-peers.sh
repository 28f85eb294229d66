#!/bin/sh
# Compares the core with other in-browser engines: scripts/bench-peers.sh <folder of the harness> [engines] [rows]
#
# The harness (run.mjs, adapters/, lib/) is not part of this repository. It generates the messages, checks every answer of every
# engine against a reference and times the workloads W1…W6. This script builds the core as a WASM module, puts it and its adapter
# into the harness and runs it in Chromium. The folder must be writable; run `npm install` in it once.
set -eu
[ $# -ge 1 ] || { sed -n '2,6p' "$0"; exit 2; }
harness=$(cd "$1" && pwd)
engines=${2:-plain-js,problemator,duckdb-wasm-enum}
rows=${3:-1000000}
here=$(cd "$(dirname "$0")/.." && pwd)
build=${BUILD:-$here/build/peers}
out=${OUT:-$build/peers}

[ -d "$harness/node_modules" ] || { echo "npm install is needed in $harness" >&2; exit 2; }
export NODE_PATH="${NODE_PATH:-/usr/share/nodejs}"   # Debian's Emscripten looks for its tools there
emcmake cmake -S "$here" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DPROBLEMATOR_BENCH=ON >/dev/null
ninja -C "$build" engine_module
mkdir -p "$harness/native/bin"
cp "$build/tests/bench/engine.mjs" "$build/tests/bench/engine.wasm" "$harness/native/bin/"
cp "$here/tests/bench/adapter/problemator.mjs" "$harness/adapters/"

cd "$harness"
node run.mjs --self-test                             # the harness must notice a wrong answer before its yes counts
node run.mjs --engines "$engines" --targets browser --rows "$rows" --passes 1 --no-cold --no-limits --out "$out"
echo "table: $out.md"
