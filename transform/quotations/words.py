"""The vocabulary of cues, compiled once.  Holds no rules."""

import re
from functools import cache

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
    """All forms of these lists as one alternation, longest first so that none hides a longer one."""
    every = {form for name in names for form in _forms(name)}
    return "|".join(re.escape(form).replace(r"\ ", " ") for form in sorted(every, key=lambda form: (-len(form), form)))


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
