#!/usr/bin/env python3
"""Which Russian letter follows which: writes core/import/letter_statistics.cpp.

The text is our own: the Russian words of this repository's guide, phrases and municipality files (no exports, nobody's messages).
A word counts 1 + log2(times), so that the names of a hundred departments do not drown the language. Run it from the root of the
repository; the table is not sensitive to the words, so there is no need to run it again after every change of a text.
"""
import collections, math, pathlib, re

SOURCES = ["README.ru.md", "docs/guide/*.md", "data/municipalities/*.json", "core/cli/*.cpp", "core/model/*.cpp", "core/base/*.cpp", "core/documents/*.cpp"]
LETTERS = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
EDGE = len(LETTERS)
OUT = pathlib.Path("core/import/letter_statistics.cpp")


def words():
    found = collections.Counter()
    for pattern in SOURCES:
        for path in sorted(pathlib.Path(".").glob(pattern)):
            text = path.read_text(encoding="utf-8").lower().replace("ё", "е")
            found.update(re.findall("[а-я]+", text))
    return found


def pairs():
    counts = [[0.3] * (EDGE + 1) for _ in range(EDGE + 1)]
    for word, times in words().items():
        row = [EDGE] + [LETTERS.index(c) for c in word] + [EDGE]
        for before, after in zip(row, row[1:]):
            counts[before][after] += 1 + math.log2(times)
    return counts


def main():
    out = ["// Made by tests/reference/letter_statistics.py from the Russian texts of this repository. Not edited by hand.",
           '#include "core/import/letter_statistics.hpp"', "", "namespace problemator {", "",
           "const std::array<std::array<std::uint8_t, kLetters + 1>, kLetters + 1> kLetterSurprise = {{"]
    for before, row in enumerate(pairs()):
        total = sum(row)
        values = ", ".join(str(min(round(-10 * math.log(n / total)), 255)) for n in row)
        out.append(f"    {{{values}}},   // after {LETTERS[before] if before < EDGE else 'a word begins'}")
    out += ["}};", "", "}  // namespace problemator", ""]
    OUT.write_text("\n".join(out), encoding="utf-8")
    print(f"{OUT}: {len(words())} words")


main()
