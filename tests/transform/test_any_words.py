"""Words of every vocabulary in any order give rows whose spans hold, and no exception."""

import random
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from extract.layouts import read_document
from extract.records import Document
from transform.derive import derive

_VOCABULARY = Path(__file__).parents[2] / "transform" / "vocabulary"
_WORDS = sorted(
    {word for file in _VOCABULARY.glob("*.toml") for word in re.findall(r"[^\s\"\[\],=]+", file.read_text("utf-8"))}
)
# What most rules ask for, so that they meet more often than chance would have it.
_PIECES = [
    "“",
    "”",
    "‘",
    "’",
    "(",
    ")",
    "–",
    "-",
    ",",
    ".",
    ";",
    ":",
    "?",
    "!",
    "•",
    "12",
    "1,200",
    "3%",
    "£4m",
    "2019",
    "27",
    "‘Good’",
    "‘Inadequate’",
    "Ashdale",
    "PDU",
    "CRC",
    "NPS",
    "said",
    "Mr",
    "Jones",
    "of",
    "the",
    "and",
    "in",
    "to",
    "from",
    "between",
    "per",
    "cent",
    "out",
    "one",
    "in",
    "five",
    "a",
    "half",
    "two-thirds",
    "weeks",
    "years",
    "cases",
    "people",
    "officers",
    "were",
    "was",
    "rated",
    "respectively",
    "plus",
    "or",
    "so",
]
_LENGTHS = (5, 30, 120, 400)


def _read(words: str) -> None:
    document = Document(
        url=None,
        final_url=None,
        source="file",
        fetched_at=datetime(2026, 11, 1, tzinfo=UTC),
        captured_at=None,
        status=200,
        headers=(),
        body=f"A title\n\n{words}".encode(),
        sha256="0" * 64,
    )
    release = read_document(document)
    rows = derive(release)
    for row in (*rows.metrics, *rows.ratings, *rows.quotations, *rows.doubts):
        assert 0 <= row.start_char < row.end_char <= len(release.text), (words, row)
    for before, after in zip(rows.quotations, rows.quotations[1:], strict=False):
        assert before.end_char <= after.start_char, words


def _texts(seed: int, count: int) -> list[str]:
    chance = random.Random(seed)
    return [
        " ".join(
            chance.choice(_PIECES if chance.random() < 0.7 else _WORDS) if chance.random() < 0.97 else "\n\n"
            for _ in range(chance.choice(_LENGTHS))
        )
        for _ in range(count)
    ]


@pytest.mark.parametrize("seed", range(4))
def test_words_in_any_order_are_read(seed: int) -> None:
    for words in _texts(seed, 100):
        _read(words)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(100, 120))
def test_many_words_in_any_order_are_read(seed: int) -> None:
    for words in _texts(seed, 1000):
        _read(words)
