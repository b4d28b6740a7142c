"""Pieces of work and lists of areas as words of a sentence.  Says nothing about how they were judged."""

import re
from collections.abc import Sequence

from transform.ratings.areas import Area
from transform.ratings.reading import joined
from transform.records import Span

WORK = re.compile(
    r"\b(?:work (?:to|with|on|around|in|for|by|undertaken|done|delivered|against)|contact with|(?:management"
    r"|supervision|monitoring|oversight"
    r"|provision|delivery|enforcement|protection|assessment|safeguarding|coordination|supply) of|(?:support"
    r"|services|provision|planning|preparation"
    r"|arrangements) for|support to) ",
    re.IGNORECASE,
)
_AND_TO = re.compile(r",? and (?=to (?:assess|plan|implement|deliver|review)\b)")
FURTHEST = 120
_LEADS_IN = re.compile(
    r"[\s,(–—-]{0,4}(?:(?:its|the|their|both|all|how|case|areas?|of|for|standards?|work|quality|in|to|with|on|regional|overall|effective"
    r"|PDU|CRC|that|delivered|done|\w{2,20}(?:’s|s’)) ?|[‘“'\"’] ?){0,8}",
    re.IGNORECASE,
)
_HANGING = re.compile(r"[ ,]{0,20}(?:\b(?:and|but|with|while)[ ,]{0,20})?$")
_PHRASE_ENDS = re.compile(r", (?:and|with|while|but|which|who)\b|[.;:(]| [–—-] | (?:has|have|had) (?:been )?$")


def leads_in(text: str, start: int, end: int) -> bool:
    """Whether nothing but articles and words such as `work to` stands between the two."""
    return _LEADS_IN.fullmatch(text, start, end) is not None


def run_of(text: str, known: Sequence[Area]) -> Sequence[Area]:
    """The list at the end of `known`: the last area and those that only commas and `and` part from it."""
    listed = [known[-1]]
    for area in reversed(known[:-1]):
        if not joined(text, area.span.end_char, listed[0].span.start_char):
            break
        listed.insert(0, area)
    return listed


def run_from(text: str, known: Sequence[Area]) -> Sequence[Area]:
    """The list at the start of `known`."""
    listed = [known[0]]
    for area in known[1:]:
        if not joined(text, listed[-1].span.end_char, area.span.start_char):
            break
        listed.append(area)
    return listed


def split_at_verbs(text: str, span: Span) -> list[Span]:
    """`work to assess their needs and to plan for them` is two pieces of work."""
    cut = _AND_TO.search(text, span.start_char, span.end_char)
    if not cut:
        return [span]
    return [
        Span(start_char=span.start_char, end_char=cut.start()),
        *split_at_verbs(text, Span(start_char=cut.end(), end_char=span.end_char)),
    ]


def piece_of_work(text: str, start: int, end: int) -> Span:
    """The words from `start` as far as one phrase goes, `end` at the furthest."""
    words = text[start:end]
    cut = _PHRASE_ENDS.search(words)
    return Span(start_char=start, end_char=start + len(_HANGING.sub("", words[: cut.start()] if cut else words)))
