#!/usr/bin/env python3
"""refresh.py STUDY OUTPUT [POINTS]: puts the tables that a study printed into docs/methods.md, and its points into a picture.

Table k of a study stands between `<!-- simulate STUDY k -->` and `<!-- end -->`; tables of the output are parted by an empty line.
POINTS (panel,series,x,y) become docs/pictures/STUDY.svg: the share found by size of the surge, and the share of false alarms.
"""
import csv, pathlib, re, sys

ROOT = pathlib.Path(__file__).resolve().parents[3]
COLOURS = ["#0B5FFF", "#B45309", "#7C3AED", "#0E7490", "#4D7C0F", "#B91C1C"]


def put_tables(study, output):
    page = ROOT / "docs" / "methods.md"
    text = page.read_text(encoding="utf-8")
    for number, table in enumerate(output.strip().split("\n\n"), 1):
        place = re.compile(rf"(<!-- simulate {study} {number} -->\n).*?(<!-- end -->)", re.S)
        text, found = place.subn(lambda m: f"{m[1]}\n{table}\n\n{m[2]}", text)
        if found != 1:
            sys.exit(f"docs/methods.md: <!-- simulate {study} {number} --> … <!-- end --> is expected once, found {found} times")
    page.write_text(text, encoding="utf-8")


def label(x, y, words, anchor="start", size=12, colour="#1F2937"):
    words = words.replace("&", "&amp;").replace("<", "&lt;")
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="{size}" fill="{colour}">{words}</text>'


def line(x1, y1, x2, y2, colour="#D1D5DB"):
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{colour}"/>'


def draw_found(rows, names, left, top, width, height):
    """Curves in the colours of the bars beside them, the first one thick."""
    xs = sorted({float(r["x"]) for r in rows})
    at = lambda x: left + width * xs.index(x) / (len(xs) - 1)
    up = lambda y: top + height * (1 - y / 100)
    out = [label(left, top - 14, "Surges found, %, by messages a week above the usual", size=13)]
    for y in range(0, 101, 25):
        out += [line(left, up(y), left + width, up(y)), label(left - 6, up(y) + 4, str(y), "end", 11, "#4B5563")]
    out += [label(at(x), top + height + 18, f"+{x:g}", "middle", 11, "#4B5563") for x in xs]
    for name, colour in zip(names, COLOURS):
        points = [(at(float(r["x"])), up(float(r["y"]))) for r in rows if r["series"] == name]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        thick = 3 if name == names[0] else 1.5
        out.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="{thick}"/>')
        out += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{thick:g}" fill="{colour}"/>' for x, y in points]
    return out


def draw_false(rows, names, left, top, width, height):
    step, out = height / len(names), [label(left, top - 14, "False among all alarms, %", size=13)]
    right = left + 130
    promise = right + (width - 170) * 0.10
    for i, (name, colour) in enumerate(zip(names, COLOURS)):
        share = next(float(r["y"]) for r in rows if r["series"] == name)
        y, length = top + i * step, (width - 170) * share / 100
        out += [label(right - 8, y + step / 2 + 4, name, "end"),
                f'<rect x="{right:.1f}" y="{y + step / 4:.1f}" width="{length:.1f}" height="{step / 2:.1f}" fill="{colour}"/>',
                label(max(right + length, promise) + 6, y + step / 2 + 4, f"{share:.0f}")]
    return out + [line(promise, top, promise, top + height, "#111827"), label(promise, top + height + 18, "promised: at most 10", "middle", 11, "#4B5563")]


def draw(study, points):
    rows = list(csv.DictReader(points.read_text(encoding="utf-8").splitlines()))
    by_panel = {panel: [r for r in rows if r["panel"] == panel] for panel in ("found", "false")}
    names = list(dict.fromkeys(r["series"] for r in rows))
    body = draw_found(by_panel["found"], names, 46, 40, 340, 220) + draw_false(by_panel["false"], names, 440, 40, 430, 220)
    picture = ROOT / "docs" / "pictures" / f"{study}.svg"
    picture.parent.mkdir(exist_ok=True)
    head = '<svg xmlns="http://www.w3.org/2000/svg" width="880" height="290" viewBox="0 0 880 290" font-family="sans-serif">'
    picture.write_text("\n".join([head, '<rect width="880" height="290" fill="#FFFFFF"/>', *body, "</svg>"]) + "\n", encoding="utf-8")


put_tables(sys.argv[1], pathlib.Path(sys.argv[2]).read_text(encoding="utf-8"))
if len(sys.argv) > 3:
    draw(sys.argv[1], pathlib.Path(sys.argv[3]))
