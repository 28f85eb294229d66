#!/usr/bin/env python3
"""Reference for core/stats/scan_permutation and scan_poisson: a plain brute force in numpy, every window tried, every replica in full.
Zones: a place with its 0…k−1 nearest. Run: /usr/bin/python3 scans.py"""
import numpy as np

random = np.random.default_rng(20261121)


def zones_of(xy, k):
    distance = np.hypot(xy[:, None, 0] - xy[None, :, 0], xy[:, None, 1] - xy[None, :, 1])
    return [np.lexsort((np.arange(len(xy)), row))[:k + 1] for row in distance]


def windows_of(zones, longest):
    return [(centre, zone[:size], w) for centre, zone in enumerate(zones) for size in range(1, len(zone) + 1) for w in range(1, longest + 1)]


def permutation_scores(counts, windows, share):
    """(score, count, expected) of each window; counts: places × periods."""
    total, of_period = counts.sum(), counts.sum(axis=0)
    out = []
    for _, zone, w in windows:
        of_zone = counts[zone].sum()
        c, mu = counts[zone, -w:].sum(), of_zone * of_period[-w:].sum() / total
        score = 0.0
        if c > mu and of_zone <= share * total:
            score = c * np.log(c / mu) + ((total - c) * np.log((total - c) / (total - mu)) if c < total else 0)
        out.append((score, c, mu))
    return out


def poisson_scores(counts, baselines, windows):
    out = []
    for _, zone, w in windows:
        c, b = counts[zone, -w:].sum(), baselines[zone, -w:].sum()
        out.append((c * np.log(c / b) + b - c if c > b else 0.0, c, b))
    return out


def shuffled(counts):
    """Deals the periods of the cases out anew."""
    place = np.repeat(np.arange(counts.shape[0]), counts.sum(axis=1))
    period = np.concatenate([np.repeat(np.arange(counts.shape[1]), row) for row in counts])
    again = np.zeros_like(counts)
    np.add.at(again, (place, random.permutation(period)), 1)
    return again


def clusters(scores, windows, replicas, most=4):
    """The best window of each centre; then by score, those that share no place with a better one."""
    best = {}
    for (score, c, mu), (centre, zone, w) in zip(scores, windows):
        if score > best.get(centre, (0,))[0]:
            best[centre] = (score, c, mu, zone, w)
    taken, out = set(), []
    for centre in sorted(best, key=lambda k: (-best[k][0], k)):
        score, c, mu, zone, w = best[centre]
        if len(out) < most and not taken & set(zone):
            taken |= set(zone)
            p = (1 + sum(r >= score - 1e-9 for r in replicas)) / (1 + len(replicas))
            out.append((centre, " ".join(map(str, zone)), w, c, mu, score, p))
    return out


def write(name, xy, counts, baselines, found):
    with open(f"vectors/{name}.csv", "w") as file:
        print("kind,id,x,y,counts,baselines,places,periods,count,expected,score,p", file=file)
        for i, (x, y) in enumerate(xy):
            base = "" if baselines is None else " ".join(f"{b:.6g}" for b in baselines[i])
            print(f"place,{i},{x:.1f},{y:.1f},{' '.join(map(str, counts[i]))},{base},,,,,,", file=file)
        for centre, places, w, c, mu, score, p in found:
            print(f"cluster,{centre},,,,,{places},{w},{c},{mu:.15g},{score:.15g},{p:.6g}", file=file)


places, periods, k, longest, replicas = 24, 20, 6, 5, 1999
xy = np.round(random.uniform(0, 40_000, (places, 2)), 1)
size = random.gamma(1.5, 1.2, places)

counts = random.poisson(size[:, None] * np.linspace(0.8, 1.2, periods))
zones = zones_of(xy, k)
counts[zones[5][:3], -2:] += random.poisson(4.0, (3, 2))         # planted: three neighbours, two weeks
far = int(np.argmax(np.hypot(*(xy - xy[5]).T)))
counts[far, -3:] += 2                                            # and a faint one on the other side
windows = windows_of(zones, longest)
scores = permutation_scores(counts, windows, 0.5)
best = [max(s for s, _, _ in permutation_scores(shuffled(counts), windows, 0.5)) for _ in range(replicas)]
write("scan_permutation", xy, counts, None, clusters(scores, windows, best))

baselines = np.round(np.maximum(size[:, None] * np.linspace(0.9, 1.1, longest), 0.04), 4)
recent = random.poisson(baselines)
recent[zones[9][:4], -2:] += random.poisson(3.0, (4, 2))
scores = poisson_scores(recent, baselines, windows)
best = [max(s for s, _, _ in poisson_scores(random.poisson(baselines), baselines, windows)) for _ in range(replicas)]
write("scan_poisson", xy, recent, baselines, clusters(scores, windows, best))

# Quasi-Poisson form: norms from a year, level of now, counts and norms divided by a common phi (core/stats/scan_norms).
weeks, window = 52, 4
mean = random.gamma(2.0, 1.5, places)
past = random.negative_binomial(2.5, 2.5 / (2.5 + mean[:, None]), (places, weeks))
recent = random.negative_binomial(2.5, 2.5 / (2.5 + 1.3 * mean[:, None]), (places, window))
recent[zones[7][:3], -2:] += random.poisson(9.0, (3, 2))
norm = np.maximum(past.mean(axis=1), 0.5 / weeks)
phi = max(1.0, np.mean([((row - m) ** 2 / m).sum() / (weeks - 1) for row, m in zip(past, norm)])) * (1 + window / weeks)
level = np.maximum(recent.sum(axis=0), 1) / norm.sum()
baselines = norm[:, None] * level[None, :]
windows = windows_of(zones, window)
scores = poisson_scores(recent / phi, baselines / phi, windows)
best = [max(s for s, _, _ in poisson_scores(random.poisson(baselines / phi), baselines / phi, windows)) for _ in range(replicas)]
found = clusters(scores, windows, best)
with open("vectors/scan_quasi.csv", "w") as file:
    print("kind,id,x,y,counts,baselines,places,periods,count,expected,score,p,dispersion", file=file)
    for i, (x, y) in enumerate(xy):
        print(f"place,{i},{x:.1f},{y:.1f},{' '.join(map(str, list(past[i]) + list(recent[i])))},{' '.join(f'{b:.15g}' for b in baselines[i] / phi)},,,,,,,", file=file)
    for centre, near, w, c, mu, score, p in found:
        print(f"cluster,{centre},,,,,{' '.join(map(str, near.split()))},{w},{c:.15g},{mu:.15g},{score:.15g},{p:.6g},{phi:.15g}", file=file)
