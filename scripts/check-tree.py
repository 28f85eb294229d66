#!/usr/bin/env python3
"""check-tree.py: rules of the repository that a compiler does not see. Prints the offences; exit 1 if any."""
import collections, pathlib, re, subprocess, sys

files = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], capture_output=True, text=True, check=True).stdout.split("\n")
files = [pathlib.Path(f) for f in files if f and pathlib.Path(f).is_file()]
bad = []

READMES = ["core", "web", "shell", "assets", "data", "tests", "scripts"]
bad += [f"{folder}/README.md is missing: each top folder says in one screen what lives there" for folder in READMES if not pathlib.Path(folder, "README.md").exists()]

machine_path = re.compile(r"/work/(?:main|shared)|/root/|/tmp/(?!problemator)")
registry_host = re.compile(r"deb\.debian\.org|registry\.npmjs\.org|archive\.ubuntu\.com")
foreign_request = re.compile(r"""(?:src|href)\s*=\s*["']https?://""")
for path in files:
    if path.stat().st_size > 400_000:
        bad.append(f"{path}: {path.stat().st_size} bytes; large, generated or third-party files do not belong here")
        continue
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        continue
    for number, line in enumerate(text.split("\n"), 1):
        if path.name == "check-tree.py":
            continue
        if machine_path.search(line) or registry_host.search(line):
            bad.append(f"{path}:{number}: a path of one machine or a registry's host name")
        if path.parts[0] in ("shell", "core", "web") and foreign_request.search(line):
            bad.append(f"{path}:{number}: the page asks another origin for something")
        if path.suffix in (".cpp", ".hpp") and path.parts[0] in ("core", "web") and re.search(r"\b(TODO|FIXME|XXX)\b", line):
            bad.append(f"{path}:{number}: unfinished work in shipped code")
    if path.suffix == ".hpp" and not text.startswith("//"):
        bad.append(f"{path}:1: a header opens with what it is and why")

# One definition rule: two types of one name in one namespace link silently and run wrongly.
types = collections.defaultdict(set)
for path in files:
    if path.suffix not in (".cpp", ".hpp") or path.parts[0] not in ("core", "web"):
        continue
    text = re.sub(r"namespace \{.*?\n\}  // namespace\n", "", path.read_text(encoding="utf-8"), flags=re.S)
    spaces = re.findall(r"^namespace ([\w:]+) \{", text, flags=re.M)
    for match in re.finditer(r"^(?:struct|class|enum class) (\w+)\b(?!::)[^;({]*\{", text, flags=re.M):
        types[(spaces[-1] if spaces else "", match[1])].add(str(path))
for (space, name), where in sorted(types.items()):
    if len(where) > 1:
        bad.append(f"{space}::{name} is defined in {' and '.join(sorted(where))}")

print("\n".join(bad) or f"tree: ok ({len(files)} files)")
sys.exit(bool(bad))
