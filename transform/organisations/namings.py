"""Places where a text names a service.

A naming is found by the word for its kind (`CRC`, `Youth Justice Service`, `PDU` …) and the place beside it; the
vocabulary settles where a long name begins.  A kind without a place (`the CRC`) is a naming too, with an empty place:
it points back to a body named elsewhere.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from transform.organisations.gazetteer import folded_place, known_places
from transform.organisations.left_names import Left, name_to_the_left, openers
from transform.records import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """A service named: `name` as written without article and brackets, `place` folded, empty where none stands there.

    `is_full` is false for a short form (`CRC`, `PDU`); `is_plural` is true where several are meant, `is_former` where
    the name is told as one it had before.
    """

    span: Span
    name: str
    organisation_type: str
    place: str
    is_full: bool
    is_plural: bool
    place_words: str = ""
    is_former: bool = False


_ANCHOR = re.compile(
    r"(?<![\w’'])(?:"
    r"(?P<crc>[Cc]ommunity [Rr]ehabilitation [Cc]ompan(?:y|ies)|CRCs?)"
    r"|(?P<nps_division>[Nn]ational [Pp]robation [Ss]ervice|NPS(?: [Dd]ivisions?)?|[Dd]ivisions?)"
    r"|(?P<pdu>[Pp]robation [Dd]elivery [Uu]nits?|PDUs?)"
    r"|(?P<probation_trust>[Pp]robation [Tt]rusts?|Trust)"
    r"|(?P<probation_region>Probation Service|[Pp]robation [Rr]egions?|[Rr]egions?)"
    r"|(?P<yos>[Yy]outh (?:[Oo]ffending|[Jj]ustice|[Cc]rime)(?: (?:and|&) [A-Za-z]{3,20}(?: [A-Za-z]{3,20})?"
    r"| [Pp]revention| [Ss]upport)?"
    r" (?:[Tt]eams?|[Ss]ervices?|[Pp]artnerships?)"
    r"|Youth (?:Offending|Justice) (?:and|&) [A-Z][a-z]{3,20}(?: (?:and|&) [A-Z][a-z]{3,20})?(?! [A-Z])"
    r"|(?:[Ii]ntegrated )?[Yy]outh (?:[Ss]upport|[Rr]esilience) [Ss]ervices?"
    r"|(?:[Cc]hildren[’']?s? and )?[Yy]oung [Pp]eople[’']?s?(?: [Jj]ustice)? [Ss]ervices?"
    r"|[Yy]outh [Oo]ffending [Ww]ork(?= in [A-Z])|YO[TS]s?|YJ[ST]s?)"
    r"|(?P<approved_premises>[Aa]pproved [Pp]remises)"
    r"|(?P<prison>HMP(?:/YOI| ?& ?YOI)?|HM Prison|HMYOI|HM YOI)"
    r")(?![\w])"
)
# The first letters of every kind: tried at each character, before the whole pattern is.  One class of letters in front,
# so that all other characters are passed over at once.
_BEGINS = re.compile(
    r"[CNDPRYTAHIcndpryai](?:ommunity [Rr]|hildren|RC|PS|DU|ational [Pp]|ivision|robation [DdTtRrS]|egion|outh |oung "
    r"|O[TS]|J[ST]|rust|pproved [Pp]|M |MP|MYOI|ntegrated [Yy])"
)
_NAME_WORD = r"(?:[A-Z][\w’-]{1,30}|St\.?)"
_JOINER = r"(?:,? and the |,? and |,? & |, | of the | of | upon | on | with |-| )"
_RIGHT_NAME = rf"(?P<place>{_NAME_WORD}(?:{_JOINER}{_NAME_WORD}){{0,9}})"
_BRACKET = r"(?: ?\((?:the )?[^()\n]{1,40}\)\*?)?"
# What may stand between the kind and a place to its right.
_IN = re.compile(
    rf"{_BRACKET}(?: services?| work)?,? (?:in|for|across|covering) (?:the )?{_RIGHT_NAME}(?: (?P<what>[Dd]ivision"
    r"|[Rr]egion|area))?"
)
_DASH = re.compile(rf"{_BRACKET}(?: ?[–—-] ?|, | |’s |'s ){_RIGHT_NAME}(?: (?P<what>[Dd]ivision|[Rr]egion))?")
_OF_THE_NPS = re.compile(rf" of (?:the )?(?:National Probation Service|NPS){_BRACKET}")
_OF_PROBATION = re.compile(rf" of the (?:Probation Service){_BRACKET}")
_TRAILING_BRACKET = re.compile(r" ?\(([^()\n]{2,40})\)\*?")
_INNER_BRACKET = re.compile(r" ?\([^()\n]{1,40}\)\*?")
_FORMERLY = re.compile(r"\b(?:formerly|previously|once|then) (?:known as |called |named )?(?:the )?$")
_PLURAL = re.compile(
    r"(?:[cC]ompanies|CRCs|[dD]ivisions|[uU]nits|PDUs|[tT]rusts|[rR]egions|[tT]eams|[sS]ervices|[pP]artnerships|YOTs|YOSs|YJSs|YJTs)$"
)
# `Beacon House, an approved premises in Norwick`: premises named first, and said to be some.
_CALLED = re.compile(
    r"(?P<name>[A-Z][\w’-]{1,20}(?: [A-Z][\w’-]{1,20}){0,4})(?:,| is|, which is) an? (?:[\w’'-]{2,20} ){0,3}$"
)
# `the second PDU in Wales to be inspected`, `a unit in the Eastmarch region`: one of those there are, and no name.
_ONE_OF_THEM = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|last|latest|only|another|every|any|each|largest|smallest|busiest)"
    r" (?:[a-z-]{2,20} )?$",
    re.IGNORECASE,
)
_SEVERAL_OF_THEM = re.compile(r"\b(?:two|three|four|five|six) $")
_A_PREMISES = r"(?:The )?[A-Z][\w’-]{1,20}(?: [A-Z][\w’-]{1,20}){0,2}"
_PREMISES_NAME = re.compile(_A_PREMISES)
_NAMES_AFTER = re.compile(
    rf"(?: in [A-Z][\w’-]{{1,20}}(?: [A-Z][\w’-]{{1,20}})?)?(?:: | – | — |, )"
    rf"(?P<names>{_A_PREMISES}(?:, {_A_PREMISES}){{0,4}},? and {_A_PREMISES})"
)
_IN_A_REGION = frozenset({"pdu", "yos", "approved_premises"})
# `in Ashdale and Rye1`: the number of a note.
_NOTE_NUMBER = re.compile(r"(?<=[a-z])[0-9]{1,2}$")
_TRIM_RIGHT = re.compile(r"(?:[, ]{1,20}(?:and|of|the|on|upon|with|&)){0,8}[, ]{0,20}$")
_PLACE_END = frozenset({"Division", "Region", "HM", "Chief", "Inspectors", "Inspectorate", "Today", "The"})


@lru_cache(maxsize=4)
def namings(text: str, start_char: int = 0, end_char: int | None = None) -> tuple[Naming, ...]:
    """Every naming of a service in this range of `text`, in text order, none overlapping another.

    Remembered for the last few texts: kinds, inspections and ratings of one release all ask.
    """
    found: list[Naming] = []
    floor = start_char
    end_char = len(text) if end_char is None else end_char
    for begin in _BEGINS.finditer(text, start_char, end_char):
        anchor = _ANCHOR.match(text, begin.start(), end_char) if begin.start() >= floor else None
        if anchor is None:
            continue
        listed = _premises_listed(text, anchor)
        if listed:
            found.extend(listed)
            floor = listed[-1].span.end_char
            continue
        naming = _naming(text, anchor, floor)
        if naming:
            found.append(naming)
            floor = naming.span.end_char
            bracket = _TRAILING_BRACKET.match(text, floor)
            # `Sunderland Probation Delivery Unit (PDU)`: the abbreviation is no naming of its own.
            if bracket and naming.place and _ANCHOR.search(bracket[1]):
                floor = bracket.end()
    return tuple(found)


def _premises_listed(text: str, anchor: re.Match[str]) -> list[Naming]:
    """`three approved premises: Willow House, Kingsley Lodge and The Grange`: each by its name alone."""
    if anchor.lastgroup != "approved_premises" or not _SEVERAL_OF_THEM.search(
        text, max(0, anchor.start() - 8), anchor.start()
    ):
        return []
    names = _NAMES_AFTER.match(text, anchor.end())
    if names is None:
        return []
    return [
        _made(text, name.start(), name.end(), "approved_premises", name[0], name[0])
        for name in _PREMISES_NAME.finditer(text, names.start("names"), names.end("names"))
    ]


def _naming(text: str, anchor: re.Match[str], floor: int) -> Naming | None:
    kind = str(anchor.lastgroup)
    words = anchor[0]
    left = name_to_the_left(text, anchor.start(), floor, kind, is_plural=_PLURAL.search(words) is not None)
    if words.lower().startswith("division"):
        return _division(text, anchor, left)
    if kind == "probation_region":
        return _region(text, anchor, left)
    if kind == "prison":
        return _right(text, anchor, kind, _DASH)
    if words == "Trust" and folded_place(left.name) not in known_places():
        # `the Trust` points back; `Brighter Futures Trust` is another kind of body.
        return None if left.name else _made(text, anchor.start(), anchor.end(), kind, "", words)
    if left.name:
        return _made(text, left.start, anchor.end(), kind, left.name, words)
    called = (
        _CALLED.search(text, max(floor, anchor.start() - 90), anchor.start()) if kind == "approved_premises" else None
    )
    if called and called["name"].split()[0] not in openers():
        return _made(text, called.start("name"), called.end("name"), kind, called["name"], called["name"])
    right = _right(text, anchor, kind, _DASH if kind == "nps_division" else None) or _right(text, anchor, kind, _IN)
    return right or _made(text, anchor.start(), anchor.end(), kind, "", words)


def _division(text: str, anchor: re.Match[str], left: Left) -> Naming | None:
    owner = _OF_THE_NPS.match(text, anchor.end())
    end = owner.end() if owner else anchor.end()
    if not left.name and not owner and anchor[0][0] == "D":
        return None
    return _made(
        text,
        left.start if left.name else anchor.start(),
        end,
        "nps_division",
        left.name,
        "NPS" if owner is None else owner[0],
    )


def _region(text: str, anchor: re.Match[str], left: Left) -> Naming | None:
    kind = "probation_region"
    words = anchor[0]
    if words.lower().startswith("region"):
        owner = _OF_PROBATION.match(text, anchor.end())
        if not left.name:
            return _made(text, anchor.start(), anchor.end(), kind, "", words) if owner or words == "region" else None
        return _made(
            text,
            left.start,
            owner.end() if owner else anchor.end(),
            kind,
            left.name,
            "PS" if owner is None else owner[0],
        )
    if left.name:
        return _made(text, left.start, anchor.end(), kind, left.name, words)
    if words == "Probation Service":
        right = _right(text, anchor, kind, _DASH) or _right(text, anchor, kind, _IN)
        if right and right.place:
            return right
        return None
    return _made(text, anchor.start(), anchor.end(), kind, "", words)


def _right(text: str, anchor: re.Match[str], kind: str, pattern: re.Pattern[str] | None) -> Naming | None:
    found = pattern.match(text, anchor.end()) if pattern else None
    if not found:
        return None
    place = found["place"]
    end = found.end()
    if pattern is _IN and (
        (kind in _IN_A_REGION and (found["what"] or "").lower() == "region")
        or _ONE_OF_THEM.search(text, max(0, anchor.start() - 40), anchor.start())
    ):
        return None
    for word in re.finditer(r"[\w’-]{1,40}", place):
        if word[0] in _PLACE_END:
            place = place[: word.start()]
            end = found.start("place") + (
                word.end() if word[0] in ("Division", "Region") else len(_TRIM_RIGHT.sub("", place))
            )
            break
    if end == found.end("place") and (note := _NOTE_NUMBER.search(place)):
        place, end = place[: note.start()], end - len(note[0])
    place = _TRIM_RIGHT.sub("", place)
    if not place or place.split()[0] in openers() or place.endswith(("’s", "'s", "’")):
        return None
    return _made(text, anchor.start(), end, kind, place, anchor[0])


def _made(text: str, start: int, end: int, kind: str, place: str, words: str) -> Naming:
    name = _INNER_BRACKET.sub("", text[start:end]).strip().replace(", in ", " in ").replace(", for ", " for ")
    return Naming(
        span=Span(start_char=start, end_char=end),
        name=name,
        organisation_type=kind,
        place=folded_place(_INNER_BRACKET.sub("", place)),
        is_former=_FORMERLY.search(text, max(0, start - 40), start) is not None,
        place_words=_INNER_BRACKET.sub("", place).strip(),
        is_full=" " in words.strip() and not words.isupper(),
        is_plural=_PLURAL.search(words) is not None and not (kind == "yos" and place and words.endswith("Services")),
    )
