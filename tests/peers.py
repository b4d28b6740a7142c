"""What other tools make of our gold, for scale.  None is a dependency: each is measured only where it is installed."""

import importlib.util
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal, InvalidOperation
from pathlib import Path

from extract.layouts import read_document
from flows.cli.evaluate import gold_files
from flows.cli.given import document_given
from transform.evaluation.folding import folded, occurrences
from transform.evaluation.gold import Gold, gold_of

Counts = tuple[int, int, int]
"""Rows gold has, rows the peer found, rows of both."""


def peer_lines(folder: Path) -> Iterator[str]:
    """One line a peer: precision, recall and F1 on the gold in `folder`, or how to install it."""
    for name, (question, measure) in PEERS.items():
        if importlib.util.find_spec(name) is None:
            yield f"peer {name}: not installed (to measure it: .venv/bin/pip install 'inspectorate[peers]')"
            continue
        gold, found, both = measure(_releases(folder))
        precision = both / found if found else 0.0
        recall = both / gold if gold else 0.0
        yield (
            f"peer {name}, {question}: precision {precision:.2f}, recall {recall:.2f}, "
            f"F1 {2 * both / (gold + found) if gold + found else 0.0:.2f}"
        )


def _releases(folder: Path) -> Iterator[tuple[str, Gold]]:
    for file in gold_files([folder]):
        gold = gold_of(file.read_text(encoding="utf-8"), str(file))
        stem = file.name.removesuffix(".gold.json")
        [page] = [path for path in (file.with_name(stem + end) for end in (".txt", ".html")) if path.exists()]
        yield read_document(document_given(str(page), gold.url, Path())).text, gold


def _quantulum3(releases: Iterable[tuple[str, Gold]]) -> Counts:
    """Quantities by value and words; its units are its own, so ours are not asked of it."""
    from quantulum3 import parser

    wanted = seen = both = 0
    for text, gold in releases:
        quantities = parser.parse(text)
        wanted, seen = wanted + len(gold.metrics), seen + len(quantities)
        left = [(_decimal(quantity.value), quantity.span) for quantity in quantities]
        for metric in gold.metrics:
            places = list(occurrences(metric["text"], text))
            for candidate in left:
                value, (start, end) = candidate
                overlap = any(start < place.end_char and place.start_char < end for place in places)
                if overlap and value in {metric["value"], metric["value"] / 100}:
                    left.remove(candidate)
                    both += 1
                    break
    return wanted, seen, both


def _decimal(value: float) -> Decimal | None:
    try:
        return round(Decimal(str(value)), 2)
    except InvalidOperation:
        return None


def _textacy(releases: Iterable[tuple[str, Gold]]) -> Counts:
    """Direct quotations by exact words, with spaCy's small English model; a document it refuses gives none."""
    import spacy
    from textacy.extract import direct_quotations

    model = spacy.load("en_core_web_sm")
    wanted = seen = both = 0
    for text, gold in releases:
        wanted += len(gold.quotations)
        try:
            found = [folded(str(one.content)).strip("\"' ") for one in direct_quotations(model(text))]
        except ValueError:  # it refuses a paragraph that opens a mark and does not close it
            continue
        seen += len(found)
        for quotation in gold.quotations:
            words = folded(quotation["text"]).strip("\"' ")
            if words in found:
                found.remove(words)
                both += 1
    return wanted, seen, both


PEERS: dict[str, tuple[str, Callable[[Iterable[tuple[str, Gold]]], Counts]]] = {
    "quantulum3": ("metrics by value and words", _quantulum3),
    "textacy": ("quotations by exact words", _textacy),
}
