#!/usr/bin/env python3
"""Reference for core/stats/kernel_density: Gaussian by scipy.stats.gaussian_kde, quartic by scipy's integration of its own radial form.
gaussian_kde takes the spread of the data for its shape, so the points are whitened first: then its factor is a plain bandwidth.
Run: /usr/bin/python3 kernel_density.py"""
import numpy as np
from scipy import integrate, stats

random = np.random.default_rng(20261121)
points = random.normal(size=(40, 2)) * [3, 1] @ [[0.8, 0.6], [-0.6, 0.8]]
points -= points.mean(axis=0)
points = points @ np.linalg.inv(np.linalg.cholesky(np.cov(points.T)).T) * 1000     # covariance 1000² · I
weights = random.integers(1, 6, 40).astype(float)
points = points - np.average(points, axis=0, weights=weights)
# With weights scipy takes the weighted covariance; whiten by that.
points = points @ np.linalg.inv(np.linalg.cholesky(np.cov(points.T, aweights=weights)).T) * 1000
bandwidth = 400.0
gaussian = stats.gaussian_kde(points.T, bw_method=bandwidth / 1000, weights=weights)
assert np.allclose(gaussian.covariance, np.eye(2) * bandwidth ** 2)
peak = 1 / integrate.quad(lambda r: 2 * np.pi * r * (1 - (r / bandwidth) ** 2) ** 2, 0, bandwidth)[0]


def quartic(at):
    u = ((points - at) ** 2).sum(axis=1) / bandwidth ** 2
    return peak * (weights * np.where(u < 1, (1 - u) ** 2, 0)).sum()


with open("vectors/kernel_density.csv", "w") as file:
    print("kind,x,y,weight,gaussian,quartic", file=file)
    for (x, y), w in zip(points, weights):
        print(f"point,{float(x)!r},{float(y)!r},{w:.0f},,", file=file)
    for y in range(-1500, 1501, 500):
        for x in range(-1500, 1501, 500):
            at = np.array([x, y])
            print(f"cell,{x},{y},,{float(gaussian(at)[0]) * weights.sum()!r},{float(quartic(at))!r}", file=file)
