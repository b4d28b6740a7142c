"""Which body a judgement is on: the one named, the one a short form points back to, or the one inspected."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from transform.organisations import Body, Naming
from transform.organisations.bodies import owners_of
from transform.ratings.statement import Statement
from transform.records import Span

_NUMBERS = r"(?:two|three|four|five|six|seven)"
# `each`, `both`: everything inspected, where the service as a whole is judged.
_ALL = re.compile(
    r"(?:(?<=[.?!] )|(?<=\n\n))All (?=were|have)"
    rf"|\b(?:both|each|all (?:of (?:the|these) )?{_NUMBERS}|these {_NUMBERS}|the (?:{_NUMBERS}|trio|pair)|trio)\b",
    re.IGNORECASE,
)
# Where an area is judged the same words may count areas: the services have to be said.
_ALL_SERVICES = re.compile(
    rf"\b(?:both|each|(?:all|these|the) {_NUMBERS})(?: of (?:the|these|them))?(?: [\w-]{{1,20}}){{0,2}} "
    r"(?:services|units?|pdus?|crcs?|teams?|organisations?|providers?|places?|regions?|divisions?|trusts?|companies)\b"
    r"|\bin (?:each|both)\b(?! (?:areas|standards|aspects|domains|cases|kinds|types|strands|sorts|forms|respects))",
    re.IGNORECASE,
)
# `Both received the lowest rating for …`: a subject of its own, and no areas.
_BOTH_GOT = re.compile(
    r"[\s“‘]{0,20}(?:both|each|all (?:two|three|four))(?: of them)? (?:(?:have|has|had|been|was|were|also) ){0,3}"
    r"(?:received|got|given|awarded|scored|rated|judged)\b",
    re.IGNORECASE,
)
_IN_PLACE = re.compile(r" (?:in|at|for) (?:the )?")
_SENTENCE_END = re.compile(r"[.?!](?=[’”]?(?:\s|$))|\n")
_REACH = 160
_MOST_PLACES = 12
_LONGEST_OWNER = 40
_A_NAME = re.compile(r"[A-Z][\w-]{1,24}(?: (?:(?:and|of|on|the) ){0,2}[A-Z][\w-]{1,24}){0,5}")
_LOOK_BACK = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The bodies a release names and which of them were inspected.

    `owners` has the body of each naming by its span, `told` every place that points to an inspected body, in text
    order: its name, its kind where only one of that kind was inspected, its place alone.
    """

    text: str
    bodies: tuple[Body, ...]
    inspected: tuple[Body, ...]
    kinds: frozenset[str]
    owners: Mapping[Span, Sequence[str]]
    told: Sequence[tuple[int, str]]


def context_of(text: str, bodies: Sequence[Body], inspected: Sequence[Body], namings: Sequence[Naming]) -> Context:
    """What is needed to say whose a judgement is, gathered once for a release."""
    told = [(naming.span.start_char, body.name) for body in inspected for naming in body.namings]
    if len(inspected) > 1:
        kinds = Counter(body.organisation_type for body in inspected)
        only = {body.organisation_type: body.name for body in inspected if kinds[body.organisation_type] == 1}
        told += [
            (naming.span.start_char, only[naming.organisation_type])
            for naming in namings
            if not naming.place and not naming.is_plural and naming.organisation_type in only
        ]
        for body in inspected[:_MOST_PLACES]:
            told += _places(text, body)
    return Context(
        text=text,
        bodies=tuple(bodies),
        inspected=tuple(inspected),
        kinds=frozenset(body.organisation_type for body in inspected) | {"probation_region", "thematic", "national"},
        owners=owners_of(bodies),
        told=sorted(told),
    )


def _places(text: str, body: Body) -> list[tuple[int, str]]:
    """`At Saltmarsh, …`: the place alone stands for its service where several were inspected."""
    place = body.namings[0].place_words
    return [(found.start(), body.name) for found in re.finditer(re.escape(place), text)] if place else []


