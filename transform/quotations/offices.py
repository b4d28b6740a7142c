"""Offices and names: which capitalised words name a person, which an office they hold."""

import re
from functools import lru_cache

from transform.quotations.words import BODIES, CAPITALISED, COURTESY, OPENERS, ROLES
from transform.speakers import HONOURS

_BRACKET = re.compile(r" ?\([^()]{1,40}\)$")
_VERBISH = re.compile(r"\b(?:was|were|is|are|has|have|had|said|says|added|will|would|found|visited)\b")
_NAME_WORD = re.compile(CAPITALISED + r"\.?")
_INITIAL = re.compile(r"[A-Z]\.?")
_NO_OFFICE = frozenset({"who", "which", "whose", "said", "and"})
_ARTICLES = ("the ", "The ", "our ", "its ", "Its ", "Our ", "their ", "a ", "an ")
# `Anna Crane’s sister`: no office, but what the release tells of somebody; whose kin it is belongs to it.
_KIN = re.compile(
    r"(?:[\w-]{1,24} ){0,3}[\w-]{1,24}[’'](?:s )?(?:elder |younger |late )?(?:mother|father|sister|brother|daughter|son"
    r"|wife|husband|widow|aunt|uncle|parents|grandmother|grandfather|cousin)"
)
_BESIDE_WORDS = frozenset("’().")
_HOLDING = re.compile(r"(?:outgoing|incoming|new|current|newly appointed) (?=\w)", re.IGNORECASE)
_OWNER = re.compile(r"(?:[\w&-]{1,24} ){0,5}[\w&-]{1,24}[’']s (?=\w)")


def is_office(chunk: str) -> bool:
    """Whether a chunk between commas gives an office: it has a word of office and no finite verb about it."""
    words = chunk.split()
    if not words or len(words) > 16 or words[0].lower() in _NO_OFFICE:
        return False
    if _has_owner(chunk) and _KIN.fullmatch(chunk):
        return True
    return has_role(chunk) and not _VERBISH.search(chunk)


def has_role(words: str) -> bool:
    """Whether one of the words is a word of office, be it with `’s` or in brackets."""
    low = words.lower()
    every = low.split()
    if not ROLES.isdisjoint(every):
        return True
    if _BESIDE_WORDS.isdisjoint(low):
        return False
    return any(word.removesuffix("’s").strip("().") in ROLES for word in every)


def _has_owner(words: str) -> bool:
    return "’" in words or "'" in words


def clean_office(office: str) -> str:
    """The office as given, without its article."""
    office = office.strip(" ,–-")
    if office.endswith(")"):
        office = _BRACKET.sub("", office)
    is_owned = _has_owner(office)
    if is_owned and _KIN.fullmatch(office):
        return office
    # `in his first report as Chief Inspector`: the office comes after `as`; and a new holder holds the same one.
    if office.startswith(("in ", "In ")) and " as " in office:
        office = office.rpartition(" as ")[2]
    for article in _ARTICLES:
        office = office.removeprefix(article)
    holding = _HOLDING.match(office)
    if holding:
        office = office[holding.end() :]
    # `The trust’s chief executive`: whose it is does not belong to the office, `Her Majesty’s` does.
    owner = _OWNER.match(office) if is_owned else None
    if owner and "Majesty" not in owner[0] and not has_role(owner[0]):
        office = office[owner.end() :]
    return office


def name_after_office(after: list[str]) -> list[str]:
    """The person's name in the words that follow a word of office, if there is one."""
    if not after:
        return []
    if after[0][0].islower() or after[0] == "&":
        # `Chief Inspector of Probation Martin Jones`: what belongs to the office comes first, the name last.
        if sum(word[0].isupper() for word in after) < 3:
            return []
        name = after[-3:] if len(after) > 3 and _INITIAL.fullmatch(after[-2]) else after[-2:]
        # `Director for Regulation and Social Care`: what follows a small word is part of the office.
        return name if is_name(name) and after[-len(name) - 1][0].isupper() else []
    is_surname = len(after) == 1 and after[0].lower() not in BODIES
    return after if is_surname or is_name(after) else []


def is_name(words: list[str]) -> bool:
    """Two or three capitalised words none of which names a body."""
    return 2 <= len(words) <= 3 and all(map(may_be_name, words))


@lru_cache(maxsize=4096)
def may_be_name(word: str) -> bool:
    """Whether a capitalised word may be part of a person's name."""
    low = word.lower().rstrip(".")
    if low in BODIES or low in OPENERS or (word.isupper() and len(word) > 2):
        return False
    return _NAME_WORD.fullmatch(word) is not None


def without_courtesy(name: str) -> tuple[str, str | None]:
    """The name without its courtesy title, and the title or honour it began with."""
    first, _, rest = name.partition(" ")
    title = first.rstrip(".")
    if title in COURTESY and rest:
        return rest, title
    return name, title if title in HONOURS else None
