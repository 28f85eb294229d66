#!/usr/bin/env python3
"""check-links.py: every relative link and picture of every *.md leads to a file, and every #part of it to a heading.

Links into the network and addresses of the app itself (#/svodka) are left alone. Prints the dead ones; exit 1 if any.
"""
import pathlib, re, subprocess, sys, urllib.parse

LINK = re.compile(r"!?\[[^\]]*\]\(\s*<?([^)\s>]+)>?[^)]*\)")
CODE = re.compile(r"^(```|~~~).*?^\1[^\n]*$|`[^`\n]*`", re.M | re.S)


def headings(text):
    """Anchors as Git hosts make them: small letters, signs dropped, blanks as hyphens; repeated ones are numbered."""
    seen, anchors = {}, set()
    for title in re.findall(r"^#{1,6}\s+(.*?)\s*#*$", text, re.M):
        anchor = re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")
        count = seen.get(anchor, 0)
        seen[anchor] = count + 1
        anchors.add(f"{anchor}-{count}" if count else anchor)
    return anchors


def dead_links(page, text):
    for match in LINK.finditer(CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), text)):
        target = match[1]
        if re.match(r"[a-z][a-z0-9+.-]*:|//|#/", target, re.I):
            continue
        path, _, part = urllib.parse.unquote(target).partition("#")
        file = page.parent / path if path else page
        line = text.count("\n", 0, match.start()) + 1
        if path.startswith("/"):
            yield f"{page}:{line}: {target}: write the path from this file on"
        elif not file.exists():
            yield f"{page}:{line}: {target}: no such file"
        elif part and file.suffix == ".md" and part not in headings(file.read_text(encoding="utf-8")):
            yield f"{page}:{line}: {target}: {file.name} has no such heading"


listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard", "*.md"], capture_output=True, text=True, check=True).stdout
pages = sorted(page for page in map(pathlib.Path, listed.splitlines()) if page.is_file())
bad = [line for page in pages for line in dead_links(page, page.read_text(encoding="utf-8"))]
print("\n".join(bad) or f"links: ok ({len(pages)} pages)")
sys.exit(bool(bad))
