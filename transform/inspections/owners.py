"""Who a Community Rehabilitation Company belongs to, where the release names the owner."""

import re
from functools import cache

from extract.records import Release
from transform.vocabulary import load

# Words that describe an owner before it is named: `a joint venture called`, `the not-for-profit`.
_DESCRIBED = (
    r"(?: (?:the|an?|private|not-for-profit|non-profit|social|enterprise|global|international|multinational|outsourcing"
    r"|company|firm|group|consortium|venture|joint|partnership|charity|provider|business|organisation|mutual|called"
    r"|named|known|as|led|by|of)){0,7}"
)
_OWNING = re.compile(
    r"\b(?:own(?:ed|er|ers|ership|s)?|run|part of|parent|operated|managed|delivered|provided|led|held|subsidiary|group"
    rf"|belongs?)\b(?: company| organisation)?,?(?: (?:by|of|is|are|was|to))?{_DESCRIBED},? ?$|\bnow by(?: the)? $",
    re.IGNORECASE,
)
_BY_PATTERN = re.compile(
    r"\b(?:part of(?: the)?(?= (?:[A-Z][\w&’-]{0,40} ){1,3}(?:group|consortium|family)\b)"
    rf"|(?:owned|run|operated) by{_DESCRIBED}|(?:[Ii]ts|[Tt]he|[Tt]heir|whose|’s) (?:owner"
    r"|parent(?: company)?)(?:,| is)?(?: the)?) "
    r"(?P<name>[A-Z][\w&’-]{0,40}(?: (?:and |of |in |for )?[A-Z][\w&’-]{0,40}){0,5})"
)
# An owner it had: named only where no other is.
_FORMER = re.compile(
    r"\b(?:previously|formerly|then|originally|once|previous|former) (?:\w{1,40} ){0,3}$", re.IGNORECASE
)
_UNTIL = re.compile(r",? until\b|,? before\b")
# Capitalised after `run by`, and no owner of a company.
_PUBLIC_BODY = re.compile(
    r"Ministry|Probation|Community Rehabilitation|Council|Government|NPS|CRC|HM|Majesty|Prison|Chief"
)
_AFTER = re.compile(
    r"^-(?:owned|run|led|managed)\b|^(?:’s?|'s?)? (?:(?:now|also) )?(?:group|took (?:formal )?ownership|own(?:s|ed)"
    r"|runs?|ran|CRCs?|Community Rehabilitation|consortium|is the (?:owner|parent)|group’s)\b"
    r"|^,? (?:which|who) (?:also )?(?:owns?|runs?)\b"
    r"|^, (?:the (?:company|CRC|organisation)’s|its) (?:(?:then|former|private) )?(?:owners?|parent)\b"
)


def owner_of(release: Release) -> str | None:
    """The owner the release names; none where it is only described."""
    text = release.text
    best: tuple[bool, int, int, str] | None = None
    for found in _pattern().finditer(text):
        before = text[max(0, found.start() - 90) : found.start()].rsplit("\n", 1)[-1]
        after = text[found.end() : found.end() + 40]
        if _OWNING.search(before) or _AFTER.search(after):
            is_former = _FORMER.search(before) or _UNTIL.match(after)
            rank = (is_former is not None, -len(found[0]), found.start(), found[0])
            best = min(best, rank) if best else rank
    if best:
        return _fullest(text, best[3])
    for unknown in _BY_PATTERN.finditer(text):
        before = text[max(0, unknown.start() - 40) : unknown.start()]
        if not _PUBLIC_BODY.search(unknown["name"]) and not _FORMER.search(before):
            return unknown["name"]
    return None


@cache
def _pattern() -> re.Pattern[str]:
    forms = sorted(load("organisations")["owner_forms"], key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(form) for form in forms)})(?!\w)")


def _fullest(text: str, name: str) -> str:
    """The longest way this release writes the same owner."""
    forms: dict[str, str] = load("organisations")["owner_forms"]
    same = [form for form, owner in forms.items() if owner == forms[name] and form.startswith(name) and form in text]
    return max(same, key=len)
