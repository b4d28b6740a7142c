"""What a number counts: the words after it up to the noun, and the unit the noun is counted in."""

from transform.quantities.numbers import NUMBER_WORDS, is_digits
from transform.quantities.records import Noun
from transform.quantities.words import Words
from transform.vocabulary import load

_UNITS = load("units")
UNIT_OF: dict[str, str] = {noun: unit for unit, nouns in _UNITS["nouns"].items() for noun in nouns}
VAGUE = frozenset(_UNITS["vague"]["words"])
STOPS = frozenset(_UNITS["stops"]["words"])
_SINGULAR: dict[str, str] = _UNITS["singular"]
_ED = frozenset(_UNITS["before_noun"]["ed"])
_ING = frozenset(_UNITS["before_noun"]["ing"])
_LY = frozenset(_UNITS["before_noun"]["ly"])
_JOINTS = frozenset("-‐‑–/&’'‘")
_MARKS = frozenset("‘’“”'\"")
_APOSTROPHES = frozenset("’'")
_BEFORE_NOUNS = frozenset(
    {
        "women",
        "men",
        "girls",
        "boys",
        "services",
        "operations",
        "courts",
        "yos",
        "yjs",
        "yot",
        "pdu",
        "crc",
        "ldu",
        "aps",
        "staff",
    }
)
_DASHES = frozenset("–—")
_FURTHEST = 9


def unit_of(noun: str) -> str:
    """The unit a plural noun is counted in; `count` for a noun the vocabulary does not know."""
    return UNIT_OF.get(noun, "count")


def plural_of(noun: str) -> str:
    """The plural under which the vocabulary knows a singular noun, empty where it knows none."""
    if noun in _SINGULAR:
        return _SINGULAR[noun]
    return noun + "s" if noun + "s" in UNIT_OF else ""


def counted(words: Words, i: int, *, singular: bool = False) -> Noun | None:
    """The noun phrase that begins at word `i`, right after its number; None where none stands there.

    It ends at the last noun of the first run of plural nouns (`five Purple Futures CRCs`), or at the singular one
    after `one`.
    """
    key = ("counted one" if singular else "counted", i)
    if key not in words.known:
        words.known[key] = _counted(words, i, singular=singular)
    known: Noun | None = words.known[key]
    return known


def _counted(words: Words, i: int, *, singular: bool) -> Noun | None:
    best: Noun | None = None
    j, furthest = i, min(words.size, i + _FURTHEST)
    while j < furthest:
        word = words.lower[j]
        if word in _JOINTS or word in _MARKS:
            if (best and word in _MARKS and not words.glued(j)) or (word in _DASHES and not words.glued(j)):
                break
            j += 1
            continue
        if word == "(" and best is None and words.at(j + 2) == ")" and words.is_capital(j + 1):
            j += 3
            continue
        if word == "band" and is_digits(words.at(j + 1)):
            j += 2
            continue
        if word in ("and", "or") and best is None and j > i:
            j += 1
            continue
        if best and not (singular and best.end == j and plural_of(word)) and not _goes_on(words, j, best):
            break
        is_stop = word in STOPS and not _is_in_name(words, j)
        if is_stop or not word[0].isalpha() or (_is_verb(word, words, j) and not _describes(words, j, i)):
            if not _inside_compound(words, j):
                break
        elif word in NUMBER_WORDS and best is None and words.at(j + 1) not in ("-", "–"):
            break
        found = _noun(words, j, singular)
        if found:
            best = found
        j += 1
    if (
        best
        and best.unit == "people"
        and words.at(best.end) == "and"
        and UNIT_OF.get(words.at(best.end + 1)) == "people"
    ):
        return Noun(end=best.end + 2, head=best.head, unit="people")
    if best and best.head == "members" and words.at(best.end - 2) == "staff":
        return Noun(end=best.end, head="staff", unit="staff")
    if best and best.head in ("members", "member") and words.phrase(best.end, "of", "staff"):
        return Noun(end=best.end + 2, head="staff", unit="staff")
    return best


def _is_in_name(words: Words, j: int) -> bool:
    """Whether a word that mostly ends the words counted belongs to them: `out-of-court`, `responsible officers`."""
    if words.at(j) in ("over", "out"):
        return words.at(j + 1) in ("-", "of-court")
    if words.at(j) == "lost":
        return words.at(j + 1) in ("days", "hours", "working")
    if words.at(j) == "responsible":
        return words.at(j + 1) in ("officers", "officer")
    return words.at(j) in ("run", "led", "held") and words.at(j - 1).endswith("ly")


def _noun(words: Words, j: int, singular: bool) -> Noun | None:
    word = words.lower[j]
    bare = word[:-2] if word.endswith(("’s", "'s")) else word
    if bare != word:
        return None
    if words.at(j + 1) in ("-", "‑") and words.glued(j + 1) and words.glued(j + 2):
        return None
    if word in ("teams", "team") and words.at(j - 1) in ("offending", "justice"):
        return Noun(end=j + 1, head="yots", unit="organisations")
    if word in UNIT_OF or word in VAGUE:
        return Noun(end=j + 1, head=word, unit=unit_of(word))
    if singular:
        plural = plural_of(word)
        return Noun(end=j + 1, head=plural, unit=unit_of(plural)) if plural else None
    if _looks_plural(word):
        return Noun(end=j + 1, head=word, unit="count")
    return None


def _goes_on(words: Words, j: int, best: Noun) -> bool:
    """Whether the noun phrase can go on past a noun already found: another known noun stands at or just after `j`."""
    word = words.lower[j]
    if word in STOPS or not word[0].isalpha():
        return False
    if (
        words.at(best.end) in _APOSTROPHES
        and words.glued(best.end)
        and j == best.end + 1
        and words.at(best.end - 1)[-1:] == "s"
    ):
        return True
    if word in UNIT_OF and best.end == j and best.head in UNIT_OF and best.head not in _BEFORE_NOUNS:
        return False
    if word in UNIT_OF and best.end == j:
        return not _is_verb(word, words, j)
    if best.head in UNIT_OF and not (words.is_capital(j) and words.is_capital(best.end - 1)):
        return False
    for k in range(j, min(j + 3, words.size)):
        ahead = words.lower[k]
        if ahead in UNIT_OF:
            return True
        if ahead in STOPS or not ahead[0].isalpha() or _is_verb(ahead, words, k):
            return False
    return False


def _looks_plural(word: str) -> bool:
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "’s", "'s", "ous", "ways"))


def _is_verb(word: str, words: Words, j: int) -> bool:
    """Whether a word after a number is a verb or adverb rather than part of the noun phrase."""
    if words.is_capital(j) and not words.text[words.starts[j] : words.ends[j]].isupper():
        return False
    if word.endswith("ed") and len(word) > 4:
        return word not in _ED and not _inside_compound(words, j)
    if word.endswith("ing") and len(word) > 5:
        return word not in _ING and not _inside_compound(words, j)
    return word.endswith("ly") and len(word) > 3 and word not in _LY


def _describes(words: Words, j: int, i: int) -> bool:
    """Whether a participle right behind the number belongs to the noun after it: `seven reporting centres`."""
    return j == i and words.at(j).endswith("ing") and words.at(j + 1) in UNIT_OF


def _inside_compound(words: Words, j: int) -> bool:
    """Whether word `j` is part of a word with hyphens: `out-of-court`, `medium-risk`."""
    return (words.at(j + 1) in ("-", "‑") and words.glued(j + 1)) or (
        words.at(j - 1) in ("-", "‑") and words.glued(j) and not is_digits(words.at(j - 2))
    )
