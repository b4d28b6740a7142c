"""Whether words tell an earlier judgement: by the tense and the times around the grade."""

import re

from transform.ratings.words import MONTH_OR_SEASON, NUMBER_WORD
from transform.records import Span

_INSPECTED = (
    r"(?:last|previous|earlier|prior|first|initial) (?:full |joint |core )?"
    r"(?:inspections?|inspected|rating|visit|report|judgement)"
)
_BEFORE = re.compile(
    r"\b(?:since being|after being|once (?=$)|previous(?:ly)?(?! known| called)|formerly(?! known| called)|originally"
    r"|initially|up from|down from"
    r"|had (?:previously )?been (?:rated|graded|judged|given)|had received"
    r"|an? (?:improvement|increase|rise|drop|decline|fall) (?:on|from)|last (?:rated|inspected|inspection|visited"
    r"|visit|time|report|judged|year)"
    rf"|{_INSPECTED}|compared (?:to|with)|at that time|at the time|then rated|back in|improv\w+ on"
    rf"|(?:{NUMBER_WORD}) years (?:ago|earlier|before)|in (?:(?:{MONTH_OR_SEASON}) )?20[0-2][0-9],? (?:it|they|the"
    r"|when|we|inspectors|and|was))\b",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"^[’”]? (?:rating|grade|judgement) (?:of|from) 20[0-2][0-9]\b|^[’”]?[^.;–—’]{0,60}?\b(?:(?:at|in|during"
    r"|following|from|after) (?:its|the|their|our|a|an|that) (?:last|previous|earlier|prior|first|initial)"
    r" (?:full |joint |core )?(?:inspection|visit|review|report|rating|judgement|time)"
    r"|when (?:it |they |we |inspectors |the (?:\w+ ){1,3})?(?:was |were )?(?:last|previously|first)? ?(?:inspected"
    r"|visited)|previously"
    rf"|(?:in|back in|at|during) (?:(?:{MONTH_OR_SEASON}) )?20[0-2][0-9]|(?:{NUMBER_WORD}) years (?:ago|earlier"
    r"|before)|last (?:time|year))\b",
    re.IGNORECASE,
)
# `following an inspection in May 2019`: the one the release reports, told with its month.
_THIS_ONE = re.compile(
    r"[’”]?(?: (?:rating|grade|judgement))?(?: overall)?,? (?:following|after) an? "
    rf"(?:(?:routine|new|full|recent|joint) )?inspection (?:[\w’-]+ ){{0,8}}?"
    rf"(?:in|during|between|from) (?:(?:early|mid|late)[ -])?(?:{MONTH_OR_SEASON})\b",
    re.IGNORECASE,
)
# A time at the head of a sentence holds for all it goes on to tell.
_HEAD = re.compile(
    rf"\W{{0,3}}(?:(?:and|but) )?(?:(?:in|at|after|during|following) (?:(?:its|the|their|our|that) )?"
    r"(?:(?:last|previous|earlier|prior|first|initial)(?: (?:full |joint |core )?"
    r"(?:inspection|visit|report|judgement))?)(?=[ ,])|(?:in|back in) 20[0-2][0-9],"
    rf"|(?:{NUMBER_WORD}) years (?:ago|earlier|before)\b|when (?:it was |we |inspectors )?last (?:inspected|visited)"
    r"|(?:previously|formerly|back then|last time|on that occasion)\b)",
    re.IGNORECASE,
)
_NOW = re.compile(
    r"\b(?:now|today|this (?:time|inspection|year)|latest|current(?:ly)?|new"
    r"|since (?:its|the(?! (?:re-?)?unification| merger| reforms?| restructur| creation)|their|our|then|that|we|last)"
    r"|(?:improved|raised|moved|fallen|dropped|up|down) to|remains?|remained|retained|again|unlike)\b",
    re.IGNORECASE,
)
_NOW_AT_ALL = re.compile(
    r"\b(?:now|today|this (?:time|inspection|year)|latest|current(?:ly)?|has|have|is|are|since|remains?|to)\b",
    re.IGNORECASE,
)
_CUT = re.compile(r"; | [–—] |, (?:but|while|whilst|and (?:is|has|was now|now))\b|\bbut\b|[’”] (?:and|in|when|at) ")
_REACH = 170


def is_previous(text: str, sentence: Span, grade: Span) -> bool:
    """Whether the sentence tells the grade at `grade` as one given before the inspection it reports."""
    left = text[max(sentence.start_char, grade.start_char - _REACH) : grade.start_char]
    cuts = list(_CUT.finditer(left))
    clause = left[cuts[-1].end() :] if cuts else left
    if _NOW.search(clause):
        return False
    if _BEFORE.search(clause):
        return True
    if _HEAD.match(text, sentence.start_char, grade.start_char):
        return _NOW_AT_ALL.search(text, sentence.start_char, grade.end_char) is None
    if _THIS_ONE.match(text, grade.end_char, sentence.end_char):
        return False
    right = text[grade.end_char : min(sentence.end_char, grade.end_char + 90)]
    return _AFTER.search(right) is not None
