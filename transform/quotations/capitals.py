"""A run of capitalised words as a person, an office or a body, with the office beside a name.  Resolves nobody."""

import re

from transform.quotations.offices import clean_office, is_name, is_office, name_after_office
from transform.quotations.phrases import BEFORE
from transform.quotations.sorts import Sort, Subject
from transform.quotations.words import CAPITALS, HONOUR, NAMES_IN_LY, OFFICE_WORDS, OPENERS, PEOPLE, ROLES, alternation

CAPITALS_TAIL = re.compile(rf"{BEFORE}(?P<article>[Tt]he |[Oo]ur |[Ii]ts )?(?P<run>{CAPITALS})$")
CAPITALS_HEAD = re.compile(rf"(?P<article>[Tt]he )?(?P<run>{CAPITALS})")
_OFFICE_LEAD = re.compile(rf"(?:(?:{alternation('office_words', 'roles')}) ){{1,8}}$", re.IGNORECASE)
_POSSESSIVE = ("’s", "'s")
_LAST_OF_LEAD = tuple(f"{form.lower()} " for form in sorted(OFFICE_WORDS | ROLES))
_HONOUR = re.compile(rf"\b{HONOUR} ")


def named_by(found: re.Match[str], start: int, chunk: str) -> Subject | None:
    """A run of capitalised words as person, office or body."""
    run = found["run"].rstrip(",. ")
    begin = found.start("run")
    words = run.split(" ")
    while len(words) > 1 and words[0].lower().rstrip(",.") in OPENERS and not _is_title(words):
        begin += len(words[0]) + 1
        words = words[1:]
    first = words[0].lower()
    is_opener = len(words) == 1 and first in OPENERS
    if is_opener or (words[0].endswith("ly") and first not in NAMES_IN_LY) or run.endswith(_POSSESSIVE):
        return None
    run = " ".join(words)
    end = start + begin + len(run)
    if len(words) == 1 and run[:2].isupper() and run.lower() in PEOPLE:
        return Subject(Sort.UNNAMED, start + begin, end, run)  # `POs described feeling …`
    lead = _lead(chunk, begin, run) if begin and found.re is CAPITALS_TAIL else ""
    own = start + begin - len(lead)
    honour = _HONOUR.search(run)
    last = _last_of_office(words)
    name = run[honour.start() :] if honour else " ".join(name_after_office(words[last + 1 :])) if last >= 0 else ""
    if name:
        role = clean_office((lead + run)[: -len(name)])
        if role and is_office(role):
            return Subject(Sort.PERSON, own, end, name, role)
        return Subject(Sort.PERSON, end - len(name), end, name)
    if last >= 0:
        own = start + found.start() if begin == found.start("run") and not lead else own
        return Subject(Sort.OFFICE, own, end, clean_office(lead + run))
    if lead and is_office(lead) and is_name(words):
        return Subject(Sort.PERSON, own, end, run, clean_office(lead))
    owned = _after_owner(words)
    if is_name(owned):
        name = " ".join(owned)
        return Subject(Sort.PERSON, end - len(name), end, name)
    if not found["article"] and is_name(words):
        return Subject(Sort.PERSON, start + begin, end, run)
    return Subject(Sort.BODY, start + (found.start() if begin == found.start("run") else begin), end, run)


def _last_of_office(words: list[str]) -> int:
    """The place of the last word of office; -1 where there is none."""
    for at in range(len(words) - 1, -1, -1):
        if words[at].lower().removesuffix("’s") in ROLES:
            return at
    return -1


def _after_owner(words: list[str]) -> list[str]:
    """The words after the last one in `’s`; none where nobody owns."""
    for at in range(len(words) - 1, -1, -1):
        if words[at].endswith(_POSSESSIVE):
            return words[at + 1 :]
    return []


def _is_title(words: list[str]) -> bool:
    """`HM Chief Inspector` and `Her Majesty’s Inspectorate` keep their first word."""
    return words[0] in ("HM", "HMI") or (words[0] in ("Her", "His") and words[1].startswith("Majesty"))


def _lead(chunk: str, begin: int, run: str) -> str:
    """Words of office in small letters that stand directly before the capitals."""
    if not chunk[max(0, begin - 20) : begin].lower().endswith(_LAST_OF_LEAD):
        return ""
    lead = _OFFICE_LEAD.search(chunk, max(0, begin - 80), begin)
    words = lead[0].split() if lead else []
    while words and words[0].lower() in ("of", "for", "the", "our", "its", "their"):
        words = words[1:]
    kept = " ".join(words) + " " if words else ""
    return kept if kept and (is_office(kept) or is_office(kept + run)) else ""
