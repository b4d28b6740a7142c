"""Overall scores: points out of the programme's maximum, in digits or words."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extract.records import Release
from transform.organisations import Body
from transform.ratings.earlier import is_previous
from transform.ratings.era import told_on
from transform.records import Span
from transform.vocabulary import load

_LISTS = load("quantity_words")["scores"]
_UNITS: dict[str, int] = load("number_words")["units"]
_TENS: dict[str, int] = load("number_words")["tens"]
# No overall score has more than two digits; `no points` is none.
_VALUE = (
    _UNITS
    | _TENS
    | {f"{ten}-{one}": _TENS[ten] + _UNITS[one] for ten in _TENS for one in _UNITS if 0 < _UNITS[one] < 10}
    | {"no": 0}
)
_NUMBER = "(?:[0-9]{1,2}|" + "|".join(sorted(_VALUE, key=len, reverse=True)) + ")"
_OF = re.compile(
    r" (?:out of|from)(?= )| out(?= a possible)|(?<=[0-9])/(?=[0-9])| of a (?=possible|total|maximum|potential)"
)
_BEFORE = re.compile(
    rf"(?<![\w.,£])(?P<score>{_NUMBER})(?P<unit> (?:inspection )?(?:points?|marks?))?(?: (?:overall|in total))?,?$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?P<possible> ?(?:an? |the )?(?:(?:possible|total|maximum|potential|available|overall)(?: (?:score|total"
    rf"|points|of|possible)){{0,3}} )?)(?P<max>{_NUMBER})"
    r"(?P<after>(?: possible| available)?(?: inspection)?(?: points?| marks?)?)(?![\w%])",
    re.IGNORECASE,
)
_JUST_POINTS = re.compile(
    r"\bscor(?:ed|ing|es) (?:(?:just|only|a total of|an overall|a"
    rf"|a mere) ){{0,2}}(?P<score>{_NUMBER}) (?:inspection )?points?\b(?! out of)",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r" (?:and|overall|for|points|in|with|after|across|but|–|following|when|on|at|by)\b")
_SEVERAL = re.compile(r"\b(?:both|each|all)\b", re.IGNORECASE)
_WORDS_OF_A_SCORE = ("point", "scor", "mark", "/2", "/3", " out of ")
# `received 15 out of 36`
_RECEIVED = re.compile(rf"\b(?:{'|'.join(_LISTS['receiving'])}) (?:just |only |a )?$", re.IGNORECASE)
_ALONE = re.compile(
    r"(?:,? (?:PDU|CRC|YJS|YOS|YOT))? (?:(?:just|only|a mere|got|received|had|was given|scored) ){0,3}"
    rf"(?P<score>{_NUMBER})(?: points?)?(?=[,.;]| and\b|$)",
    re.IGNORECASE,
)
_AFTER_POINTS = frozenset({"point", "points", "mark", "marks", "overall", "total"})
# `scored 7 and 12 out of 21 respectively`, `scored 24, 15 and 33 out of 36 respectively`
_RESPECTIVELY = re.compile(
    rf"\bscor(?:ed|ing) (?P<scores>{_NUMBER}(?:, {_NUMBER}){{0,8}},? and {_NUMBER}) (?:points )?(?:out of|from) "
    rf"(?:a (?:possible|total) )?(?P<max>{_NUMBER})(?: points)?,? respectively",
    re.IGNORECASE,
)
_PARTED = re.compile(r",? and |, ")
# `, scoring eight`: points of a highest score that is told elsewhere.
_NO_POINTS = re.compile(
    rf"\bscor(?:ed|ing) (?:(?:just|only) )?(?P<score>{_NUMBER})(?= overall|[,.;](?! ?[0-9])| (?:and|but|while)\b)",
    re.IGNORECASE,
)
_MOST_PLACES = 12
_MOST_BESIDE = 40
_LONGEST_SENTENCE = 2000
_SENTENCE_ENDS = ("\n", ". ", ".” ")
_LEAST_MAXIMUM = 12
_MAXIMA = frozenset(_LISTS["maxima"])


class _Score(NamedTuple):
    start: int
    end: int
    points: int
    most: int


def scores(release: Release, known: Sequence[Body], reported: Sequence[Body]) -> dict[str, tuple[int, int | None]]:
    """Points and their maximum by name of the body inspected; the maximum may be told with another body's score.

    What the release tells of an earlier inspection is no score of this one.
    """
    text = release.text
    found: dict[str, tuple[int, int | None]] = {}
    if not any(word in text for word in _WORDS_OF_A_SCORE):
        return found
    told = [score for score in _scores(text) if not _is_earlier(release, score.start, score.end)]
    if not told and "scor" not in text:
        return found
    places = _places(text, known, reported)
    for score in told:
        for name in _whose(text, score.start, places, reported):
            found.setdefault(name, (score.points, score.most))
        for name, points in _beside(text, score.end, places):
            found.setdefault(name, (points, score.most))
    for match in _RESPECTIVELY.finditer(text) if len(reported) > 1 else ():
        several = [_number(words) for words in _PARTED.split(match["scores"])]
        if len(several) == len(reported) and not _is_earlier(release, match.start(), match.end()):
            names = _in_order(text, match.start(), places, reported)
            found |= {name: (own, _number(match["max"])) for name, own in zip(names, several, strict=True)}
    most = told[0].most if told else None
    for pattern in (_JUST_POINTS, _NO_POINTS) if "scor" in text else ():
        for match in pattern.finditer(text) if pattern is _JUST_POINTS or most is not None else ():
            alone = _number(match["score"])
            if (most is not None and alone > most) or _is_earlier(release, match.start(), match.end()):
                continue
            for name in _whose(text, match.start(), places, reported):
                found.setdefault(name, (alone, most))
    return {body.name: found[body.name] for body in reported if body.name in found}


def _places(text: str, known: Sequence[Body], reported: Sequence[Body]) -> list[tuple[int, int, str]]:
    """Where bodies are told of, first to last: by name, and those inspected by their place alone too."""
    told = {
        naming.span.start_char: (naming.span.end_char, body.name)
        for body in (*known, *reported)
        for naming in body.namings
    }
    for body in reported[:_MOST_PLACES] if len(reported) > 1 else ():
        place = body.namings[0].place_words
        for match in re.finditer(re.escape(place), text) if place else ():
            told.setdefault(match.start(), (match.end(), body.name))
    return sorted((start, end, name) for start, (end, name) in told.items())


def _sentence(text: str, at: int) -> Span:
    """The sentence around a place; of one longer than any is, the part around it."""
    low, high = max(0, at - _LONGEST_SENTENCE), min(len(text), at + _LONGEST_SENTENCE)
    start = max(low - 1, *(text.rfind(mark, low, at) for mark in _SENTENCE_ENDS)) + 1
    ends = [end for end in (text.find(mark, at, high) for mark in _SENTENCE_ENDS) if end >= 0]
    return Span(start_char=start, end_char=min(ends, default=high))


def _is_earlier(release: Release, start: int, end: int) -> bool:
    span = Span(start_char=start, end_char=end)
    return is_previous(release.text, _sentence(release.text, start), span, told_on(release))


def _beside(text: str, start: int, places: Sequence[tuple[int, int, str]]) -> Iterator[tuple[str, int]]:
    """`Aldwick scored 17 out of 27, Burford eight and Culham just one`: the scores that lean on the first."""
    limit = _sentence(text, start).end_char
    first = bisect_left(places, (start, 0, ""))
    for at in range(first, min(len(places), first + _MOST_BESIDE)):
        begin, end, name = places[at]
        if begin >= limit:
            return
        alone = _ALONE.match(text, end, limit)
        if alone:
            yield name, _number(alone["score"])


def _scores(text: str) -> Iterator[_Score]:
    for middle in _OF.finditer(text):
        if not _may_end_score(text[max(0, middle.start() - 16) : middle.start()]):
            continue
        before = _BEFORE.search(text, max(0, middle.start() - 60), middle.start())
        after = _AFTER.match(text, middle.end(), min(len(text), middle.end() + 80))
        if not before or not after:
            continue
        points, most = _number(before["score"]), _number(after["max"])
        if points <= most and most >= _LEAST_MAXIMUM and _is_score(text, middle, before, after):
            yield _Score(before.start(), after.end(), points, most)


def _may_end_score(words: str) -> bool:
    """Whether the last word can belong to a number of points: most of what stands before a `from` cannot."""
    last = re.split(r"[ -]", words.rstrip(",").lower())[-1]
    return last[-1:].isdigit() or last in _VALUE or last in _AFTER_POINTS


def _is_score(text: str, middle: re.Match[str], before: re.Match[str], after: re.Match[str]) -> bool:
    """Whether points are meant, and not `17 out of the 60 cases` or `8 out of 9 standards`."""
    if middle[0] == "/":
        return _number(after["max"]) in _MAXIMA
    unit = f"{before['unit'] or ''}{after['possible']}{after['after']}".lower()
    if any(word in unit for word in ("point", "mark", "score", "possible")):
        return True
    next_words = text[after.end() : after.end() + 25]
    if next_words[:2].strip().isalpha() and not _GOES_ON.match(next_words):
        return False
    sentence = text[max(0, before.start() - 60) : before.start()].rsplit(". ", 1)[-1]
    is_highest = _number(after["max"]) in _MAXIMA
    return "scor" in sentence.lower() or (is_highest and ("total" in unit or _RECEIVED.search(sentence) is not None))


def _whose(text: str, at: int, places: Sequence[tuple[int, int, str]], reported: Sequence[Body]) -> list[str]:
    """The bodies of the sentence before the score, else the one inspected, else the one named last."""
    start = _sentence(text, at).start_char
    before = places[: bisect_left(places, (at, 0, ""))]
    inside = [name for begin, _, name in before[-_MOST_PLACES:] if begin >= start]
    if inside:
        return list(dict.fromkeys(inside)) if _SEVERAL.search(text, start, at) else [inside[-1]]
    if len(reported) == 1 or _SEVERAL.search(text, start, at):
        return [body.name for body in reported]
    names = {body.name for body in reported}
    return next(([name] for _, _, name in reversed(before) if name in names), [])


def _in_order(text: str, at: int, places: Sequence[tuple[int, int, str]], reported: Sequence[Body]) -> list[str]:
    """The bodies inspected in the order the sentence names them, else in that of the release."""
    start = _sentence(text, at).start_char
    inside = list(dict.fromkeys(name for begin, _, name in places if start <= begin < at))
    names = [body.name for body in reported]
    return inside if sorted(inside) == sorted(names) else names


def _number(words: str) -> int:
    return int(words) if words.isdigit() else _VALUE[words.lower()]
