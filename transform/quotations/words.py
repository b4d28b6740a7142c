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
