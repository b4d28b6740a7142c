"""Of what a share is a share: `a third of practitioners`, `six out of every 10 services`, `47 per cent of cases`."""

from dataclasses import dataclass

from transform.metrics.contexts import behind_brackets
from transform.quantities import Quantity, Words
from transform.quantities.nouns import STOPS, counted
from transform.quantities.numbers import number
from transform.vocabulary import load

_KINDS = load("subjects")
_ASKING = frozenset(_KINDS.pop("asking"))
_ANSWERING = frozenset(_KINDS.pop("answering"))
_MEETING = frozenset(_KINDS.pop("meeting"))
_READING = frozenset(_KINDS.pop("reading"))
_KIND_OF: dict[str, str] = {noun: kind for kind, nouns in _KINDS.items() for noun in nouns}
KINDS = frozenset(_KINDS) | {"thing", "unsaid"}
POINTING = frozenset({"them", "these", "those", "which", "whom"})
_DETERMINERS = frozenset(
    {
        "the", "all", "its", "their", "our", "his", "her", "relevant", "such", "inspected", "eligible", "selected",
        "case", "young", "adult", "male", "female", "randomly", "total",
    }
)  # fmt: skip
_PREPOSITIONS = frozenset({"of", "among", "amongst", "from"})
_MET_BY = frozenset({"we", "inspectors", "they", "us", "inspector", "team"})
_LOOK = 9
_BREAKS = frozenset(
    {",", ";", ".", ":", "(", ")", "had", "have", "has", "were", "was", "are", "is", "been", "be", "said", "did"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """What a share is taken of or a count counts: its noun, empty where the words name none, and its kind."""

    noun: str
    kind: str


def base_of(words: Words, found: list[Quantity], place: int) -> Base:
    """What the quantity at `place` is a part of, or counts.  `asked` are those who were asked something."""
    quantity = found[place]
    if quantity.unit != "percent":
        kind = _KIND_OF.get(quantity.noun, "thing" if quantity.noun else "unsaid")
        return Base(noun=quantity.noun, kind=_asked(words, quantity.last, kind))
    noun, end = _shared(words, found, place)
    if not noun:
        return Base(noun="", kind="unsaid")
    if noun == "those" and words.at(end) in _MET_BY and words.at(end + 1) in _READING:
        return Base(noun="cases", kind="cases")
    if noun in POINTING:
        kind = _asked(words, end, "people") if noun == "those" and _says_who(words, end) else "unsaid"
        return Base(noun=noun, kind=kind)
    return Base(noun=noun, kind=_asked(words, end, _KIND_OF.get(noun, "thing")))


def _says_who(words: Words, i: int) -> bool:
    """Whether the words behind `those` say that people are meant: `those on probation`, `those leaving prison`."""
    return words.at(i) in _SUPERVISED or words.at(i) in _ASKING or words.at(i) in ("we", "who", "that", "inspectors")


_SUPERVISED = frozenset(
    {
        "on", "under", "supervised", "released", "sentenced", "leaving", "being", "in", "subject", "convicted",
        "recalled", "managed", "serving",
    }
)  # fmt: skip


def _asked(words: Words, i: int, kind: str) -> str:
    """`asked` where the words from `i` on say that the people or staff of this kind were asked; else `kind`."""
    if kind not in ("people", "staff"):
        return kind
    for j in range(i, min(i + _LOOK, words.size)):
        word = words.lower[j]
        if word in _BREAKS:
            break
        if word in _ASKING or (word in _MET_BY and words.at(j + 1) in _MEETING):
            return "asked" if not _is_verb_of_clause(words, j, i) else kind
        if word == "who" and words.at(j + 1) in _ANSWERING:
            return "asked"
        if word == "who" and words.at(j + 1) in ("were", "was") and words.at(j + 2) in _ASKING:
            return "asked"
    return kind


def _is_verb_of_clause(words: Words, j: int, i: int) -> bool:
    """Whether the word at `j` is what these people did: `staff asked for help`."""
    return j == i and words.at(j) in ("asked", "consulted", "questioned") and words.at(j + 1) in ("for", "the", "their")


def _shared(words: Words, found: list[Quantity], place: int) -> tuple[str, int]:
    """The noun, or pronoun, that the share at `place` is taken of, and the word after it; empty where none is told."""
    quantity = found[place]
    own = words.lower[quantity.core : quantity.last]
    if "of" in own and "(" in own:
        return _noun_behind(words, words.lower.index("of", quantity.core) + 1, quantity.last)
    i = behind_brackets(words, quantity.last)
    if words.at(i) == ")" and words.at(i + 1) in _PREPOSITIONS:
        i += 1
    if words.at(i) in _PREPOSITIONS:
        after = found[place + 1] if place + 1 < len(found) else None
        return _noun_behind(words, i + 1, quantity.last + 3, after)
    if quantity.rule.startswith("n in n") and "(" in own:
        return next((word for word in own[: own.index("(")] if word in _KIND_OF), ""), quantity.last
    if quantity.rule.startswith("n in n"):
        count = number(words, quantity.core)
        inside = counted(words, count.end, singular=True) if count else None
        if inside and inside.end < quantity.last:
            return inside.head, quantity.last
    if quantity.rule.startswith(("n in n", "fraction")):
        noun = _noun_at(words, i + 1 if words.at(i) == "the" else i)
        return noun if noun[0] in _KIND_OF or noun[0] in POINTING else ("", i)
    return "", i


def _noun_behind(words: Words, i: int, limit: int, after: Quantity | None = None) -> tuple[str, int]:
    """The noun behind `of` and the word after it, which is `after`'s where a count stands there."""
    first = i
    while words.at(i) in _DETERMINERS and i < max(limit, first + 4):
        if words.at(i) == "case" and words.at(i + 1) not in ("sample", "files", "records"):
            break
        i += 1
    if after and after.first == i and after.noun:
        return after.noun, after.last
    if words.at(i) in POINTING:
        noun = _noun_at(words, i + 1)
        return noun if noun[0] else (words.at(i), i + 1)
    noun = _noun_at(words, i)
    if noun[0]:
        return noun
    word = words.at(i)
    return (word, i + 1) if word[:1].isalpha() and (word not in STOPS or word in _KIND_OF) else ("", i)


def _noun_at(words: Words, i: int) -> tuple[str, int]:
    noun = counted(words, i)
    return (noun.head, noun.end) if noun else ("", i)
