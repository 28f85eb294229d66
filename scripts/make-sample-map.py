#!/usr/bin/env python3
"""make-sample-map.py [profile id]: draws the schematic ground of a sample municipality — outline, territories, a river, roads — around the
settlement points of its profile and writes data/municipalities/<id>.geojson. Invented from the points and a seed: nothing is surveyed and
nothing is taken from a map. The same profile gives the same file."""
import json
import math
import pathlib
import random
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
MARGIN_KM, KM = 30, 111.195


def plane(points):
    lat0 = sum(p[0] for p in points) / len(points)
    lon0 = sum(p[1] for p in points) / len(points)
    squeeze = math.cos(math.radians(lat0))
    there = lambda p: ((p[1] - lon0) * KM * squeeze, (p[0] - lat0) * KM)
    back = lambda q: [round(lon0 + q[0] / KM / squeeze, 5), round(lat0 + q[1] / KM, 5)]
    return there, back


def outline(points, chance):
    """An egg along the main direction of the points, its edge shaken by waves, coarse and fine."""
    cx = (min(p[0] for p in points) + max(p[0] for p in points)) / 2
    cy = (min(p[1] for p in points) + max(p[1] for p in points)) / 2
    xx = sum((p[0] - cx) ** 2 for p in points)
    yy = sum((p[1] - cy) ** 2 for p in points)
    xy = sum((p[0] - cx) * (p[1] - cy) for p in points)
    lean = math.atan2(2 * xy, xx - yy) / 2
    ux, uy = math.cos(lean), math.sin(lean)
    long = max(abs((p[0] - cx) * ux + (p[1] - cy) * uy) for p in points) + MARGIN_KM
    wide = max(max(abs((p[1] - cy) * ux - (p[0] - cx) * uy) for p in points) + MARGIN_KM, long * 0.66)
    waves = [(k, chance.uniform(0, 2 * math.pi), chance.uniform(0.4, 1) * 0.085 / k ** 0.75) for k in (3, 4, 5, 7, 11, 17, 26, 41, 63)]
    ring = []
    for i in range(420):
        angle = 2 * math.pi * i / 420
        grow = 1 + sum(size * math.sin(k * angle + phase) for k, phase, size in waves)
        a, b = math.cos(angle) * long * grow, math.sin(angle) * wide * grow
        ring.append((cx + a * ux - b * uy, cy + a * uy + b * ux))
    return ring


def cut(ring, a, b):
    """The part of the ring nearer to a than to b."""
    mx, my, nx, ny = (a[0] + b[0]) / 2, (a[1] + b[1]) / 2, b[0] - a[0], b[1] - a[1]
    side = lambda p: (p[0] - mx) * nx + (p[1] - my) * ny
    out = []
    for p, q in zip(ring, ring[1:] + ring[:1]):
        sp, sq = side(p), side(q)
        if sp <= 0:
            out.append(p)
        if sp * sq < 0:
            t = sp / (sp - sq)
            out.append((p[0] + (q[0] - p[0]) * t, p[1] + (q[1] - p[1]) * t))
    return out


def wander(a, b, size, seed):
    """Inner points of a crooked way from a to b; both directions give the same points."""
    first, last = sorted((a, b))
    chance = random.Random(f"{seed} {first[0]:.3f} {first[1]:.3f} {last[0]:.3f} {last[1]:.3f}")
    line = [first, last]
    while math.dist(line[0], line[1]) > 3.5:
        bent = [line[0]]
        for p, q in zip(line, line[1:]):
            gap = math.dist(p, q)
            shift = chance.uniform(-size, size) * gap
            bent += [((p[0] + q[0]) / 2 - (q[1] - p[1]) / gap * shift, (p[1] + q[1]) / 2 + (q[0] - p[0]) / gap * shift), q]
        line = bent
    return (line if a == first else line[::-1])[1:-1]


def near(p, q):
    return math.dist(p, q) < 1e-6


