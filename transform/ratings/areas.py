"""Areas of work a release names, and the standard each belongs to.  Says nothing about how they were judged."""

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

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


_MARKS = "‘’“”'\""
# What stands around an area without belonging to it.
_AROUND = re.compile(
    r"^(?:the |its |their |our |his |her |this |all |overall |general ){0,8}(?:quality of |standards? of )?(?:the |its "
    r"|their )?"
    r"(?:(?:initial )?work (?:in relation to|relating to|to|with|on|around|in|for|by|undertaken to|done to"
    r"|delivered for|delivered to) |to (?=assess|plan|implement|review))?(?:the |its |their )?",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"(?: services?| provision| work| practice| elements?| standards?| arrangements)$", re.IGNORECASE)


@cache
def _known() -> dict[str, str]:
    return {words: standard["name"] for standard in load("standards")["standard"] for words in standard["words"]}


@cache
def _weak() -> frozenset[str]:
    return frozenset(load("standards")["weak"])


@cache
def _by_first_word() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Phrases of the vocabulary as words, under their first word, longest first."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for phrase in {words.replace("-", " ").replace(",", " ,") for words in _known()}:
        pieces = tuple(phrase.split())
        table.setdefault(pieces[0], []).append(pieces)
    return {first: tuple(sorted(phrases, key=len, reverse=True)) for first, phrases in table.items()}


_HEADED = re.compile(r" (?:in|for|of|on|across) (?:[\w-]{1,40} ){0,2}")
_OF_A_NAME = (" Partnership", " Limited", " Ltd")
_PIECE = re.compile(r"\w{1,40}|,")


def areas(text: str, start_char: int, end_char: int) -> tuple[Area, ...]:
    """Areas of the vocabulary in this range, in text order; the longest phrase wins."""
    pieces = [(piece[0].lower(), piece.start(), piece.end()) for piece in _PIECE.finditer(text, start_char, end_char)]
    table = _by_first_word()
    found: list[Area] = []
    at = 0
    while at < len(pieces):
        phrases = table.get(pieces[at][0])
        length = _longest(text, pieces, at, phrases) if phrases else 0
        if not length:
            at += 1
            continue
        span = Span(start_char=pieces[at][1], end_char=pieces[at + length - 1][2])
        if text[span.start_char].isupper() and text.startswith(_OF_A_NAME, span.end_char):
            at += length  # `the Reducing Reoffending Partnership` owns companies
            continue
        words = span.of(text).lower()
        standard = _standard(words)
        found.append(Area(words=_named(words, standard), standard=standard, span=span, is_weak=words in _weak()))
        at += length
    return tuple(found)


def _longest(text: str, pieces: list[tuple[str, int, int]], at: int, phrases: tuple[tuple[str, ...], ...]) -> int:
    """How many pieces from `at` on are a phrase of the vocabulary; words are joined by a space or a hyphen."""
    if text[pieces[at][1] - 1 : pieces[at][1]] == "-":
        return 0
    for phrase in phrases:
        part = pieces[at : at + len(phrase)]
        if tuple(piece[0] for piece in part) != phrase:
            continue
        gaps = [text[left[2] : right[1]] for left, right in pairwise(part)]
        if all(gap in (" ", "-", "") for gap in gaps) and text[part[-1][2] : part[-1][2] + 1] != "-":
            return len(phrase)
    return 0


def area_of(text: str, span: Span) -> Area:
    """The area a noun phrase names: a standard of the list where its words hold one, else its own words."""
    known = [area for area in areas(text, span.start_char, span.end_char) if area.standard != "other"]
    strong = [area for area in known if not area.is_weak] or [area for area in known if area.span == span]
    if len(strong) > 1 and _HEADED.fullmatch(text[strong[0].span.end_char : strong[1].span.start_char]):
        # `planning in court cases` is planning
        return Area(words=_named(strong[0].words, strong[0].standard), standard=strong[0].standard, span=span)
    if strong:
        chosen = max(strong, key=lambda area: (area.span.end_char - area.span.start_char, -area.span.start_char))
        return Area(words=_named(chosen.words, chosen.standard), standard=chosen.standard, span=span)
    named = bare_area(span.of(text))
    head = _VERB_HEAD.match(named)
    if _LEAVING.search(named):
        return Area(words=named, standard="through_the_gate", span=span)
    return Area(words=named, standard=_OF_VERB[head[1]] if head else "other", span=span)


# `support to individuals leaving prison`: what the standard calls Through the Gate.
_LEAVING = re.compile(r"\b(?:people|individuals|men|women|prisoners|those|offenders) leaving (?:prison|custody)$")
# `work to assess people’s circumstances`: the verb names the standard where no other word does.
_VERB_HEAD = re.compile(r"(assess|plan|implement|review)\b(?! and )")
_OF_VERB = {
    "assess": "assessment",
    "plan": "planning",
    "implement": "implementation_and_delivery",
    "review": "reviewing",
}


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


@cache
def _plain() -> dict[str, str]:
    return {words.replace("-", " "): standard for words, standard in _known().items()}


def _standard(words: str) -> str:
    return _plain().get(words.replace("-", " "), "other")
