#!/usr/bin/env python3
"""The best additive exponential smoothing by statsmodels' own recursion (ETSModel) and scipy's global search, over the series of
forecasts.R → tests/reference/vectors/forecasts_best.csv. R's ets() often stops before the optimum; this says where it is.
Bounds as in core/stats/ets.hpp; the start values are among the searched numbers here, while the program solves for them."""
import csv, pathlib, warnings
import numpy as np
from scipy.optimize import minimize
from statsmodels.tsa.exponential_smoothing.ets import ETSModel

warnings.filterwarnings("ignore")
HERE = pathlib.Path(__file__).resolve().parent / "vectors"
LEAST, MOST = 1e-4, 1 - 1e-4


def best(values, slope, damped):
    model = ETSModel(values, error="add", trend="add" if slope else None, damped_trend=damped)
    scale = np.abs(values).max()

    def parameters(x):
        alpha = x[0]
        out = [alpha] + ([max(alpha * x[1], LEAST)] if slope else []) + ([x[2]] if damped else [])
        return np.array(out + [x[-2] * scale, x[-1] * scale] if slope else out + [x[-1] * scale])

    def sse(x):
        return float(np.sum(model.smooth(parameters(x)).resid ** 2)) / scale**2

    bounds = [(LEAST, MOST)] + ([(LEAST, MOST)] if slope else []) + ([(0.8, 0.98)] if damped else [])
    free = bounds + [(None, None)] * (2 if slope else 1)
    found = None
    for alpha in (0.05, 0.35, 0.7, 0.98):
        for part in (0.05, 0.6, 0.99) if slope else (0,):
            for phi in (0.82, 0.95) if damped else (0,):
                start = [alpha] + ([part] if slope else []) + ([phi] if damped else []) + [values[0] / scale] + ([(values[-1] - values[0]) / len(values) / scale] if slope else [])
                one = minimize(sse, start, bounds=free, method="L-BFGS-B", options={"maxiter": 500, "ftol": 1e-14, "gtol": 1e-10})
                two = minimize(sse, one.x, bounds=free, method="Nelder-Mead", options={"maxiter": 4000, "xatol": 1e-10, "fatol": 1e-15})
                found = two if found is None or two.fun < found.fun else found
    p = parameters(found.x)
    return p, found.fun * scale**2, model.smooth(p).forecast(8)


rows = list(csv.DictReader(open(HERE / "forecasts.csv")))
with open(HERE / "forecasts_best.csv", "w", newline="\n") as out:
    out.write("series,method,values,parameters,sse,points\n")
    for row in rows:
        if row["method"] not in ("ses", "holt", "damped") or len(row["values"].split()) > 60:
            continue   # a minute is enough
        p, sse, points = best(np.array([float(v) for v in row["values"].split()]), row["method"] != "ses", row["method"] == "damped")
        out.write(",".join([row["series"], row["method"], row["values"], " ".join(f"{v:.12g}" for v in p), f"{sse:.12g}", " ".join(f"{v:.12g}" for v in points)]) + "\n")
