"""Whether words tell an earlier judgement: by the tense and the times around the grade."""

import re
from datetime import date

from transform.dates import MONTHS
from transform.ratings.words import MONTH_OR_SEASON, NUMBER_WORD
from transform.records import Span

_INSPECTED = (
    r"(?:last|previous|earlier|prior|first|initial) (?:full |joint |core )?"
    r"(?:inspections?|inspected|rating|visit|report|judgement)"
)
_BEFORE = re.compile(
    r"\b(?:since being|after being|once (?=$)|once (?:been )?(?:rated|judged|graded)|previous(?:ly)?(?! known"
    r"| called)|formerly(?! known| called| the\b| (?-i:[A-Z]))|originally"
    r"|initially|up from|down from"
    r"|had (?:previously )?been (?:rated|graded|judged|given)|had (?:previously |once )?been(?= ?$)|had received"
    r"|an? (?:improvement|increase|rise|drop|decline|fall) (?:on|from)|last (?:rated|inspected|inspection|visited"
    r"|visit|time|report|judged|year)"
    rf"|{_INSPECTED}|compared (?:to|with)|at that time|at the time|then rated|back in|improv\w{{1,40}} on"
    rf"|(?:{NUMBER_WORD}|an?) (?:years?|months?) after (?:it was|they were|being|an?(?= [‘“]?$))"
    rf"|(?:(?:{NUMBER_WORD}) years|a year) (?:ago|earlier|before)"
    rf"|in (?:(?:{MONTH_OR_SEASON}) )?20[0-2][0-9],? (?:it|they|the|when|we|inspectors|and|was)"
    # `since 2020, when it was rated`, `the last time we came, when leadership was`
    rf"|(?:{NUMBER_WORD}|an?) (?:years?|months?) on from"
    r"|, (?:when|at which|in which) (?:it|they|we|inspectors|the (?:[\w-]{1,20} ){1,3}?) ?(?:was|were|had|last"
    r"|gave|rated|judged|received"
    r"|got))\b",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"^[’”]? (?:rating|grade|judgement) (?:was|is|has been|had been) (?:\w{2,12} )?(?:downgraded|upgraded"
    r"|raised|lowered"
    r"|cut|lifted|replaced|changed)\b"
    r"|^[’”]? (?:rating|grade|judgement) (?:of|from) 20[0-2][0-9]\b|^[’”]?[^.;–—’]{0,60}?\b(?:(?:at|in|during"
    r"|following|from|after) (?:its|the|their|our|a|an|that) (?:last|previous|earlier|prior|first|initial)"
    r" (?:full |joint |core )?(?:inspection|visit|review|report|rating|judgement|time)"
    r"|when (?:it |they |we |inspectors |the (?:\w{1,40} ){1,3})?(?:was |were )?(?:(?:last|previously"
    r"|first)? ?(?:inspected"
    r"|visited)|(?:last|first) (?:called|came|went in))|previously"
    rf"|(?:in|back in|at|during) (?:(?:{MONTH_OR_SEASON}) )?20[0-2][0-9]|(?:{NUMBER_WORD}) years (?:ago|earlier"
    r"|before)|last (?:time|year))\b",
    re.IGNORECASE,
)
# `following an inspection in May 2019`: the one the release reports, told with its month.
_THIS_ONE = re.compile(
    r"[’”]?(?: (?:rating|grade|judgement))?(?: overall)?,? (?:following|after|in|at) an? "
    rf"(?:(?:routine|new|full|recent|joint) )?(?:inspection|visit) (?:[\w’-]{{1,40}} ){{0,8}}?"
    rf"(?:in|during|between|from) (?:(?:early|mid|late)[ -])?(?:{MONTH_OR_SEASON})\b",
    re.IGNORECASE,
)
# `has been rated ‘Good’ in its first inspection`: told with the first there is.
_PERFECT = re.compile(r"\b(?:has|have) (?:now |just |also )?(?:been (?:rated|graded|judged|given|awarded)|received)\b")
_FIRST_ONE = re.compile(
    r"[’”]?(?: (?:rating|grade|judgement))?(?: overall)?,? (?:at|in|during|following|from|after)"
    r" its (?:(?:very )?first|initial)\b",
    re.IGNORECASE,
)
# A time at the head of a sentence holds for all it goes on to tell.
_HEAD = re.compile(
    rf"\W{{0,3}}(?:(?:and|but) )?(?:(?:in|at|after|during|following) (?:(?:its|the|their|our|that) )?"
    r"(?:(?:last|previous|earlier|prior|first|initial)(?: (?:full |joint |core )?"
    r"(?:inspection|visit|report|judgement))?)(?=[ ,])|(?:in|back in) 20[0-2][0-9],"
    rf"|(?:{NUMBER_WORD}) years (?:ago|earlier|before)\b|when (?:it was |we |inspectors )?last (?:inspected|visited)"
    rf"|when (?:[\w’]{{1,20}} ){{1,7}}?(?:visited|inspected)(?: (?:it|them|there))? in (?:(?:{MONTH_OR_SEASON}) )?"
    r"20[0-2][0-9],"
    r"|(?:previously|formerly|back then|last time|on that occasion)\b)",
    re.IGNORECASE,
)
_NOW = re.compile(
    r"\b(?:now|today|this (?:time|inspection|year)|latest|current(?:ly)?|new"
    r"|since (?:its|the(?! (?:re-?)?unification| merger| reforms?| restructur| creation)|their|our|then|that|we|last)"
    r"|(?:improved|raised|moved|fallen|dropped|climbed"
    r"|risen|rose|fell|slipped|gone|progressed|up|down) to|remains?|remained|retained|again|unlike)\b",
    re.IGNORECASE,
)
_TOLD_NOW = re.compile(r"\b(?:now|today|this (?:time|year)|since then|on this occasion)\b", re.IGNORECASE)
_NOW_AT_ALL = re.compile(
    r"\b(?:now|today|this (?:time|inspection|year)|latest|current(?:ly)?|has|have|is|are|since|remains?|to)\b",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"; | [–—] |, having (?=been )|, (?:but|while|whilst|and (?:is|has|was now|now))\b|\bbut\b"
    r"|(?:ood|ing|nt|te)[’”] (?:and|in|when|at) "
    r"|(?:ood|ing|nt|te)[’”](?: rating)?, (?=(?:the|it|they|its|this|leaders|managers|staff|[A-Z][\w’-]{1,20}) )"
)
_REACH = 170


