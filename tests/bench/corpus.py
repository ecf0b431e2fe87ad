#!/usr/bin/env python3
"""Writes COUNT articles of about 6 KB to FOLDER, each put together from the paragraphs of the repository's own articles.

The same arguments give the same files.
"""
import pathlib
import random
import sys

SIZE = 6000


def main():
    count, folder = int(sys.argv[1]), pathlib.Path(sys.argv[2])
    root = pathlib.Path(__file__).resolve().parents[2]
    sources = sorted([*root.glob("tests/golden/*.txt"), *root.glob("data/examples/**/*.txt")])
    paragraphs = [p for source in sources for p in source.read_text("utf-8").split("\n\n") if p.strip()]
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        chosen = random.Random(number)
        text, size = [], 0
        while size < SIZE:
            text.append(chosen.choice(paragraphs).strip())
            size += len(text[-1].encode()) + 2
        (folder / f"2024-07-26-{number:06}.txt").write_text("\n\n".join(text) + "\n", "utf-8")


main()
