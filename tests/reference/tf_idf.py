#!/usr/bin/env python3
"""TF-IDF of scikit-learn (TfidfVectorizer, smooth_idf, norm l2) over made texts of numbered words → tests/reference/vectors/tf_idf.csv
Columns: tokens of the text in its order; its different tokens; their weights; cosine with the next text."""
import pathlib, random
from sklearn.feature_extraction.text import TfidfVectorizer

chance = random.Random(20261121)
WORDS = 60
texts = [[min(int(chance.expovariate(0.08)), WORDS - 1) for _ in range(chance.randint(1, 25))] for _ in range(80)]
texts += [[7], [7, 7, 7], [3, 59], [59, 3]]
model = TfidfVectorizer(analyzer=lambda text: [str(token) for token in text], vocabulary=[str(token) for token in range(WORDS)], smooth_idf=True, norm="l2")
vectors = model.fit_transform(texts)
with open(pathlib.Path(__file__).resolve().parent / "vectors" / "tf_idf.csv", "w", newline="\n") as out:
    out.write("tokens,different,weights,cosine\n")
    for i, text in enumerate(texts):
        row = vectors[i].toarray()[0]
        different = sorted(set(text))
        cosine = float(row @ vectors[(i + 1) % len(texts)].toarray()[0])
        out.write(f"{' '.join(map(str, text))},{' '.join(map(str, different))},{' '.join(repr(float(row[t])) for t in different)},{cosine!r}\n")
