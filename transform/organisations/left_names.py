"""The place in front of the word for a kind of service: `Hammersmith, Fulham and Westminster` before ` PDU`.

Walks backwards over capitalised words and what joins them, and stops at a word that opens a sentence, an owner's
genitive, a bracket it cannot skip or another naming.
"""

import re
from dataclasses import dataclass
from functools import cache

from transform.organisations.gazetteer import company_places, folded_place, known_places
from transform.vocabulary import load

_TOKEN = re.compile(r"\([^()\n]{1,40}\)\*?|[\w’'-]++|[,&–—/]|\S")
_DESCRIBING = ("-owned", "-run", "-led", "-managed")
_FURTHEST = 160
# Kinds whose every body the vocabulary has: a longer run of words is cut to the name it knows.
_SETTLED = frozenset({"crc", "nps_division", "probation_region", "probation_trust"})
# Genitives inside the names of places: `King’s Lynn`, `Bishop’s Castle`.
_SAINTLY = frozenset({"King", "Queen", "Bishop", "Abbot", "Earl", "Prior", "Prince", "Lord", "Lady", "Maiden"})
# Number words are part of a single body's name (`Three Rivers PDU`) and count several (`Two Rivers PDUs`).
_NUMBERS = frozenset({"One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"})
# Joiners inside names, with the words they may follow; `and` and `&` may follow any name.
_AFTER = {
    "of": {
        "East",
        "North",
        "South",
        "West",
        "Isle",
        "Vale",
        "City",
        "Borough",
        "County",
        "Riding",
        "Boroughs",
        "Forest",
        "Weald",
        "Island",
        "Port",
        "Bay",
        "Soke",
        "Heart",
        "Hills",
        "District",
        "Town",
        "Valley",
        "Royal",
        "Mouth",
    },
    "upon": {"Newcastle", "Kingston", "Richmond", "Stockton", "Southend", "Stratford", "Berwick"},
    "on": {"Stockton", "Southend", "Henley"},
    "with": {"Blackburn"},
    "the": {"and", "of"},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """A name in front of an anchor and where it starts; `name` is empty where there is none."""

    name: str
    start: int


def name_to_the_left(text: str, anchor_start: int, floor: int, kind: str, *, is_plural: bool = False) -> Left:
    """The place words that end right before `anchor_start`, none of them before `floor`."""
    nothing = Left(name="", start=anchor_start)
    begin = max(floor, anchor_start - _FURTHEST, text.rfind("\n", 0, anchor_start) + 1)
    tokens = list(_TOKEN.finditer(text, begin, anchor_start))
    if not tokens or text[tokens[-1].end() : anchor_start] not in (" ", "’s ", ""):
        return nothing
    if begin > floor and begin == anchor_start - _FURTHEST:
        tokens = tokens[1:]
    kept = _kept(tokens)
    kept = _without_openers(kept, frozenset() if is_plural else _NUMBERS)
    if all(token[0] in _NUMBERS for token in kept):
        return nothing  # none at all, or `Two approved premises`
    start = kept[0].start()
    name = text[start : kept[-1].end()]
    if kind in _SETTLED:
        start = _known_start(text, kept, kind) or start
    return Left(name=_bare(text[start : kept[-1].end()]) or name, start=start)


def _kept(tokens: list[re.Match[str]]) -> list[re.Match[str]]:
    kept: list[re.Match[str]] = []
    has_and = False
    index = len(tokens) - 1
    while index >= 0:
        word = tokens[index][0]
        before = tokens[index - 1][0] if index else ""
        if word.startswith("("):
            # An abbreviation inside the name: `Kent, Surrey and Sussex (KSS) CRC`.
            if kept or word == "(":
                break
        elif word in ("and", "&"):
            # `Kent, Surrey, and Sussex`: the comma in front goes with it.
            further = tokens[index - 2][0] if index > 1 else ""
            if not kept or not (_is_name(before) or (before == "," and _is_name(further))):
                break
            has_and = True
        elif word == ",":
            if not (kept and has_and and _is_name(before)):
                break
        elif word in ("–", "—", "/"):
            break
        elif word in _AFTER:
            if not kept or before not in _AFTER[word]:
                break
        elif not _is_name(word) or (_is_genitive(word) and not _may_be_genitive(word, before, has_name=bool(kept))):
            break
        kept.append(tokens[index])
        index -= 1
    kept.reverse()
    while kept and not _is_name(kept[0][0]):
        kept.pop(0)
    if kept and all(token[0].startswith("(") for token in kept):
        return []
    return kept


def _without_openers(kept: list[re.Match[str]], allowed: frozenset[str]) -> list[re.Match[str]]:
    known = openers() - allowed
    while kept and (kept[0][0] in known or not _is_name(kept[0][0]) or kept[0][0].endswith(_DESCRIBING)):
        kept = kept[1:]
    # `Chief Inspector of Essex`: what stands in front of an opener further in goes with it.
    for index in range(len(kept) - 1, -1, -1):
        if kept[index][0] in known:
            return _without_openers(kept[index + 1 :], allowed)
    return kept


def _known_start(text: str, kept: list[re.Match[str]], kind: str) -> int | None:
    """Where the longest name the vocabulary knows begins, if one ends where these words end."""
    known = known_places() | company_places().keys() if kind == "crc" else known_places()
    end = kept[-1].end()
    for token in kept:
        if folded_place(_bare(text[token.start() : end])) in known:
            return token.start()
    return None


def _bare(name: str) -> str:
    name = re.sub(r" ?\([^()\n]{1,40}\)\*?", "", name).strip()
    return re.sub(r"(?:[’']s|(?<=s)[’'])$", "", name)


def _is_name(word: str) -> bool:
    """Capitalised; a word that a closing mark ends (`‘Good’ and Essex CRC`) belongs to something else."""
    return word[:1].isupper() and (not word.endswith(("’", "'")) or _is_genitive(word))


def _may_be_genitive(word: str, before: str, *, has_name: bool) -> bool:
    """`Barnet’s Youth Offending Team` and `King’s Lynn PDU` name places; `Sodexo’s CRC` an owner."""
    if has_name:
        return _bare(word) in _SAINTLY or before in ("St", "Saint")
    return _bare(word) not in load("organisations")["owner_forms"]


def _is_genitive(word: str) -> bool:
    return word.endswith(("’s", "'s", "s’", "s'"))


@cache
def openers() -> frozenset[str]:
    """Words that stand capitalised beside a name without being part of it."""
    return frozenset(load("openers")["words"])
