#!/usr/bin/env python3
"""Vectors of tests/unit/stats/stl.cpp by statsmodels STL on made-up series, beside those of R. Run: /usr/bin/python3 stl.py"""
import csv, math, pathlib, random
from statsmodels.tsa.seasonal import STL

chance = random.Random(20266)
series = {"monthly": [round(80 - 0.1 * i + 9 * math.cos(2 * math.pi * i / 12) + chance.gauss(0, 3), 3) for i in range(84)],
          "days": [float(max(0, round(20 + 8 * (i % 7 < 5) + chance.gauss(0, 4)))) for i in range(91)]}
series["days"][33] = 160.0
CASES = [   # name, series, period, ns, nt, nl, degrees, jumps, inner, outer
    ("baseline", "monthly", 12, 35, 19, 13, (1, 1, 1), (4, 2, 2), 1, 2),
    ("jumps_1", "monthly", 12, 7, 23, 13, (1, 1, 1), (1, 1, 1), 2, 0),
    ("degrees_0", "monthly", 12, 9, 21, 13, (0, 0, 0), (2, 3, 2), 2, 0),
    ("days", "days", 7, 7, 15, 9, (1, 1, 1), (1, 1, 1), 5, 0),
    ("days_robust", "days", 7, 7, 15, 9, (1, 1, 1), (1, 2, 1), 2, 15),
]
cell = lambda values: " ".join(repr(float(v)) for v in values)
out = pathlib.Path(__file__).parent / "vectors" / "stl_statsmodels.csv"
with out.open("w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow("name period ns nt nl ds dt dl js jt jl inner outer y seasonal trend weights".split())
    for name, key, period, ns, nt, nl, degrees, jumps, inner, outer in CASES:
        model = STL(series[key], period=period, seasonal=ns, trend=nt, low_pass=nl, seasonal_deg=degrees[0], trend_deg=degrees[1], low_pass_deg=degrees[2],
                    seasonal_jump=jumps[0], trend_jump=jumps[1], low_pass_jump=jumps[2], robust=outer > 0)
        fit = model.fit(inner_iter=inner, outer_iter=outer)
        writer.writerow([name, period, ns, nt, nl, *degrees, *jumps, inner, outer, cell(series[key]), cell(fit.seasonal), cell(fit.trend), cell(fit.weights)])
