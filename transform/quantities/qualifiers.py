"""How exact a number claims to be: `just under half`, `40 or more`.  `just`, `only` and their like say nothing."""

from transform.quantities.words import Words
from transform.vocabulary import load

_TABLES = load("qualifiers")


def _phrases(place: str) -> dict[tuple[str, ...], str]:
    return {tuple(phrase.split()): name for name, phrases in _TABLES[place].items() for phrase in phrases}


_BEFORE = _phrases("before")
_AFTER = _phrases("after")
_LAST_WORDS = frozenset(phrase[-1] for phrase in _BEFORE)
_FIRST_WORDS = frozenset(phrase[0] for phrase in _AFTER)
_LONGEST_BEFORE = max(map(len, _BEFORE))
_LONGEST_AFTER = max(map(len, _AFTER))
# `concerns about 12 cases`, `information about 40 people`: no approximation.
_LISTS = load("quantity_words")["qualifiers"]
_ABOUT = frozenset(_LISTS["about"])
# `over the`, `worked under`, … never precede a number; `responsibility over 12 areas` and `spread around 12 sites` may.
_AROUND = frozenset(_LISTS["around"])


def before(words: Words, core: int, floor: int = 0) -> tuple[int, str]:
    """Where the quantity whose number begins at `core` begins, and its qualifier; not looking before word `floor`."""
    last = words.at(core - 1)
    if last not in _LAST_WORDS or core - 1 < floor:
        return core, "exact"
    for length in range(min(_LONGEST_BEFORE, core - floor), 0, -1):
        name = _BEFORE.get(tuple(words.lower[core - length : core]))
        if name is None:
            continue
        first = core - length
        ahead = words.at(first - 1)
        if last == "about" and length == 1 and ahead in _ABOUT:
            break
        if last in ("around", "over") and length == 1 and ahead in _AROUND:
            break
        return first, name
    return core, "exact"


def after(words: Words, end: int) -> tuple[int, str]:
    """Where the quantity whose words so far end at `end` ends with a qualifier behind it, and that; else `exact`."""
    if words.at(end) not in _FIRST_WORDS:
        return end, "exact"
    for length in range(min(_LONGEST_AFTER, words.size - end), 0, -1):
        name = _AFTER.get(tuple(words.lower[end : end + length]))
        if name and (words.at(end) != "-" or words.glued(end)) and words.at(end + length) != "than":
            return end + length, name
    return end, "exact"
