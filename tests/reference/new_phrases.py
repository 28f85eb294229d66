#!/usr/bin/env python3
"""Reference for core/stats/new_phrases and phrases: words and pairs of words of made-up messages, counted once a message by their Snowball
stems, and the log-odds of Monroe, Colaresi & Quinn 2008 in numpy, words and pairs apart. Run: /usr/bin/python3 new_phrases.py"""
import re
from collections import Counter, OrderedDict

import numpy as np
from snowballstemmer import stemmer

random = np.random.default_rng(20261121)
STEM = stemmer("russian").stemWord
DENIALS = {"не", "нет", "без"}
PREPOSITIONS = set("в во на за к ко из от до по с со у над под при через про для о об".split())
STOP = DENIALS | PREPOSITIONS | set("а и что как когда это здравствуйте прошу добрый день вечер снова".split())   # of those in the texts below

usual = ["В квартире батареи еле тёплые", "Нет отопления третий вечер", "Когда дадут тепло", "Стояк холодный, соседи мёрзнут", "Батареи ниже нормы, платим полностью",
         "После ремонта половина подъезда без тепла", "Здравствуйте, снова холодные батареи", "Прошу проверить температуру батарей"]
cause = ["Порыв теплотрассы у котельной, холодные батареи", "Из-за порыва теплотрассы нет отопления", "Теплотрасса парит, порыв не устраняют", "Когда устранят порыв теплотрассы", "Порыв теплотрассы, стояк холодный"]
before = [usual[i] for i in random.integers(0, len(usual), 120)]
now = [cause[i] for i in random.integers(0, len(cause), 11)] + [usual[i] for i in random.integers(0, len(usual), 7)]


def phrases(text, written):
    found, last = set(), None                       # last: (stem or DENIAL, words so far, has a preposition)
    for word in re.findall(r"[а-яё]+", text.lower().replace("ё", "е")):
        if word in DENIALS:
            last = ("-", word, True)
            continue
        if word in STOP or len(word) < 2:
            if word in PREPOSITIONS and last and not last[2]:
                last = (last[0], last[1] + " " + word, True)
            else:
                last = None
            continue
        stem = STEM(word)
        keys = [((stem, stem), word)]
        if last and last[0] != stem:
            keys.append((tuple(sorted((last[0], stem))), last[1] + " " + word))
        for key, form in keys:
            found.add(key)
            written.setdefault(key, OrderedDict()).setdefault(form, 0)
            written[key][form] += 1
        last = (stem, word, False)
    return found


def judged(now, before, keys):
    y1, y0 = np.array([now[k] for k in keys], float), np.array([before[k] for k in keys], float)
    n1, n0 = y1.sum(), y0.sum()
    a0 = min(max((n1 + n0) / 10, 20), 500)
    a = a0 * (y1 + y0) / (n1 + n0)
    delta = np.log((y1 + a) / (n1 + a0 - y1 - a)) - np.log((y0 + a) / (n0 + a0 - y0 - a))
    z = delta / np.sqrt(1 / (y1 + a) + 1 / (y0 + a))
    order = sorted(range(len(keys)), key=lambda i: -z[i])
    return [(keys[i], z[i]) for i in order if z[i] >= 1.96 and y1[i] >= 3]


written, counts = {}, [Counter(), Counter()]
seen = OrderedDict()
for side, texts in enumerate((now, before)):
    for text in texts:
        for key in phrases(text, written):
            counts[side][key] += 1
            seen[key] = None
keys = list(written)
words = judged(*counts, [k for k in keys if k[0] == k[1]])
pairs = judged(*counts, [k for k in keys if k[0] != k[1]])
share = lambda a, b: any(x in b and x != "-" for x in a)
chosen = []
for key, z in words:
    if len(chosen) == 5:
        break
    if any(share(key, told) for told, _ in chosen):
        continue
    best = next((p for p, _ in pairs if share(key, p) and 2 * counts[0][p] >= counts[0][key] and not any(share(p, told) for told, _ in chosen)), key)
    chosen.append((best, z))
with open("vectors/new_phrases_texts.csv", "w") as file:
    print("side,text", file=file)
    for side, texts in (("now", now), ("before", before)):
        for text in texts:
            print(f"{side},{text.replace(',', ';')}", file=file)
with open("vectors/new_phrases.csv", "w") as file:
    print("words,now,before,z", file=file)
    for key, z in chosen:
        form = max(written[key].items(), key=lambda item: item[1])[0]
        print(f"{form},{counts[0][key]},{counts[1][key]},{z!r}".replace("np.float64(", "").replace(")", ""), file=file)
