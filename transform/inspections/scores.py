"""Overall scores: points out of the programme's maximum, in digits or words."""

import re
from collections.abc import Sequence

from extract.records import Release
from transform.organisations import Body

_WORDS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]
_VALUE = (
    {word: number for number, word in enumerate(_WORDS)}
    | {"no": 0, "nil": 0, "twenty-one": 21, "twenty-seven": 27, "thirty": 30, "thirty-six": 36}
    | {f"twenty-{word}": 20 + number for number, word in enumerate(_WORDS[1:10], start=1)}
)
_NUMBER = r"(?:\d{1,2}|" + "|".join(sorted(_VALUE, key=len, reverse=True)) + ")"
_SCORE = re.compile(
    rf"(?<![\w.,£])(?P<score>{_NUMBER})(?P<unit> (?:inspection )?(?:points?|marks?))?(?: (?:overall|in total))?,? (?:out of|from|of)"
    rf"(?P<possible> (?:a |the )?(?:(?:possible|total|maximum|potential|available) ?(?:score |total |points |of |score of |possible |possible score of )*)?)(?P<max>{_NUMBER})(?P<after>(?: possible| available)?(?: inspection)?(?: points?| marks?)?)(?![\w%])",
    re.IGNORECASE,
)
_SLASH = re.compile(r"(?<![\w/])(?P<score>\d{1,2})/(?P<max>27|30|36|21|24|33|39)(?![\w/])")
_JUST_POINTS = re.compile(
    rf"\bscor\w+ (?:just |only |a total of |an overall |a )*(?P<score>{_NUMBER}) (?:inspection )?points?\b",
    re.IGNORECASE,
)
_SCORED = re.compile(r"\b(?:scor\w+|points?|overall rating|rated)\b", re.IGNORECASE)


def scores(release: Release, known: Sequence[Body], reported: Sequence[Body]) -> dict[str, tuple[int, int | None]]:
    """Points and their maximum by name of the body inspected; the maximum may be told with another body's score."""
    text = release.text
    found: dict[str, tuple[int, int | None]] = {}
    maximum: int | None = None
    for match in sorted([*_SCORE.finditer(text), *_SLASH.finditer(text)], key=lambda each: each.start()):
        score, most = _number(match["score"]), _number(match["max"])
        if score > most or most < 12 or not _is_score(text, match):
            continue
        maximum = maximum or most
        for name in _scored(text, match, known, reported):
            found.setdefault(name, (score, most))
    for match in _JUST_POINTS.finditer(text):
        for name in _scored(text, match, known, reported):
            found.setdefault(name, (_number(match["score"]), maximum))
    return {name: points for name, points in found.items() if any(body.name == name for body in reported)}


def _is_score(text: str, match: re.Match[str]) -> bool:
    if "unit" not in match.re.groupindex:
        return True
    around = f"{match['unit'] or ''}{match['possible']}{match['after']}".lower()
    if "point" in around or "mark" in around or "score" in around:
        return True
    before = text[max(0, match.start() - 60) : match.start()].rsplit(". ", 1)[-1]
    after = text[match.end() : match.end() + 25]
    if re.match(r" (?:of |the )?[a-z]+", after) and not re.match(
        r" (?:and|overall|for|points|in|with|after|across|but|–|following)\b", after
    ):
        return False
    return re.search(r"\bscor", before, re.IGNORECASE) is not None


def _scored(text: str, match: re.Match[str], known: Sequence[Body], reported: Sequence[Body]) -> list[str]:
    """The bodies whose score it is: those of the sentence before the score, else the one inspected, else the one named last."""
    start = (
        max(text.rfind("\n", 0, match.start()), text.rfind(". ", 0, match.start()), text.rfind(".” ", 0, match.start()))
        + 1
    )
    inside = [
        (naming.span.start_char, body)
        for body in known
        for naming in body.namings
        if start <= naming.span.start_char < match.start()
    ]
    if inside:
        words = text[start : match.start()]
        several = re.search(r"\b(?:both|each|all)\b", words, re.IGNORECASE)
        inside.sort(key=lambda pair: pair[0])
        return [body.name for _, body in inside] if several else [inside[-1][1].name]
    if len(reported) == 1:
        return [reported[0].name]
    before = [
        (naming.span.start_char, body.name)
        for body in reported
        for naming in body.namings
        if naming.span.start_char < match.start()
    ]
    return [max(before)[1]] if before else []


def _number(words: str) -> int:
    return int(words) if words.isdigit() else _VALUE[words.lower()]
