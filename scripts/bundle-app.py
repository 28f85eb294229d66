#!/usr/bin/env python3
"""bundle-app.py <build folder> <shell folder> <fonts folder> <out folder>

app.js = the WASM (gzip, base64) + Emscripten's glue + our scripts in one function, without their comments; fonts.css = the cut faces as data: addresses;
import.json = the import module: its WASM, its glue and the worker that runs them. The page loads it when somebody drops a file.
"""
import base64, gzip, json, pathlib, shutil, subprocess, sys

ORDER = ["state", "trouble", "bytes", "api", "twin", "header", "progress", "canvas", "route", "foresight", "palette", "import", "import_panel", "dialog", "export", "block_menu", "views", "sections", "reports", "snapshot_link", "help", "welcome", "mapping", "unlock", "unpublished", "problem_form", "plan_form", "files", "keys", "boot"]

build, shell, fonts, out = (pathlib.Path(a) for a in sys.argv[1:5])


def packed_tightly(path):
    """gzip by zopfli where it is installed: 4 % smaller than zlib, and base64 leaves nothing for the server to gain."""
    if shutil.which("zopfli"):
        return subprocess.run(["zopfli", "-c", "--gzip", "--i10", str(path)], check=True, capture_output=True).stdout
    print("zopfli is not installed: app.js is 4 % larger than it could be")
    return gzip.compress(path.read_bytes(), compresslevel=9, mtime=0)


def base64_of(wasm):
    return base64.b64encode(packed_tightly(wasm)).decode()


def source(path):
    return path.read_text(encoding="utf-8")


def without_comments(script):
    """Our script as the browser needs it: without lines of comment and without indentation. No text of ours goes over a line's end."""
    lines = [line.strip() for line in script.split("\n")]
    if open_text := next((line for line in lines if not line.startswith("//") and line.count("`") % 2), None):
        sys.exit(f"a text goes over the end of this line and would lose its indentation: {open_text}")
    return "\n".join(line for line in lines if line and not line.startswith("//"))


parts = [f'window.problematorWasm="{base64_of(build / "problemator.wasm")}";', source(build / "problemator.js"), '(() => {\n"use strict";']
parts += [without_comments(source(shell / f"{name}.js")) for name in ORDER]
parts += ["})();", ""]
script = "\n".join(parts)
if "</script" in script.lower():
    sys.exit("the bundle holds </script and could not stand inside one HTML file")
out.mkdir(parents=True, exist_ok=True)
(out / "app.js").write_text(script, encoding="utf-8")
if wrong := subprocess.run(["node", "--check", str(out / "app.js")], capture_output=True, text=True).stderr:   # two parts that call a thing alike
    (out / "app.js").unlink()
    sys.exit(wrong)

pack = json.dumps({"wasm": base64_of(build / "problemator_import.wasm"), "glue": source(build / "problemator_import.js"),
                   "worker": source(shell / "worker/worker.js")}, ensure_ascii=False, separators=(",", ":"))
(out / "import.json").write_text(pack.replace("</", "<\\/"), encoding="utf-8")   # may stand inside an HTML file

faces = []
for weight in (400, 500, 600):
    data = base64.b64encode((fonts / f"inter-{weight}.otf").read_bytes()).decode()
    faces.append(f'@font-face{{font-family:"Inter PM";font-weight:{weight};font-display:block;src:url(data:font/otf;base64,{data}) format("opentype")}}\n')
(out / "fonts.css").write_text("".join(faces), encoding="utf-8")

total = len(gzip.compress((script + "".join(faces)).encode(), 9))
print(f"app.js {len(script):,} bytes, fonts.css {sum(map(len, faces)):,}; together {total:,} gzip")
print(f"import.json {len(pack):,} bytes, {len(gzip.compress(pack.encode(), 9)):,} gzip")
