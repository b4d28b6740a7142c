"""Which body a judgement is on: the one its sentence names, the one a short form points back to, or the one inspected."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from transform.organisations import Body, Naming
from transform.ratings.statement import Statement

_ALL = re.compile(
    r"\b(?:both|each|all (?:of (?:the|these) )?(?:two|three|four|five|six)|these (?:two|three|four)|the (?:two|three|trio|pair)|trio)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The bodies a release names and which of them were inspected."""

    text: str
    bodies: tuple[Body, ...]
    inspected: tuple[Body, ...]
    namings: tuple[Naming, ...]


def judged_bodies(context: Context, statement: Statement) -> tuple[str, ...]:
    """Names of the bodies the statement judges; none where that cannot be told."""
    named = [naming for naming in statement.named if naming.place and not naming.is_plural]
    if named:
        return tuple(dict.fromkeys(body.name for naming in named for body in _bodies_of(context, naming)))
    for naming in statement.named:
        pointed = _pointed_back(context, naming)
        if pointed:
            return (pointed.name,)
    if statement.named and not any(naming.organisation_type in _kinds(context) for naming in statement.named):
        return ()
    if len(context.inspected) == 1:
        return (context.inspected[0].name,)
    if not context.inspected:
        return _only_body(context)
    sentence = context.text[
        max(
            context.text.rfind("\n", 0, statement.span.start_char), statement.span.start_char - 120
        ) : statement.span.end_char
    ]
    if _ALL.search(sentence.rsplit(". ", 1)[-1]):
        return tuple(body.name for body in context.inspected)
    latest = _latest(context.inspected, context, statement.span.start_char)
    return (latest.name,) if latest else ()


def _kinds(context: Context) -> frozenset[str]:
    return frozenset(body.organisation_type for body in context.inspected) | {
        "probation_region",
        "thematic",
        "national",
    }


def _bodies_of(context: Context, naming: Naming) -> Sequence[Body]:
    return [body for body in context.bodies if naming in body.namings]


def _pointed_back(context: Context, naming: Naming) -> Body | None:
    """`the CRC`: the one inspected body of that kind, or the one of that kind named last."""
    same = [body for body in context.inspected if body.organisation_type == naming.organisation_type]
    if len(same) == 1:
        return same[0]
    return _latest(same, context, naming.span.start_char)


def _only_body(context: Context) -> tuple[str, ...]:
    return (context.bodies[0].name,) if len(context.bodies) == 1 else ()


def _latest(bodies: Sequence[Body], context: Context, before: int) -> Body | None:
    """The body named last before a place in the text, short forms that can only mean one of them included."""
    best: tuple[int, Body] | None = None
    for body in bodies:
        for naming in body.namings:
            if naming.span.start_char < before and (best is None or naming.span.start_char > best[0]):
                best = (naming.span.start_char, body)
        # `At Saltmarsh, …`: the place alone stands for its service where several were inspected.
        at = context.text.rfind(body.namings[0].place_words, 0, before) if body.namings[0].place_words else -1
        if at > (best[0] if best else -1):
            best = (at, body)
    for naming in context.namings:
        if naming.place or naming.is_plural or naming.span.start_char >= before:
            continue
        same = [body for body in bodies if body.organisation_type == naming.organisation_type]
        if len(same) == 1 and len(bodies) > 1 and (best is None or naming.span.start_char > best[0]):
            best = (naming.span.start_char, same[0])
    return best[1] if best else None
