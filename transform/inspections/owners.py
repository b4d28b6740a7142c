"""Who a Community Rehabilitation Company belongs to, where the release names the owner."""

import re
from functools import cache

from extract.records import Release
from transform.vocabulary import load

_OWNING = re.compile(
    r"\b(?:own(?:ed|er|ers|ership|s)?|run|part of|parent|operated|managed|delivered|led|held|subsidiary|group"
    r"|belongs?)\b(?: company| organisation)?,?(?: (?:by|of|is|are|was|to))?(?: (?:the|a company called"
    r"|private company|a consortium called))? ?$",
    re.IGNORECASE,
)
_BY_PATTERN = re.compile(r"\b(?:owned|run) by (?:the )?(?P<name>[A-Z][\w&’-]*(?: (?:and |of |in )?[A-Z][\w&’-]*){0,5})")
_AFTER = re.compile(
    r"^(?:’s?|'s?)? (?:group|took (?:formal )?ownership|own(?:s|ed)|runs?|ran|CRCs?|Community Rehabilitation"
    r"|consortium|is the (?:owner|parent)|group’s)\b|^,? (?:which|who) (?:also )?(?:owns?|runs?)\b"
)


def owner_of(release: Release) -> str | None:
    """The owner the release names; none where it is only described."""
    text = release.text
    best: tuple[int, int, str] | None = None
    for found in _pattern().finditer(text):
        before = text[max(0, found.start() - 60) : found.start()].rsplit("\n", 1)[-1]
        after = text[found.end() : found.end() + 40]
        if _OWNING.search(before) or _AFTER.search(after):
            rank = (-len(found[0]), found.start(), found[0])
            best = min(best, rank) if best else rank
    if best:
        return _fullest(text, best[2])
    unknown = _BY_PATTERN.search(text)
    return unknown["name"] if unknown and "Ministry" not in unknown["name"] else None


@cache
def _pattern() -> re.Pattern[str]:
    forms = sorted(load("organisations")["owner_forms"], key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(form) for form in forms)})(?!\w)")


def _fullest(text: str, name: str) -> str:
    """The longest way this release writes the same owner."""
    forms: dict[str, str] = load("organisations")["owner_forms"]
    same = [form for form, owner in forms.items() if owner == forms[name] and form.startswith(name) and form in text]
    return max(same, key=len)
