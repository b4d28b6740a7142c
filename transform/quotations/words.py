"""The vocabulary of cues, compiled once.  Holds no rules."""

import re
from functools import cache
from typing import Any

from transform.speakers import HONOURS
from transform.vocabulary import load

COURTESY = frozenset({"Mr", "Mrs", "Ms", "Miss", "Dr", "Councillor", "Cllr", "Professor", "Prof"})
TITLES = COURTESY | HONOURS
FEMININE = frozenset({"Dame", "Lady", "Baroness", "Mrs", "Ms", "Miss"})
MASCULINE = frozenset({"Sir", "Lord", "Mr"})
HONOUR = rf"(?:{'|'.join(sorted(TITLES, key=lambda title: (-len(title), title)))})\.?"
CAPITALISED = r"[A-ZÀ-ÖØ-Þ][\w-]{0,24}(?:[’'][A-Z][\w-]{1,20})?"
# A run of capitalised words, small words between them allowed: a name, an office with its holder, a body.
CAPITALS = (
    rf"{CAPITALISED}\.?(?:[’']s?)?"
    rf"(?: (?:(?:of|for|and|the|in|on|to|&|with|at|de|van|von) ){{0,3}}{CAPITALISED}(?:[’']s?)?){{0,12}}"
)


def _forms(name: str) -> tuple[str, ...]:
    return tuple(form.replace("_", " ") for form in load("quotation_cues")[name].split())


@cache
def forms(name: str) -> frozenset[str]:
    """The forms listed under `name` in quotation_cues.toml."""
    return frozenset(_forms(name))


def alternation(*names: str) -> str:
    """All forms of these lists as one pattern; the longer is tried first, so that none hides a longer one.

    Forms that begin alike share their letters in it: a word that is none of them is told by its first one or two.
    """
    tree: dict[str, Any] = {}
    for form in {form for name in names for form in _forms(name)}:
        node = tree
        for letter in form:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _branches(tree)


def _branches(node: dict[str, Any]) -> str:
    ways = [re.escape(letter) + _branches(after) for letter, after in sorted(node.items()) if letter]
    if not ways:
        return ""
    if len(ways) == 1 and "" not in node:
        return ways[0]
    return f"(?:{'|'.join(ways)})" + ("?" if "" in node else "")


BETWEEN = forms("between")
BODIES = forms("bodies")
DOCUMENTS = forms("documents")
DOING = forms("doing")
FEELING = forms("feeling")
JUDGING = forms("judging")
LED_BY = forms("led_by")
NAMED_THINGS = forms("named_things")
NAMES_IN_LY = forms("names_in_ly")
NAME_WORDS = forms("name_words")
NAMING = forms("naming")
NOUN_LIKE = forms("noun_like")
OFFICE_WORDS = forms("office_words")
# People without a name; `UNNAMED` is the phrase for one.
PEOPLE = forms("unnamed")
OPENERS = forms("openers")
OWN_WORDS = forms("own_words")
ROLES = forms("roles")
SAYING = forms("saying")
SMALL_BODIES = forms("small_bodies")
STATES = forms("states")
TITLED_THINGS = forms("titled_things")
