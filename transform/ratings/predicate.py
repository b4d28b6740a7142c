"""How a grade is said: the verb or noun that gives it, where that begins, and whether it grades or tells a finding."""

import re
from dataclasses import dataclass

from transform.ratings import limits, words
from transform.ratings.reading import Reading
from transform.ratings.scale import Grade
from transform.records import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicate:
    """`start` is where it begins (the grade itself where nothing says it), `formal` whether it gives a grade.

    `whom` are the words between an active verb and the grade (`rated the service ‘Good’`), empty otherwise;
    `receiver` are those between a verb of giving and what is given (`gave planning a rating of`).
    """

    start: int
    whom: str
    formal: bool
    is_said: bool
    is_noun: bool
    is_given: bool
    is_move: bool
    receiver: Span | None


def predicate_of(reading: Reading, grade: Grade, right: str) -> Predicate:
    """The predicate that ends at this grade; `right` are the words after it."""
    at = start = grade.span.start_char
    rated = reading.ending(words.RATED, start)
    noun = reading.ending(words.RATING_OF, start, reach=170)
    moved = reading.ending(words.MOVED, start)
    active = None if rated or noun else reading.ending(words.ACTIVE, start)
    copula, to_be = reading.ending(words.COPULA, start), reading.ending(words.TO_BE, start, reach=60)
    noun_after = words.NOUN_AFTER.match(right)
    done = reading.ending(words.DONE_TO, start) if grade.is_formal and words.STANDARD_AFTER.match(right) else None
    for cue in (rated, moved, noun, active, copula, to_be, done):
        if cue:
            at = reading.auxiliary_before(cue.start()) if cue is moved else cue.start()
            break
    else:
        at = reading.adverbs_before(start) if grade.is_verb else start
    given = None
    if noun or noun_after or (grade.is_formal and not (rated or copula)):
        given = reading.ending(words.GIVEN, at, reach=140)
    if given and (noun or noun_after or len(given["whom"]) < 30):
        at = reading.auxiliary_before(given.start())
    gives = (
        bool(rated and words.IS_GRADING.fullmatch(rated["verb"]))
        or bool(noun_after and given)
        or words.GLOSS.match(right) is not None
    )
    return Predicate(
        start=at,
        whom=active["whom"] if active else "",
        formal=grade.is_formal or gives or any(cue is not None for cue in (active, noun, moved)),
        is_said=grade.is_verb
        or any(cue is not None for cue in (rated, active, noun, moved, copula, given, done))
        or _is_told(reading, to_be),
        is_noun=bool(noun or noun_after),
        is_given=bool(given or moved or (rated and rated["verb"].lower() == "awarded")),
        is_move=moved is not None,
        receiver=_receiver(reading, noun.start() if noun else start) if noun or noun_after or grade.is_formal else None,
    )


def _receiver(reading: Reading, end: int) -> Span | None:
    gave = reading.ending(words.GAVE, end, reach=170)
    return Span(start_char=gave.start("whom"), end_char=gave.end("whom")) if gave else None


def _is_told(reading: Reading, to_be: re.Match[str] | None) -> bool:
    """`to be` says nothing unless a verb of judging stands before it."""
    return (
        to_be is not None
        and words.JUDGING.search(reading.text, reading.begin(to_be.start()), to_be.start()) is not None
    )


def predicate_start(reading: Reading, start: int) -> int:
    """Where the predicate begins that ends right before `start`; `start` itself where there is none."""
    for pattern in (words.RATED, words.MOVED, words.RATING_OF, words.COPULA, words.TO_BE):
        cue = reading.ending(pattern, start, reach=170)
        if cue:
            if pattern is words.MOVED:
                return reading.auxiliary_before(cue.start())
            given = reading.ending(words.GIVEN, cue.start(), reach=140) if pattern is words.RATING_OF else None
            return reading.auxiliary_before(given.start()) if given else cue.start()
    given = reading.ending(words.GIVEN, start, reach=140)
    return reading.auxiliary_before(given.start()) if given else start


def is_no_judgement(reading: Reading, grade: Grade, right: str, predicate: Predicate) -> bool:
    """Whether the words deny it, only wish it, praise, or tell a share of cases."""
    start = grade.span.start_char
    copula = reading.ending(words.COPULA, start)
    if copula and copula["modal"] and not reading.ending(words.RATED, start):
        return True
    rated = reading.ending(words.RATED, start)
    if rated and reading.ending(words.MODAL, rated.start(), reach=30):
        return True  # `will be rated ‘Inadequate’ if …`: the rule, or what is to come
    if grade.is_marked and reading.ending(limits.COUNTED, start, reach=20) and not words.WERE_FOR.match(right):
        return True  # `three ‘Outstanding’ and one ‘Good’`
    if limits.OF_THEM.match(right) or limits.IS_ON_THE_SCALE.match(right):
        return True
    if reading.ending(limits.OTHER_THAN, start, reach=30):
        return True
    begin = reading.clause(start)
    if limits.UNREAL.search(reading.text, begin, start) or limits.OF_NOTHING.match(reading.text, begin, start):
        return True
    if reading.ending(limits.DENIED, start, reach=90):
        return True
    if copula and copula["be"].lower().startswith("remain") and grade.rating == "Outstanding" and not grade.is_formal:
        return True  # what remains outstanding has not been done
    if grade.rating == "Outstanding" and not grade.is_formal and limits.NOT_DONE.search(reading.text, begin, start):
        return True
    if not grade.is_marked and reading.ending(limits.NOT_BEFORE, start, reach=40):
        return True
    if grade.is_formal:
        return False
    if limits.SHARE_AFTER.match(right):
        return True
    closes = limits.ENDS_CLAUSE.match(right) is not None
    return not (closes or (predicate.formal and words.NOUN_AFTER.match(right)))
