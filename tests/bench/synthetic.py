"""Synthetic releases for measurements: about ten rows each, every one with a title and words of its own."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from tests.warehouse.invented import arrival, digest_of, placed, rows
from transform.rows import MetricRow, ReleaseRows
from warehouse.rows import Arrival

BATCH = 500


def releases(count: int) -> Iterator[ReleaseRows]:
    """Releases with three quotations, four metrics, a rating, an inspection and a long body."""
    for at in range(count):
        place = f"Invented Place {at}"
        extra = "\n\n".join(
            f"Of those seen, {9 + step} people were waiting in week {step} of {at}." for step in range(3)
        )
        one = rows(
            place,
            url=f"https://probation.example/news/place-{at}",
            published_on=date(2013, 1, 1) + timedelta(days=at % 4000),
            quotations=(f"First words about {place}.", f"Then more about {place}.", f"And the last of {place}."),
            extra=f"{extra}\n\n{'Staff told us what they thought of it all, at length and more than once. ' * 25}{at}",
        )
        template = one.metrics[0]
        metrics = tuple(
            metric(template, one.release.text, f"{9 + step} people were waiting in week {step} of {at}", step + 2)
            for step in range(3)
        )
        yield replace(one, metrics=(template, *metrics))


def metric(template: MetricRow, text: str, words: str, position: int) -> MetricRow:
    """Another metric on other words."""
    changes: dict[str, Any] = {"unit": "people", "name": "other", **placed(text, words, position)}
    return replace(template, **changes)


def arrivals(count: int) -> Iterator[list[Arrival]]:
    """The same as they arrive, in batches."""
    batch: list[Arrival] = []
    for one in releases(count):
        batch.append(arrival(one, sha256=digest_of(one.release.text)))
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
