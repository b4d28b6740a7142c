"""Overall scores: points out of the programme's maximum, in digits or words."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extract.records import Release
from transform.organisations import Body

_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)
_VALUE = (
    {word: number for number, word in enumerate(_WORDS.split())}
    | {f"twenty-{word}": 20 + number for number, word in enumerate(_WORDS.split()[1:10], start=1)}
    | {f"thirty-{word}": 30 + number for number, word in enumerate(_WORDS.split()[1:10], start=1)}
    | {"no": 0, "nil": 0, "thirty": 30, "forty": 40}
)
_NUMBER = "(?:[0-9]{1,2}|" + "|".join(sorted(_VALUE, key=len, reverse=True)) + ")"
_OF = re.compile(r" (?:out of|from)(?= )|(?<=[0-9])/(?=[0-9])| of a (?=possible|total|maximum|potential)")
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
_WORDS_OF_A_SCORE = ("point", "scor", "mark", "/2", "/3")
_LEAST_MAXIMUM = 12
_MAXIMA = frozenset({21, 24, 27, 30, 33, 36, 39})


class _Score(NamedTuple):
    start: int
    points: int
    most: int


def scores(release: Release, known: Sequence[Body], reported: Sequence[Body]) -> dict[str, tuple[int, int | None]]:
    """Points and their maximum by name of the body inspected; the maximum may be told with another body's score."""
    text = release.text
    found: dict[str, tuple[int, int | None]] = {}
    if not any(word in text for word in _WORDS_OF_A_SCORE):
        return found
    told = list(_scores(text))
    for score in told:
        for name in _whose(text, score.start, known, reported):
            found.setdefault(name, (score.points, score.most))
    if "scor" in text:
        for match in _JUST_POINTS.finditer(text):
            for name in _whose(text, match.start(), known, reported):
                found.setdefault(name, (_number(match["score"]), told[0].most if told else None))
    return {body.name: found[body.name] for body in reported if body.name in found}


def _scores(text: str) -> Iterator[_Score]:
    for middle in _OF.finditer(text):
        before = _BEFORE.search(text, max(0, middle.start() - 60), middle.start())
        after = _AFTER.match(text, middle.end(), min(len(text), middle.end() + 80))
        if not before or not after:
            continue
        points, most = _number(before["score"]), _number(after["max"])
        if points <= most and most >= _LEAST_MAXIMUM and _is_score(text, middle, before, after):
            yield _Score(before.start(), points, most)


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
    return "scor" in sentence.lower() or ("total" in unit and _number(after["max"]) in _MAXIMA)


def _whose(text: str, at: int, known: Sequence[Body], reported: Sequence[Body]) -> list[str]:
    """The bodies of the sentence before the score, else the one inspected, else the one named last."""
    start = max(text.rfind("\n", 0, at), text.rfind(". ", 0, at), text.rfind(".” ", 0, at)) + 1
    inside = sorted(
        (naming.span.start_char, body.name)
        for body in known
        for naming in body.namings
        if start <= naming.span.start_char < at
    )
    if inside:
        return [name for _, name in inside] if _SEVERAL.search(text, start, at) else [inside[-1][1]]
    if len(reported) == 1 or _SEVERAL.search(text, start, at):
        return [body.name for body in reported]
    before = [
        (naming.span.start_char, body.name)
        for body in reported
        for naming in body.namings
        if naming.span.start_char < at
    ]
    return [max(before)[1]] if before else []


def _number(words: str) -> int:
    return int(words) if words.isdigit() else _VALUE[words.lower()]