def territory(own, others, border):
    ring = border
    for other in others:
        ring = cut(ring, own, other)
    on_border = lambda p: any(near(p, q) for q in border)
    out = []
    for p, q in zip(ring, ring[1:] + ring[:1]):
        out.append(p)
        if not (on_border(p) or on_border(q)) or math.dist(p, q) > 12:       # an inner edge: neighbours bend it alike
            out += wander((round(p[0], 6), round(p[1], 6)), (round(q[0], 6), round(q[1], 6)), 0.055, "border")
    return out


def through(stops, size, seed):
    line = [stops[0]]
    for a, b in zip(stops, stops[1:]):
        line += wander(a, b, size, seed) + [b]
    return line


def smooth(line):
    for _ in range(2):                                                         # Chaikin's corner cutting
        line = [line[0]] + [((p[0] * 3 + q[0]) / 4, (p[1] * 3 + q[1]) / 4) if k == 0 else ((p[0] + q[0] * 3) / 4, (p[1] + q[1] * 3) / 4)
                            for p, q in zip(line, line[1:]) for k in (0, 1)] + [line[-1]]
    return line


def feature(kind, geometry, coordinates, **said):
    return {"type": "Feature", "properties": {"kind": kind, **said}, "geometry": {"type": geometry, "coordinates": coordinates}}


def make(profile):
    places = {t["id"]: t for t in profile["territories"] if "lat" in t}
    there, back = plane([(t["lat"], t["lon"]) for t in places.values()])
    at = {name: there((t["lat"], t["lon"])) for name, t in places.items()}
    chance = random.Random(profile["id"])
    border = outline(list(at.values()), chance)
    closed = lambda ring: [[back(p) for p in ring + ring[:1]]]
    features = [feature("district", "Polygon", closed(border), name=profile["name"]["ru"])]
    for name in at:
        ring = territory(at[name], [p for other, p in at.items() if other != name], border)
        features.append(feature("territory", "Polygon", closed(ring), territory=places[name]["name"]["ru"]))
    # The river comes from the south-east and passes every place on its bank; the first and the last stop lie on the border.
    banks = [name for name in ("oktyabrskoe", "andra", "priobye", "sherkaly", "peregrebnoe") if name in at]
    stops = [(at[name][0] + 2.2, at[name][1] + 1.6) for name in banks]
    south_east = max(border, key=lambda p: p[0] - p[1] * 0.4)
    north_west = max(border, key=lambda p: p[1] - p[0] * 0.9)
    river = smooth(through([south_east] + stops + [north_west], 0.16, "river"))
    features.append(feature("river", "LineString", [back(p) for p in river], name="Река"))
    west = min(border, key=lambda p: p[0] + abs(p[1]) * 0.4)
    features.append(feature("river", "LineString", [back(p) for p in smooth(through([west, stops[2]], 0.18, "stream")) + [min(river, key=lambda p: math.dist(p, stops[2]))]], name="Приток"))
    roads = [("talinka", "priobye"), ("priobye", "andra"), ("andra", "oktyabrskoe"), ("priobye", "sherkaly"), ("sherkaly", "peregrebnoe")]
    for a, b in roads:
        if a in at and b in at:
            features.append(feature("road", "LineString", [back(p) for p in smooth([at[a]] + wander(at[a], at[b], 0.09, "road") + [at[b]])]))
    return {"type": "FeatureCollection", "schematic": True, "source": "Условная схема, составлена для примера", "features": features}


def main():
    name = sys.argv[1] if len(sys.argv) > 1 else "oktyabrskoe"
    folder = ROOT / "data" / "municipalities"
    profile = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    made = make(profile)
    head = {key: value for key, value in made.items() if key != "features"}
    lines = ",\n".join(json.dumps(f, ensure_ascii=False, separators=(",", ":")) for f in made["features"])
    text = json.dumps(head, ensure_ascii=False)[:-1] + ', "features": [\n' + lines + "\n]}\n"
    (folder / f"{name}.geojson").write_text(text, encoding="utf-8")


main()
