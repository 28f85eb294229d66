#!/usr/bin/env python3
"""bundle-app.py <wasm> <glue.js> <shell folder> <fonts folder> <out folder>

app.js = the WASM (gzip, base64) + Emscripten's glue + our scripts in one function; fonts.css = the cut faces as data: addresses.
"""
import base64, gzip, pathlib, shutil, subprocess, sys

ORDER = ["state", "bytes", "api", "twin", "canvas", "route", "palette", "files", "keys", "boot"]

wasm, glue, shell, fonts, out = (pathlib.Path(a) for a in sys.argv[1:6])


def packed_tightly(path):
    """gzip by zopfli where it is installed: 4 % smaller than zlib, and base64 leaves nothing for the server to gain."""
    if shutil.which("zopfli"):
        return subprocess.run(["zopfli", "-c", "--gzip", "--i10", str(path)], check=True, capture_output=True).stdout
    print("zopfli is not installed: app.js is 4 % larger than it could be")
    return gzip.compress(path.read_bytes(), compresslevel=9, mtime=0)


packed = base64.b64encode(packed_tightly(wasm)).decode()
parts = [f'window.problematorWasm="{packed}";', glue.read_text(encoding="utf-8"), '(() => {\n"use strict";']
parts += [(shell / f"{name}.js").read_text(encoding="utf-8") for name in ORDER]
parts += ["})();", ""]
script = "\n".join(parts)
if "</script" in script.lower():
    sys.exit("the bundle holds </script and could not stand inside one HTML file")
out.mkdir(parents=True, exist_ok=True)
(out / "app.js").write_text(script, encoding="utf-8")

faces = []
for weight in (400, 500, 600):
    data = base64.b64encode((fonts / f"inter-{weight}.otf").read_bytes()).decode()
    faces.append(f'@font-face{{font-family:"Inter PM";font-weight:{weight};font-display:block;src:url(data:font/otf;base64,{data}) format("opentype")}}\n')
(out / "fonts.css").write_text("".join(faces), encoding="utf-8")

total = len(gzip.compress((script + "".join(faces)).encode(), 9))
print(f"app.js {len(script):,} bytes, fonts.css {sum(map(len, faces)):,}; together {total:,} gzip")
