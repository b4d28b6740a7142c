"""Words of the four-point scale where they stand.  Says nothing about what they judge."""

import re
from dataclasses import dataclass
from functools import cache

from transform.records import Span
from transform.vocabulary import load


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """A word of the scale; `span` covers it with its marks.  `is_formal` where marks or capitals set it off.

    `is_verb` where the words are a predicate by themselves (`staffing required improvement`).
    """

    rating: str
    span: Span
    is_formal: bool
    is_marked: bool
    is_verb: bool = False


_OPENING = "‘'“\""
_CLOSE = re.compile(r",?[’'”\"]")


@cache
def _pattern() -> re.Pattern[str]:
    """The forms of the vocabulary in every case; begun by their first letters, so that it is fast."""
    rests = sorted({form[1:] for form in load("scale")["forms"]}, key=len, reverse=True)
    cased = [variant for rest in rests for variant in dict.fromkeys((rest, _titled(rest), rest.upper()))]
    initials = "".join(sorted({form[0] for form in load("scale")["forms"]}))
    return re.compile(rf"[{initials}{initials.upper()}](?:{'|'.join(re.escape(rest) for rest in cased)})(?![\w-])")


def _titled(rest: str) -> str:
    """The rest of a form with its further words capitalised: `equires Improvement`."""
    first, *further = rest.split(" ")
    return " ".join([first, *(word.capitalize() for word in further)])


def grades(text: str, start_char: int = 0, end_char: int | None = None) -> tuple[Grade, ...]:
    """Every word of the scale in this range, in text order."""
    forms: dict[str, str] = load("scale")["forms"]
    found = []
    for match in _pattern().finditer(text, start_char, len(text) if end_char is None else end_char):
        rating = forms.get(match[0].lower())
        before = text[max(start_char, match.start() - 1) : match.start()]
        opening = before in _OPENING and bool(before)
        apart = text[max(start_char, match.start() - 1 - opening) : match.start() - opening]
        if rating is None or (apart and (apart.isalnum() or apart in "_’'-")):
            continue
        if not opening and text.startswith(" enough", match.end()):
            continue  # `not good enough` is no word of the scale
        close = _CLOSE.match(text, match.end())
        marked = bool(opening and close)
        span = Span(start_char=match.start() - marked, end_char=close.end() if marked and close else match.end())
        formal = marked or (match[0][0].isupper() and not _opens_sentence(text, match.start() - opening, start_char))
        verb = (not formal or (marked and match[0][0].islower())) and match[0].lower().startswith(
            ("required ", "requires ", "require ")
        )
        found.append(Grade(rating=rating, span=span, is_formal=formal, is_marked=marked, is_verb=verb))
    return tuple(found)


def _opens_sentence(text: str, start: int, floor: int) -> bool:
    before = text[max(floor, start - 3) : start].rstrip("“‘\"' ")
    return not before or before[-1] in ".?!\n"
