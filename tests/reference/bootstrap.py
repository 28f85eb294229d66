#!/usr/bin/env python3
"""Reference intervals of the bootstrap: scipy.stats.bootstrap with many draws, on series typed or made here. Run: /usr/bin/python3 tests/reference/bootstrap.py

The draws are scipy's own, so that agreement is within Monte-Carlo error; `error` is the spread of scipy's limits over 20 seeds at our 2,000 draws.
"""
import csv, pathlib
import numpy
from scipy.stats import bootstrap

numpy.random.seed(1844)
SERIES = {
    "skewed": numpy.round(numpy.random.exponential(10, 40), 3),
    "answers": numpy.array([5, 5, 4, 5, 1, 5, 5, 3, 5, 4, 5, 2, 5, 5, 4.0]),
    "normal": numpy.round(numpy.random.normal(100, 15, 80), 3),
    "even": numpy.round(numpy.random.gamma(2, 6, 24), 3),
}
rows = []
for name, values in SERIES.items():
    for statistic, function in [("mean", numpy.mean), ("median", numpy.median)]:
        for method in ["percentile", "BCa"]:
            if statistic == "median" and name == "answers":
                continue   # three quarters of the draws are one number: the limits are decided by ties alone

            def limits(draws, seed):
                found = bootstrap((values,), function, n_resamples=draws, method=method, random_state=seed, vectorized=True, axis=-1, batch=2000)
                return found.confidence_interval.low, found.confidence_interval.high
            low, high = limits(100_000, 1)
            small = numpy.array([limits(2000, seed) for seed in range(20)])
            rows.append([name, statistic, method.lower(), repr(float(function(values))), repr(float(low)), repr(float(high)),
                         repr(float(small[:, 0].std(ddof=1))), repr(float(small[:, 1].std(ddof=1))), " ".join(map(repr, map(float, values)))])
with open(pathlib.Path(__file__).parent / "vectors" / "bootstrap.csv", "w", newline="", encoding="utf-8") as out:
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["series", "statistic", "method", "value", "low", "high", "error_low", "error_high", "values"])
    writer.writerows(rows)
