#!/usr/bin/env python3
"""bundle-app.py <wasm> <glue.js> <shell folder> <out folder>: app.js = the WASM (gzip, base64) + Emscripten's glue + our scripts."""
import base64, gzip, pathlib, sys

ORDER = ["state", "bytes", "api", "twin", "canvas", "route", "palette", "files", "keys", "boot"]

wasm, glue, shell, out = (pathlib.Path(a) for a in sys.argv[1:5])
packed = base64.b64encode(gzip.compress(wasm.read_bytes(), compresslevel=9, mtime=0)).decode()
parts = [f'window.problematorWasm="{packed}";', glue.read_text(encoding="utf-8"), '(() => {\n"use strict";']
parts += [(shell / f"{name}.js").read_text(encoding="utf-8") for name in ORDER]
parts += ["})();", ""]
script = "\n".join(parts)
assert "</script" not in script.lower(), "the bundle must stand inside a <script> element"
out.mkdir(parents=True, exist_ok=True)
(out / "app.js").write_text(script, encoding="utf-8")
print(f"app.js: {len(script)} bytes, {len(gzip.compress(script.encode(), 9))} gzip")
