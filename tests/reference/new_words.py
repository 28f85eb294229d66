#!/usr/bin/env python3
"""Reference for core/stats/new_words: Monroe, Colaresi & Quinn 2008, eq. 15, 22, 23, in numpy, on made-up word counts.
The prior is 500 words dealt out as in both bodies of text together. Run: /usr/bin/python3 new_words.py"""
import numpy as np

random = np.random.default_rng(20261121)
frequency = 1 / np.arange(1, 61)
before = random.multinomial(9000, frequency / frequency.sum())
frequency[[20, 45]] *= [5, 12]
frequency[3] /= 3
now = random.multinomial(700, frequency / frequency.sum())
before[50], before[51], now[51] = 0, 0, 0        # first seen; never seen
now[50] = max(now[50], 4)
alpha = 500 * (now + before) / (now + before).sum()
a0 = alpha.sum()
with np.errstate(divide="ignore", invalid="ignore"):
    omega_now = (now + alpha) / (now.sum() + a0 - now - alpha)
    omega_before = (before + alpha) / (before.sum() + a0 - before - alpha)
    delta = np.log(omega_now) - np.log(omega_before)
    z = delta / np.sqrt(1 / (now + alpha) + 1 / (before + alpha))
with open("vectors/new_words.csv", "w") as file:
    print("now,before,log_odds,z", file=file)
    for row in zip(now, before, np.nan_to_num(delta), np.nan_to_num(z)):
        print(",".join(repr(v.item()) for v in row), file=file)
