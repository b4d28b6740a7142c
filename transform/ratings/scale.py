"""Words of the four-point scale where they stand.  Says nothing about what they judge."""

import re
from dataclasses import dataclass
from functools import cache

from transform.records import Span
from transform.vocabulary import load


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """A word of the scale; `span` covers it with its marks.  `is_formal` where marks or capitals set it off."""

    rating: str
    span: Span
    is_formal: bool
    is_marked: bool


@cache
def _pattern() -> re.Pattern[str]:
    forms = sorted(load("scale")["forms"], key=len, reverse=True)
    words = "|".join(re.escape(form) for form in forms)
    return re.compile(rf"(?<![\w’'-])(?P<open>[‘'“\"])?(?P<word>{words})(?P<close>,?[’'”\"])?(?![\w-])", re.IGNORECASE)


def grades(text: str, start_char: int = 0, end_char: int | None = None) -> tuple[Grade, ...]:
    """Every word of the scale in this range, in text order."""
    forms: dict[str, str] = load("scale")["forms"]
    found = []
    for match in _pattern().finditer(text, start_char, len(text) if end_char is None else end_char):
        marked = bool(match["open"] and match["close"])
        start = match.start() if marked else match.start("word")
        end = match.end() if marked else match.end("word")
        found.append(
            Grade(
                rating=forms[match["word"].lower()],
                span=Span(start_char=start, end_char=end),
                is_formal=marked
                or (match["word"][0].isupper() and not _opens_sentence(text, match.start(), start_char)),
                is_marked=marked,
            )
        )
    return tuple(found)


def _opens_sentence(text: str, start: int, floor: int) -> bool:
    before = text[max(floor, start - 3) : start].rstrip("“‘\"' ")
    return not before or before[-1] in ".?!\n"
