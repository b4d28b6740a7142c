"""Quotations: words in quote marks that somebody is presented as having said or written.

Speech without marks is none; neither are grades, names, terms and headlines in marks.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from operator import attrgetter

from extract.records import Release
from transform.quotations.attribution import Attributed, Attributor
from transform.quotations.cast import NOBODY, REPORT, Cast
from transform.quotations.reading import Reading
from transform.quotations.refusals import is_grade_or_name
from transform.quotations.runs import quoted_runs
from transform.records import Doubt, Kind, Mention, Quotation, Span

# The marks that paragraphs of one utterance open and close with; architecture.md, "Evidence".
_BETWEEN = {"double": re.compile('["”]?\n\n["“]?'), "single": re.compile("['’]?\n\n['‘]?")}
Found = Mention[Quotation] | Mention[Doubt]


def quotations(release: Release, kind: Kind) -> tuple[Found, ...]:
    """Quotations of `release` with their speakers, and what could not be decided; in text order, none overlapping."""
    text = release.text
    runs = quoted_runs(text, release.paragraphs)
    said = [run for run in runs.found if not is_grade_or_name(text, run)]
    reading = Reading(text, release.paragraphs, said)
    tells_findings = kind is not Kind.STATEMENT or "report" in text
    attributor = Attributor(reading, Cast(release), REPORT if tells_findings else NOBODY)
    attributed = [found for run in said if (found := attributor.attribute(run)) is not None]
    rows: list[Found] = []
    for one in _joined(attributed, reading):
        rule = _rule(one.reason)
        span = Span(start_char=one.run.start, end_char=one.run.end)
        rows.append(Mention(rule=rule, span=span, value=_quotation(text, one)))
        if one.speaker.type == "unknown" and one.speaker.name is None:
            doubt = Doubt(reason=f"words in marks, but no speaker: {one.reason}")
            rows.append(Mention(rule=rule, span=span, value=doubt))
    for start, end, reason in runs.unpaired:
        rows.append(Mention(rule="quote_marks", span=Span(start_char=start, end_char=end), value=Doubt(reason=reason)))
    return tuple(sorted(rows, key=attrgetter("span", "rule")))


@cache
def _rule(reason: str) -> str:
    return reason.replace(" ", "_").replace("-", "_")


def _quotation(text: str, one: Attributed) -> Quotation:
    speaker = one.speaker
    words = text[one.run.start : one.run.end]
    return Quotation(
        text=_BETWEEN[one.run.mark].sub("\n\n", words) if "\n\n" in words else words,
        mark=one.run.mark,
        kind=one.kind,
        speaker=speaker.name,
        speaker_type=speaker.type,
        speaker_role=speaker.role,
        attribution=text[one.cue[0] : one.cue[1]] if one.cue else None,
        speaker_reason=f"{one.reason}; {speaker.how}",
        speaker_from=speaker.taken_from,
    )


def _joined(attributed: Sequence[Attributed], reading: Reading) -> list[Attributed]:
    """Paragraphs that each open and close, of one speaker and without a new cue, made one quotation."""
    joined: list[Attributed] = []
    for one in attributed:
        last = joined[-1] if joined else None
        if (
            last is not None
            and one.is_carried
            and one.run.mark == last.run.mark
            and one.run.first == last.run.last + 1
            and not reading.text[last.run.closes : one.run.opens].strip()
        ):
            run = replace(last.run, end=one.run.end, closes=one.run.closes, last=one.run.last)
            joined[-1] = replace(last, run=run, kind="full" if "full" in (last.kind, one.kind) else one.kind)
        else:
            joined.append(one)
    return joined