def judged_bodies(context: Context, statement: Statement) -> tuple[str, ...]:
    """Names of the bodies the statement judges; none where that cannot be told."""
    named = [naming for naming in statement.named if naming.place and naming.span in context.owners]
    if named:
        return tuple(dict.fromkeys(name for naming in named for name in context.owners[naming.span]))
    if len(context.inspected) > 1 and (there := _place_after(context, statement)):
        return (there,)
    if len(context.inspected) > 1 and (its := _owner_in_front(context, statement)):
        return (its,)
    if len(context.inspected) > 1 and _is_of_all(context, statement):
        return tuple(body.name for body in context.inspected)
    for naming in statement.named:
        pointed = _pointed_back(context, naming)
        if pointed:
            return (pointed,)
    if statement.named and not any(naming.organisation_type in context.kinds for naming in statement.named):
        kinds = {naming.organisation_type for naming in statement.named}
        same = {body.name for body in context.bodies if body.organisation_type in kinds}
        return (next(iter(same)),) if len(same) == 1 and not context.inspected else ()
    if not context.inspected:
        return _only_body(context)
    if len(context.inspected) == 1 and statement.is_of_several:
        return ()  # `both` are areas named before, and not the one service
    if len(context.inspected) == 1:
        return (context.inspected[0].name,)
    by_its_work = _by_its_work(context, statement)
    if by_its_work:
        return (by_its_work,)
    latest = _latest(context, {body.name for body in context.inspected}, statement.span.start_char)
    return (latest,) if latest else ()


# Which service of a county does what: the courts and victims are the national service's, the rest the company's.
_DONE_BY = {
    "court_work": "nps_division",
    "statutory_victim_work": "nps_division",
    "unpaid_work": "crc",
    "through_the_gate": "crc",
}


def _by_its_work(context: Context, statement: Statement) -> str | None:
    """The one service of a county whose work is judged, where the sentence names neither."""
    if statement.area is None or {body.organisation_type for body in context.inspected} != {"crc", "nps_division"}:
        return None
    kind = _DONE_BY.get(statement.area.standard)
    same = [body.name for body in context.inspected if body.organisation_type == kind]
    return same[0] if len(same) == 1 else None


def _is_of_all(context: Context, statement: Statement) -> bool:
    """Whether the sentence tells it of every service inspected."""
    start, end = statement.span.start_char, statement.span.end_char
    before = [stop.end() for stop in _SENTENCE_END.finditer(context.text, max(0, start - _REACH), start)]
    after = _SENTENCE_END.search(context.text, end, end + _REACH)
    begin, finish = before[-1] if before else max(0, start - _REACH), after.start() if after else end
    got = _BOTH_GOT.match(context.text, begin) if statement.area else None
    if got and statement.area and statement.area.span.start_char > got.end():
        return True
    pattern = _ALL if statement.area is None else _ALL_SERVICES
    return pattern.search(context.text, begin, finish) is not None


def _place_after(context: Context, statement: Statement) -> str | None:
    """`Leadership was ‘Good’ in Northmoor`: the body told of right behind the grade."""
    lead = _IN_PLACE.match(context.text, statement.span.end_char)
    at = bisect_left(context.told, (lead.end(), "")) if lead else len(context.told)
    if not lead or at == len(context.told) or context.told[at][0] != lead.end():
        return None
    return context.told[at][1]


def _owner_in_front(context: Context, statement: Statement) -> str | None:
    """`Both units …, but Castleby’s staffing was ‘Good’`: the body whose the area is said to be."""
    if statement.area is None or statement.area.span.start_char < statement.span.start_char:
        return None  # none, or that of a clause before (`that of the NPS was inadequate`)
    start = statement.area.span.start_char
    if not context.text.endswith(("’s ", "'s "), 0, start):
        return None
    at = bisect_left(context.told, (start, ""))
    if not at or start - context.told[at - 1][0] > _LONGEST_OWNER:
        return None
    begin, name = context.told[at - 1]
    return name if _A_NAME.fullmatch(context.text, begin, start - 3) else None


def _pointed_back(context: Context, naming: Naming) -> str | None:
    """`the CRC`: the one inspected body of that kind, or the one of that kind named last."""
    same = {body.name for body in context.inspected if body.organisation_type == naming.organisation_type}
    if len(same) == 1:
        return next(iter(same))
    return _latest(context, same, naming.span.start_char) if same else None


def _only_body(context: Context) -> tuple[str, ...]:
    return (context.bodies[0].name,) if len(context.bodies) == 1 else ()


def _latest(context: Context, among: Set[str], before: int) -> str | None:
    """The body told of last before a place in the text."""
    at = bisect_left(context.told, (before, ""))
    return next((name for _, name in reversed(context.told[max(0, at - _LOOK_BACK) : at]) if name in among), None)
