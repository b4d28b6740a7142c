"""What a grade is given to where that stands behind it: after `for`, in a list a count opens, as what `those` are."""

import re
from collections.abc import Sequence
from dataclasses import replace

from transform.ratings import clauses, limits, words
from transform.ratings.areas import Area, area_of, areas
from transform.ratings.pieces import FURTHEST, WORK, leads_in, piece_of_work, run_from
from transform.ratings.reading import WINDOW, Reading
from transform.ratings.scale import Grade, grades
from transform.records import Span

_AND = re.compile(r" and ")
_OPENS_LIST = re.compile(
    r"[:(]| [–—-] |,? (?:including|namely|among(?:st)? (?:them|these|which)|in particular|notably|such as) |, "
)
# What stands behind a list that a comma opened, so that it is one, and not the next clause.
_CLOSES_LIST = re.compile(
    r"[’”]?(?: (?:work|services|provision))?(?:,? (?:among|amongst) (?:them|these))?(?:[.;:)–—]|$)"
)
# `‘Good’ in all respects bar one: planning` gives planning something else.
_BUT_ONE = re.compile(r"\b(?:bar|but|except(?: for)?|apart from|other than|save) (?:[\w-]{1,12} ?){1,2}$")
_TURN_OUT = re.compile(r",? (?:was|were|is|are) (?:also )?(?:just |only |all |both )?", re.IGNORECASE)
# `‘Good’ at supporting people`: what is done well, in words of its own.
_DOING = re.compile(
    r"[a-z]{3,14}ing (?:(?!(?:and|but|while|although|when|with|at|after|since) )[a-z’-]{1,16} ?){1,6}(?<! )"
)
_ENDS_PHRASE = re.compile(r"[’”]?(?: (?:work|services|provision))?(?:[.,;:)]| [–—(]|$)")
_ENDS = re.compile(r"[,.;]|$")


def also_judged(reading: Reading, end: int) -> Sequence[Area]:
    """`…, as was planning`, `… So was the quality of planning.`: areas that share the grade just given."""
    lead = words.AS_WAS.match(reading.text[end : end + 60])
    if not lead:
        return ()
    begin = end + lead.end()
    known = [
        area
        for area in areas(reading.text, begin, begin + FURTHEST)
        if not area.is_weak or _ENDS.match(reading.text, area.span.end_char)
    ]
    return run_from(reading.text, known) if known and leads_in(reading.text, begin, known[0].span.start_char) else ()


def after_for(reading: Reading, grade: Grade, *, given: bool = False) -> Sequence[Area]:
    """`‘Good’ for leadership, staffing and the work with victims`: the areas that follow; `given … to` them too."""
    text = reading.text
    ahead = reading.right(grade.span.end_char)[:80]
    lead = words.WENT_TO.match(ahead) or words.FOR.match(ahead) or (words.GIVEN_TO.match(ahead) if given else None)
    if not lead or words.SOMEWHERE.match(ahead):
        return ()
    begin = grade.span.end_char + lead.end()
    limit = min(reading.span.end_char, begin + WINDOW)
    limit = reading.clause_end(begin, limit)
    further = grades(text, begin, limit)
    limit = further[0].span.start_char if further else limit
    known = reading.areas_between(begin, limit)
    if known and leads_in(text, begin, known[0].span.start_char):
        listed = run_from(text, known)
        if len(listed) > 1 and further and clauses.SINGULAR_VERB.match(text, listed[-1].span.end_char):
            listed = listed[:-1]  # `‘Good’ for leadership and staffing was ‘Outstanding’`: a clause of its own
        return [replace(area, is_weak=False) for area in listed]
    work = WORK.search(text, begin, min(limit, begin + 40))
    if work and leads_in(text, begin, work.start()) and not limits.TALLY.search(text[begin:limit]):
        return (area_of(text, piece_of_work(text, work.start(), min(limit, begin + FURTHEST))),)
    doing = _DOING.match(text, begin, min(limit, begin + FURTHEST))
    if doing and grade.is_marked:
        return (area_of(text, Span(start_char=doing.start(), end_char=doing.end())),)
    return ()


def work_named_after(reading: Reading, end: int) -> Sequence[Area]:
    """`the ‘Outstanding’ work on court disposals`: the piece of work whose attribute the grade is."""
    limit = min(reading.span.end_char, end + FURTHEST)
    work = WORK.match(reading.text, end + 1, limit)
    known = reading.areas_between(work.start(), limit) if work else ()
    if not work or not known or known[0].span.start_char - work.end() > 6:
        return ()
    return known[:1]


def named_after_count(reading: Reading, grade: Grade) -> Sequence[Area]:
    """`‘Good’ in three areas: leadership, staffing and planning`: a count that goes on to name them."""
    text = reading.text
    limit = min(reading.span.end_char, grade.span.end_char + FURTHEST)
    further = grades(text, grade.span.end_char, limit)
    limit = further[0].span.start_char if further else limit
    for mark in _OPENS_LIST.finditer(text, grade.span.end_char, limit):
        if _AND.search(text, grade.span.end_char, mark.start()):
            return ()  # `‘Good’ in two and ‘Inadequate’ in one – planning`
        if _BUT_ONE.search(text, grade.span.end_char, mark.start()):
            return ()
        known = reading.areas_between(mark.end(), mark.end() + WINDOW)
        listed = run_from(text, known) if known and leads_in(text, mark.end(), known[0].span.start_char) else ()
        if listed and (mark[0] != ", " or _CLOSES_LIST.match(text, listed[-1].span.end_char)):
            return listed
    return ()


def follow_copula(reading: Reading, grade: Grade) -> Sequence[Area]:
    """`The two rated ‘Good’ were leadership and staffing`: the areas that a count or `those` turn out to be."""
    text = reading.text
    lead = _TURN_OUT.match(text, grade.span.end_char, reading.span.end_char)
    known = reading.areas_between(lead.end(), lead.end() + WINDOW) if lead else ()
    if not lead or not known or not leads_in(text, lead.end(), known[0].span.start_char):
        return ()
    listed = run_from(text, known)
    return listed if _ENDS_PHRASE.match(text, listed[-1].span.end_char) else ()
