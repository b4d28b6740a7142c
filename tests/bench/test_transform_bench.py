"""What deriving costs: against building the page's soup, and on hostile input of n and of 4n."""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from extract.layouts import read_document
from extract.records import Document, Release
from flows.cli.evaluate import gold_files
from flows.cli.given import document_given
from transform.derive import derive

pytestmark = pytest.mark.bench
GOLD = Path(__file__).parent.parent / "gold"


def best_seconds(work: Callable[[], Any], times: int = 5) -> float:
    """Seconds of the quickest of several runs: noise only ever adds."""
    spent = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        spent.append(time.perf_counter() - start)
    return min(spent)


def test_deriving_a_page_costs_no_more_than_building_its_soup() -> None:
    pages = [
        path
        for file in gold_files([GOLD])
        if (path := file.with_name(file.name.replace(".gold.json", ".html"))).exists()
    ]
    documents = [
        document_given(str(page), "https://www.justiceinspectorates.gov.uk/hmiprobation/x/", Path()) for page in pages
    ]
    releases = [read_document(document) for document in documents]
    soup = best_seconds(lambda: [BeautifulSoup(document.body, "lxml") for document in documents])
    spent = best_seconds(lambda: [derive(release) for release in releases])
    print(
        f"\ntransform: {1000 * spent / len(pages):.2f} ms a page, soup {1000 * soup / len(pages):.2f} ms, "
        f"ratio {spent / soup:.2f} (goal 1.0) over {len(pages)} pages"
    )
    assert spent / soup <= 1.0


HOSTILE = {
    "quote marks": lambda n: "“" * n,
    "apostrophes": lambda n: "a’ ‘b " * (n // 6),
    "closing marks": lambda n: "” " * (n // 2),
    "digits": lambda n: "1" * n,
    "numbers": lambda n: "12 " * (n // 3),
    "number words": lambda n: "one hundred and " * (n // 16),
    "n in n": lambda n: "one in five of " * (n // 15),
    "per cent": lambda n: "per cent " * (n // 9),
    "ratings": lambda n: "rated ‘Good’ overall " * (n // 20),
    "topics": lambda n: "On resettlement the news is worse: inspectors rated it ‘Inadequate’ " * (n // 69),
    "scores": lambda n: "Menai PDU got 18 points from a possible 27; " * (n // 44),
    "from to": lambda n: "from ‘Good’ to " * (n // 15),
    "names": lambda n: "North East PDU and " * (n // 19),
    "cues": lambda n: "Mr Jones said: “a.” " * (n // 20),
    "dates": lambda n: "between March and May 2022 " * (n // 27),
    "months beside an inspection": lambda n: "we met in May 2020 " * (n // 19),
    "paragraphs": lambda n: "“a\n\n" * (n // 4),
    "spaces": lambda n: " \n" * (n // 2) + "x",
}


def hostile_release(words: str) -> Release:
    """A release whose body is the words."""
    body = f"A title\n\nA service was inspected.\n\n{words}".encode()
    return read_document(
        Document(
            url=None,
            final_url=None,
            source="file",
            fetched_at=datetime(2026, 11, 1, tzinfo=UTC),
            captured_at=None,
            status=200,
            headers=(),
            body=body,
            sha256="0" * 64,
        )
    )


@pytest.mark.parametrize("name", HOSTILE)
def test_time_grows_with_the_text_and_no_faster(name: str) -> None:
    small, large = (hostile_release(HOSTILE[name](n)) for n in (25_000, 100_000))
    first, second = best_seconds(lambda: derive(small), 3), best_seconds(lambda: derive(large), 3)
    told = f"{1000 * first:.0f} ms, four times as long {1000 * second:.0f} ms, ratio {second / first:.1f} (limit 6)"
    print(f"\nhostile {name}: {told}")
    assert second / first <= 6
