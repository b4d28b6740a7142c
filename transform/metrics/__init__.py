"""Metrics a release states: quantities an analyst would chart, named, dated and set against their base.

Finding the quantities is the work of `transform/quantities/`; this package says what each measures.
"""

import re
from collections.abc import Iterator

from extract.records import Paragraph, ParagraphKind, Release
from transform.metrics.boilerplate import is_boilerplate
from transform.metrics.naming import names_of
from transform.metrics.times import periods_of
from transform.quantities import Quantity, Told, Words, has_number, periods, quantities
from transform.records import Doubt, Kind, Mention, Metric, Span

_NONE_IN = frozenset({ParagraphKind.TITLE, ParagraphKind.HEADING, ParagraphKind.END})
_NOTE_NUMBER = re.compile(r"\s{0,3}[\[(]?[0-9]{1,2}(?:[.)\]]|\s(?=[A-Z]))\s{0,3}")


def metrics(release: Release, kind: Kind) -> tuple[Mention[Metric] | Mention[Doubt], ...]:
    """Every metric of the body and the notes, and the number phrases left out with a doubt, in text order.

    The title and headings give none, nor does what the inspectorate says of itself.  `kind` decides nothing yet that
    the words do not.  Source: docs/annotation.md, "Metrics".
    """
    del kind
    found: list[Mention[Metric] | Mention[Doubt]] = []
    told = Told()
    lead_in, is_next = "", False
    for paragraph in release.paragraphs:
        if paragraph.kind in _NONE_IN:
            lead_in = ""
            continue
        text = release.text[paragraph.start_char : paragraph.end_char]
        if not lead_in or (paragraph.kind is not ParagraphKind.BULLET and not is_next):
            told.stem = None
        if has_number(text):
            found += _in_paragraph(release.text, paragraph, lead_in, told)
        is_next = text.endswith(":")
        if is_next:
            lead_in = " " + text[-400:].lower()
        elif paragraph.kind is not ParagraphKind.BULLET:
            lead_in = ""
    return tuple(found)


def _in_paragraph(
    text: str, paragraph: Paragraph, lead_in: str, told: Told
) -> Iterator[Mention[Metric] | Mention[Doubt]]:
    start_char = paragraph.start_char
    number = _NOTE_NUMBER.match(text, start_char, paragraph.end_char)
    if (number and paragraph.kind is ParagraphKind.NOTE) or (
        number and number.group().rstrip()[-1:] in (".", ")", "]")
    ):
        start_char = number.end()
    words = Words(text, start_char, paragraph.end_char)
    times = periods(words)
    found = quantities(words, times, told)
    names = names_of(words, found, lead_in)
    told_of = periods_of(words, found, times, names)
    for place, quantity in enumerate(found):
        span = Span(start_char=words.starts[quantity.first], end_char=words.ends[quantity.last - 1])
        if quantity.doubt:
            yield Mention(rule=quantity.rule, span=span, value=Doubt(reason=quantity.doubt))
        elif not is_boilerplate(_sentence(words, quantity)):
            yield Mention(rule=quantity.rule, span=span, value=_metric(quantity, names[place], told_of[place]))


def _sentence(words: Words, quantity: Quantity) -> str:
    first, last = words.sentence(quantity.core)
    return " ".join(words.lower[max(first, quantity.first - 40) : min(last, quantity.last + 40)])


def _metric(quantity: Quantity, name: str, period: str | None) -> Metric:
    return Metric(
        value=quantity.value,
        value_high=quantity.value_high,
        unit=quantity.unit,
        qualifier=quantity.qualifier,
        direction=quantity.direction,
        name=name,
        period=period,
        of=quantity.of,
    )
