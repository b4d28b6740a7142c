"""From a release to its facts, and from facts to rows.  The only place that knows the order of the rules."""

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import fields
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar, cast

from extract.records import Release
from transform.corrections import Correction, corrected, reviewed_corrections
from transform.inspections import ratings_and_inspections
from transform.kinds import kind_of
from transform.metrics import metrics
from transform.quotations import quotations
from transform.records import Doubt, Facts, Inspection, Kind, Mention, Metric, Quotation, Rating, Undecided
from transform.rows import DoubtRow, InspectionRow, MetricRow, QuotationRow, RatingRow, ReleaseRow, ReleaseRows
from transform.vocabulary import load

V = TypeVar("V")
# The fields of each fact, as a rule states them.
_STATED = {fact: tuple(field.name for field in fields(fact)) for fact in (Inspection, Rating, Metric, Quotation, Doubt)}
Found = Iterable[Mention[V] | Mention[Doubt]]


def derive(release: Release) -> ReleaseRows:
    """All rows of a release, reviewed corrections applied."""
    return corrected(rows(release, facts(release)), reviewed_corrections())


def unmet_corrections(release: Release) -> tuple[Correction, ...]:
    """The reviewed corrections of this release that no longer find the words they expect."""
    stated = rows(release, facts(release))
    return tuple(correction for correction in reviewed_corrections() if correction.is_unmet_by(stated))


def facts(release: Release) -> Facts:
    """Everything the rules read in a release, in text order; what they could not decide stands in `doubts`."""
    kind = kind_of(release)
    doubts: list[Mention[Doubt]] = []
    said = _sorted_out(lambda: quotations(release, kind), Quotation, doubts)
    stated = _sorted_out(lambda: metrics(release, kind), Metric, doubts)
    inspected, judged = _inspections_and_ratings(release, kind, doubts)
    return Facts(
        kind=kind,
        inspections=inspected,
        ratings=judged,
        metrics=stated,
        quotations=said,
        doubts=tuple(sorted(doubts, key=lambda doubt: (doubt.span, doubt.rule))),
    )


def _inspections_and_ratings(
    release: Release, kind: Kind, doubts: list[Mention[Doubt]]
) -> tuple[tuple[Mention[Inspection], ...], tuple[Mention[Rating], ...]]:
    try:
        inspected, judged = ratings_and_inspections(release, kind)
    except Undecided as undecided:
        doubts.append(_doubt(undecided))
        return (), ()
    return (
        _sorted_out(lambda: inspected, Inspection, doubts),
        _sorted_out(lambda: judged, Rating, doubts),
    )


def _sorted_out(rule: Callable[[], Found[V]], wanted: type[V], doubts: list[Mention[Doubt]]) -> tuple[Mention[V], ...]:
    """What a family of rules found, in text order; its doubts go to `doubts`."""
    found: list[Any] = []
    try:
        for mention in rule():
            if isinstance(mention.value, wanted):
                found.append(mention)
            elif isinstance(mention.value, Doubt):
                doubts.append(cast("Mention[Doubt]", mention))
    except Undecided as undecided:
        doubts.append(_doubt(undecided))
    return tuple(sorted(found, key=attrgetter("span")))


def _doubt(undecided: Undecided) -> Mention[Doubt]:
    return Mention(rule=undecided.rule, span=undecided.span, value=Doubt(reason=undecided.reason))


@cache
def _ranks() -> dict[str, int]:
    """Grade to its rank, 1 the worst."""
    return {grade: rank for rank, grade in enumerate(load("scale")["grades"], start=1)}


def rows(release: Release, stated: Facts) -> ReleaseRows:
    """The rows of a release's facts: words, position in text order (from 1) and the paragraphs touched (from 0)."""
    text = release.text
    starts = [paragraph.start_char for paragraph in release.paragraphs]

    def built(
        row: Callable[..., V], mentions: tuple[Mention[Any], ...], **more: Callable[[Any], object]
    ) -> tuple[V, ...]:
        if not mentions:
            return ()
        made = []
        stated_fields = _STATED[type(mentions[0].value)]
        for position, mention in enumerate(mentions, start=1):
            value, start, end = mention.value, mention.span.start_char, mention.span.end_char
            first = bisect_right(starts, start) - 1
            last = bisect_right(starts, max(start, end - 1)) - 1
            columns: dict[str, object] = {
                "text": text[start:end],
                "start_char": start,
                "end_char": end,
                "position": position,
                "paragraph": (first,) if first == last else tuple(range(first, last + 1)),
                "rule": mention.rule,
            }
            for name in stated_fields:
                columns[name] = getattr(value, name)
            for name, make in more.items():
                columns[name] = make(value)
            made.append(row(**columns))
        return tuple(made)

    return ReleaseRows(
        release=ReleaseRow(
            url=release.url,
            title=release.title,
            published_on=release.published_on,
            published_on_from=release.published_on_from.value if release.published_on_from else None,
            kind=stated.kind.value,
            layout=release.layout,
            text=text,
            body_start=release.body_start,
            notes_start=release.notes_start,
            document_sha256=release.document_sha256,
        ),
        inspections=built(InspectionRow, stated.inspections),
        ratings=built(RatingRow, stated.ratings, rating_rank=lambda rating: _ranks()[rating.rating]),
        metrics=built(MetricRow, stated.metrics),
        quotations=built(QuotationRow, stated.quotations),
        doubts=built(DoubtRow, stated.doubts),
    )
