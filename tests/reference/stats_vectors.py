#!/usr/bin/env python3
"""Reference numbers for tests/unit/stats, made with scipy; output kept in stats_vectors.txt. Run: /usr/bin/python3 stats_vectors.py"""
from scipy import special, stats

print("# gamma_upper a x")
for a, x in [(0.5, 0.3), (3, 2.5), (3, 9), (120, 100), (120, 150)]:
    print(a, x, repr(float(special.gammaincc(a, x))))
print("# beta_lower a b x")
for a, b, x in [(2, 3, 0.4), (0.5, 0.5, 0.1), (30, 4, 0.9), (200, 180, 0.5), (7, 0.6, 0.3)]:
    print(a, b, x, repr(float(special.betainc(a, b, x))))
print("# beta_quantile a b p")
for a, b, p in [(2, 3, 0.025), (19, 3, 0.975), (0.7, 0.7, 0.5)]:
    print(a, b, p, repr(float(special.betaincinv(a, b, p))))
print("# normal_quantile p")
for p in [1e-6, 0.001, 0.025, 0.31, 0.5, 0.9, 0.975, 0.999999]:
    print(p, repr(float(stats.norm.ppf(p))))
print("# count_tail y mean dispersion")
for y, mean, phi in [(8, 5, 1), (11, 5, 1), (11, 5, 1.5), (1, 0.2, 1), (40, 12.5, 2.2), (57, 33, 1.7)]:
    p = stats.poisson.sf(y - 1, mean) if phi == 1 else stats.nbinom.sf(y - 1, mean / (phi - 1), 1 / phi)
    print(y, mean, phi, repr(float(p)))
print("# count_with_tail tail mean dispersion")
for tail, mean, phi in [(0.05, 5, 1), (0.001, 5, 1.5), (0.001, 33, 1.7), (0.1, 0.4, 1)]:
    d = stats.poisson(mean) if phi == 1 else stats.nbinom(mean / (phi - 1), 1 / phi)
    y = 0
    while d.sf(y - 1) > tail:
        y += 1
    print(tail, mean, phi, y)
