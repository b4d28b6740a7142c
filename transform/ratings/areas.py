"""Areas of work a release names, and the standard each belongs to.  Says nothing about how they were judged."""

import re
from dataclasses import dataclass
from functools import cache

from transform.records import Span
from transform.vocabulary import load


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """An area of work: `words` lower case as written, `standard` of the closed list (`other` where none fits).

    `is_weak` marks a word that is an area only where a grade is given to it (`staff`, `information`).
    """

    words: str
    standard: str
    span: Span
    is_weak: bool = False


_WEAK = frozenset(
    [
        "staff",
        "services",
        "information",
        "facilities",
        "plans",
        "plan",
        "review",
        "reviews",
        "leaders",
        "governance",
        "assess",
        "assessing",
        "delivering",
        "engagement",
        "safety",
        "supervision",
        "information",
        "delivery",
        "interventions",
        "enforcement",
        "communication",
        "safeguarding",
        "desistance",
        "rehabilitation",
        "implementing",
        "court",
        "services",
        "partnerships",
    ]
)
_MARKS = "‘’“”'\""
# What stands around an area without belonging to it.
_AROUND = re.compile(
    r"^(?:the |its |their |our |his |her |this |all |overall |general )*(?:quality of |standards? of )?(?:the |its |their )?"
    r"(?:work (?:in relation to|relating to|to|with|on|around|in|for|by|undertaken to|done to|delivered for|delivered to) )?(?:the |its |their )?",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"(?: services?| provision| work| practice| elements?| standards?| arrangements)$", re.IGNORECASE)


@cache
def _known() -> dict[str, str]:
    return {words: standard["name"] for standard in load("standards")["standard"] for words in standard["words"]}


@cache
def _pattern() -> re.Pattern[str]:
    words = sorted(_known(), key=len, reverse=True)
    either = "|".join(re.escape(phrase).replace(r"\ ", "[ -]").replace("‑", "[-‑]") for phrase in words)
    return re.compile(rf"(?<![\w-])(?:{either})(?![\w-])", re.IGNORECASE)


def areas(text: str, start_char: int, end_char: int) -> tuple[Area, ...]:
    """Areas of the vocabulary in this range, in text order."""
    found = []
    for match in _pattern().finditer(text, start_char, end_char):
        words = match[0].lower()
        found.append(
            Area(
                words=_named(words, _standard(words)),
                standard=_standard(words),
                span=Span(start_char=match.start(), end_char=match.end()),
                is_weak=words in _WEAK,
            )
        )
    return tuple(found)


def area_of(text: str, span: Span) -> Area:
    """The area a noun phrase names: a standard of the list where its words hold one, else its own words."""
    known = [area for area in areas(text, span.start_char, span.end_char) if area.standard != "other"]
    strong = [area for area in known if not area.is_weak] or [area for area in known if area.span == span]
    if strong:
        chosen = max(strong, key=lambda area: (area.span.end_char - area.span.start_char, -area.span.start_char))
        return Area(words=_named(chosen.words, chosen.standard), standard=chosen.standard, span=span)
    return Area(words=bare_area(span.of(text)), standard="other", span=span)


def bare_area(words: str) -> str:
    """Lower case, without marks, articles and `work to`, `services` around it."""
    plain = words.strip().strip(_MARKS + " ,").lower()
    for _ in range(2):
        plain = _AROUND.sub("", plain, count=1).strip(_MARKS + " ,")
    shorter = _BEHIND.sub("", plain).strip(_MARKS + " ,")
    return shorter if shorter and len(shorter) > 3 else plain


def _named(words: str, standard: str) -> str:
    """The standard's own name where the words hold it (`unpaid work` for `unpaid work orders`), else the words."""
    name = standard.replace("_", " ")
    return name if name in words.replace("-", " ") else words


def _standard(words: str) -> str:
    known = _known()
    return known.get(words) or known.get(words.replace("-", " ")) or known.get(words.replace(" ", "-")) or "other"