# `‘Good’, as in 2018`: told of now, and of then too.
_AS_THEN = re.compile(r",? (?:just )?as (?:it (?:was|did) )?(?:in|at|when|before)\b[^,;.‘“]{0,40}")
# `(in 2018: ‘Good’)`: the time is that of the grade in the brackets.
_ANOTHER_IN_BRACKETS = re.compile(r"[’”]? \([^()‘“\n]{1,40}[‘“]")
# A month or season with its year; a year alone.
_TIME = re.compile(rf"\b(?:(?P<time>{MONTH_OR_SEASON}) )?(?P<year>20[0-2][0-9])\b", re.IGNORECASE)
_A_YEAR = re.compile(r"20[0-2][0-9]")
_MONTHS_BACK = 11
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}


# `said the company had been given`: told in the past only because it is reported.
_REPORTED = re.compile(
    r"\b(?:said|says|announced|confirmed|revealed|reported|found|explained|added"
    r"|told \w{1,40})\b(?: that)? [^.;]{0,100}?"
    r"\b(?P<had>had) (?:now |just |also )?been (?:rated|graded|judged|given|awarded)\b"
)


def is_previous(text: str, sentence: Span, grade: Span, told_on: date | None) -> bool:
    """Whether the sentence tells the grade at `grade` as one given before the inspection the release reports.

    Times of the months before `told_on`, the day of the release, are those of its own inspection.
    """
    begin = max(sentence.start_char, grade.start_char - _REACH)
    left = _without_recent(text[begin : grade.start_char], told_on)
    cuts = list(_CUT.finditer(left))
    clause = left[cuts[-1].end() :] if cuts else left
    if reported := _REPORTED.search(clause):
        clause = f"{clause[: reported.start('had')]}has{clause[reported.end('had') :]}"
    if _NOW.search(clause):
        return False
    if _BEFORE.search(clause):
        return True
    if _HEAD.match(_without_recent(text[sentence.start_char : grade.start_char], told_on)):
        return _NOW_AT_ALL.search(text, sentence.start_char, grade.end_char) is None
    if (this_one := _THIS_ONE.match(text, grade.end_char, sentence.end_char)) and (
        told_on is None or not _A_YEAR.search(_without_recent(text[this_one.start() : this_one.end() + 5], told_on))
    ):
        return False
    if _PERFECT.search(clause) and _FIRST_ONE.match(text, grade.end_char, sentence.end_char):
        return False
    right = _without_recent(text[grade.end_char : min(sentence.end_char, grade.end_char + 90)], told_on)
    right = _AS_THEN.sub("", right)
    if _ANOTHER_IN_BRACKETS.match(right):
        return False
    return _AFTER.search(right) is not None


def is_told_now(text: str, sentence: Span, grade: Span) -> bool:
    """Whether the words before the grade tell it as that of today, after another."""
    left = text[max(sentence.start_char, grade.start_char - _REACH) : grade.start_char]
    return _TOLD_NOW.search(left) is not None


def _without_recent(words: str, told_on: date | None) -> str:
    """The words with times of the last months struck out, one character for one."""
    if told_on is None or "20" not in words:
        return words
    for found in _TIME.finditer(words):
        if _is_recent(found, told_on):
            words = words[: found.start()] + "•" * (found.end() - found.start()) + words[found.end() :]
    return words


def _is_recent(found: re.Match[str], told_on: date) -> bool:
    year, time = int(found["year"]), (found["time"] or "").lower()
    if not time:
        return year == told_on.year
    month = _SEASONS.get(time) or next((at for at, name in enumerate(MONTHS, start=1) if name == time), None)
    if month is None:
        return year == told_on.year
    return 0 <= (told_on.year - year) * 12 + told_on.month - month <= _MONTHS_BACK
