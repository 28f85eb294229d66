#!/usr/bin/env python3
"""Vectors of tests/unit/stats/xmr.cpp, computed from Wheeler's definitions with fractions and brute force. Run: /usr/bin/python3 xmr.py"""
import csv, pathlib, random
from fractions import Fraction

chance = random.Random(20267)
SERIES = {
    "calm": [chance.randint(8, 14) for _ in range(24)],
    "shift": [chance.randint(8, 12) for _ in range(12)] + [chance.randint(13, 17) for _ in range(12)],
    "spike": [10, 11, 9, 10, 12, 10, 40, 9, 11, 10, 10, 9, 12],
    "edge": [10, 12, 10, 8, 10, 17, 17, 10, 17, 12, 9, 10, 3, 3, 3, 10],
    "sparse": [0, 0, 1, 0, 2, 0, 0, 0, 1, 0, 0, 3, 0, 0],
}
LIMIT = Fraction(266, 100)


def chart(values):
    values = [Fraction(v) for v in values]
    n = len(values)
    mean = sum(values) / n
    moving = sum(abs(b - a) for a, b in zip(values, values[1:])) / (n - 1)
    low, high = mean - LIMIT * moving, mean + LIMIT * moving
    outside = [v < low or v > high for v in values]
    run = [False] * n
    near = [False] * n
    for i in range(n - 7):
        if all(v > mean for v in values[i:i + 8]) or all(v < mean for v in values[i:i + 8]):
            run[i:i + 8] = [True] * 8
    for i in range(n - 3):
        for limit in (low, high):
            close = [j for j in range(i, i + 4) if abs(values[j] - limit) < abs(values[j] - mean) or (limit == low and values[j] < low) or (limit == high and values[j] > high)]
            if len(close) >= 3:
                for j in close:
                    near[j] = True
    return mean, moving, low, high, outside, run, near


flags = lambda marks: " ".join(str(int(m)) for m in marks)
with (pathlib.Path(__file__).parent / "vectors" / "xmr.csv").open("w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow("name values mean range lower upper outside run near".split())
    for name, values in SERIES.items():
        mean, moving, low, high, outside, run, near = chart(values)
        writer.writerow([name, " ".join(map(str, values)), *(repr(float(v)) for v in (mean, moving, low, high)), flags(outside), flags(run), flags(near)])
