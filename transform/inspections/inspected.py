"""Which of the bodies a release names it reports an inspection of.  Compared, neighbouring and earlier ones are not.

Each naming leaves signs (in the title, judged, scored, set aside …); a body with signs enough was inspected.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.records import ParagraphKind, Release
from transform.organisations import Body, Naming
from transform.organisations.bodies import owners_of
from transform.ratings.reading import joined

_ENOUGH = 3
_POINTS = {
    "title": 3,
    "lead": 3,
    "judged": 3,
    "inspected": 3,
    "often": 2,
    "scored": 2,
    "place in title": 2,
    "opening": 1,
}
_SURE = frozenset({"title", "lead", "inspected"})
_OPENING = 4
# Kinds of body inspected together; others stand in a release as partners of the one inspected.
_TOGETHER = (
    frozenset({"crc", "nps_division", "local_probation"}),
    frozenset({"pdu", "probation_region"}),
)
_INSPECTION_OF = re.compile(
    r"\b(?:[Ii]nspections?|[Rr]eports?|review|visit|assessment) (?:of|on|into|at|to|in|by) (?:the "
    r"|both )?(?:probation services (?:in|at) |work (?:in|at|by) )?$"
    r"|\b(?:inspected|visited|examined) (?:the |both )?$|\b[Ff]ieldwork (?:for|in|at|of) (?:the )?$|\b(?:gave|given"
    r"|rated) (?:the )?$"
    r"|\binspect(?:ion|ed|ors)\b[^.;\n]{0,200}\b(?:looked at|examined|assessed|carried out|work|delivered|done"
    r"|provided)\b[^.;\n]{0,120}\bby (?:the )?$"
    r"|\bthe (?:first|second|third|fourth|fifth|latest) (?:inspection |report )?(?:of|in|on) (?:the )?$"
    r"|\bthe (?:findings|inspections?|ratings?) (?:for|at|in|of) (?:the )?$",
)
_JUDGED = re.compile(
    r"^[^.;:\n]{0,60}?\b(?:(?:has|have|had|was|were|is|are|each|both|also|been|all) ){0,4}"
    r"(?<!to be )(?:rated|received|graded|judged|awarded|given|inspected|scored)\b"
    r"(?![^.,\n]{0,60}(?:\bin (?:reports? published|20[0-2][0-9])|\bpreviously))"
)
# `Bryn PDU ‘Inadequate’`: the verb stands with the body before it.
_GRADE_BESIDE = re.compile(r"^(?: \([^()\n]{1,30}\))?(?:,? as)? [‘'“](?:Outstanding|Good|Requires|Inadequate)")
_SCORED = re.compile(r"^[^.;:\n]{0,60}?\b(?:scor\w{1,40}|points?)\b")
_ASIDE = re.compile(
    r"\b(?:the (?:others?|second|third|fourth|remaining) (?:two |three |four |one )?(?:are|is|were|was)|neighbouring"
    r"|nearby|unlike|(?:compared"
    r"|contrast) (?:with|to)|better than|worse than|joins?|joined"
    r"|joining|formerly|previously|(?<!also )known as"
    r"|replaced|merged with|sister|such as|similar to|replacing|as in|next to|borders?|shares? \w{1,40} \w{1,40} with"
    r"|led by the|moved to|already (?:been )?published|(?<!and its )(?<!and the )(?:neighbour|stablemate)s?"
    r"|(?:other|earlier|previous"
    r"|last (?:year|month|week|spring|summer|autumn|winter)’s) (?:published )?(?:reports?|inspections?))\b[^.;]{0,160}$"
    r"|\b(?:last (?:year|month|week|spring|summer|autumn|winter)|earlier (?:this|in the) (?:year|month"
    r"|spring|summer|autumn|winter)"
    r"|(?:an?|one|two|three|four|six) (?:weeks?|months?) after"
    r"|(?:one of|second|third|fourth|fifth|sixth)\b[^.;\n]{0,140}[, ](?:alongside|after|following|behind)"
    r"|the (?:last|previous|(?:only )?other) [\w ]{2,50} (?:inspected|visited|rated)(?: [\w ]{2,40})?"
    r"|(?:a|one|two|three) years? (?:earlier|ago|before)),? (?:the )?$",
    re.IGNORECASE,
)
# `An inspection of Brookmere YOS is planned`
_TO_COME = re.compile(
    r"(?: \([^()\n]{1,30}\))?(?: [–—]|,| and (?:the )?[\w ]{2,40}?)?"
    r" (?:(?:is|are) (?:planned|due|to follow|expected|under ?way)\b|will (?:follow|be|take|come)\b)"
)
# `was inspected last year`, `a report on it came out in August`: told of other bodies, behind the lead.
_INSPECTED_BEFORE = re.compile(
    r"[^.;:\n]{0,80}?\b(?:(?:inspected|visited) (?:first\b|earlier|previously|last (?:year|month|week|spring|summer"
    r"|autumn|winter|January|February|March|April|May|June|July|August|September|October|November|December)\b)"
    r"|(?:rated|received|given)\b(?:(?!inspect|visit)[^.;\n]){0,40}? in (?:January|February|March|April|May|June|July"
    r"|August|September|October|November|December)\b"
    r"|(?:came out|appeared|(?:was|were) published) (?:in|last|earlier|previously)\b)"
)
# `two of the five PDUs in the Northlands region have been inspected`
_UNITS_IN = re.compile(
    r"\b(?:PDUs?|[Uu]nits?|[Tt]eams?|CRCs?|[Cc]ompanies|[Oo]ffices)\)? (?:in|across|within|of) (?:the )?$"
)
_INSIDE = re.compile(
    r"\b(?:in|across|within|from|of|under|part of|throughout|for) (?:the |one of the )?$|\((?:its|the|part of the) $",
    re.IGNORECASE,
)
_THE_REGION_JUDGED = re.compile(
    r"\b[Tt]he region (?:has been |has |was |is |also ){0,2}(?:rated|received|given|awarded)\b"
    r"|\b(?:rated|gave|given|graded) the region\b"
)
_OF_A_REGION = re.compile(r"\b(?:regional )?inspections? of (?:the )?$")
_SENTENCE = re.compile(r"[.?!]”? (?=[A-Z“])")


@dataclass(frozen=True, slots=True)
class _Run:
    """Namings listed together, with the words of their sentence before the first and after the last."""

    namings: tuple[Naming, ...]
    before: str
    after: str


def inspected_bodies(release: Release, known: Sequence[Body]) -> tuple[Body, ...]:
    """The services inspected, in order of first naming.  The likeliest one where nothing tells enough."""
    if not known:
        return ()
    signs = _signs(release, known)
    weights = {body.name: _weight(signs[body.name]) for body in known}
    best = max(known, key=lambda body: (weights[body.name], -body.namings[0].span.start_char))
    chosen = [body for body in known if weights[body.name] >= _ENOUGH and _goes_with(body, best, signs[body.name])]
    if any(
        body.organisation_type == "probation_region" and "judged" in signs[body.name] and signs[body.name] & _SURE
        for body in chosen
    ):
        # A region’s release tells its units’ ratings; units are inspected with it only where they are its subject too.
        chosen = [body for body in chosen if body.organisation_type != "pdu" or signs[body.name] & _SURE]
    chosen = chosen or [best]
    kept = tuple(body for body in chosen if not _is_setting(release, body, chosen, signs[body.name]))
    return kept or tuple(chosen)


def _weight(signs: set[str]) -> int:
    if "aside" in signs and not signs & _SURE:
        return 0
    return sum(_POINTS.get(sign, 0) for sign in signs)


def _goes_with(body: Body, best: Body, signs: set[str]) -> bool:
    if body.organisation_type == best.organisation_type or "title" in signs:
        return True
    return any({body.organisation_type, best.organisation_type} <= kinds for kinds in _TOGETHER)


def _signs(release: Release, known: Sequence[Body]) -> dict[str, set[str]]:
    owners = owners_of(known)
    signs: dict[str, set[str]] = {body.name: set() for body in known}
    paragraphs: dict[str, set[int]] = {body.name: set() for body in known}
    ends = [p.end_char for p in release.paragraphs if p.kind in (ParagraphKind.TEXT, ParagraphKind.BULLET)][:_OPENING]
    limits = (len(release.title), ends[0] if ends else 0, ends[-1] if ends else 0)
    body_end = len(release.text) if release.notes_start is None else release.notes_start
    for run in _runs(release.text, known):
        start = run.namings[0].span.start_char
        found = _signs_of(run, start, limits)
        for name in (name for naming in run.namings for name in owners[naming.span]):
            signs[name] |= found
            if limits[0] < start < body_end and "aside" not in found:
                paragraphs[name].add(release.text.rfind("\n", 0, start))
    title = release.title.lower().replace(",", "")
    for body in known:
        if len(paragraphs[body.name]) > 1:
            signs[body.name].add("often")
        if body.organisation_type == "probation_region" and _THE_REGION_JUDGED.search(release.text, 0, body_end):
            signs[body.name].add("judged")
        if body.place and body.place in title:
            signs[body.name].add("place in title")
    return signs


def _signs_of(run: _Run, start: int, limits: tuple[int, int, int]) -> set[str]:
    title_end, lead_end, opening_end = limits
    if start < title_end:
        return {"title"}
    inspected = _INSPECTION_OF.search(run.before) is not None
    if _ASIDE.search(run.before) or _TO_COME.match(run.after):
        return {"aside"}
    if run.namings[0].organisation_type == "probation_region" and _UNITS_IN.search(run.before):
        return set()
    if start >= lead_end and _INSPECTED_BEFORE.match(run.after):
        return {"aside"}
    found = {"inspected"} if inspected else set()
    if start < opening_end:
        found.add("lead" if start < lead_end else "opening")
        if _JUDGED.search(run.after) or _GRADE_BESIDE.search(run.after):
            found.add("judged")
    if _SCORED.search(run.after):
        found.add("scored")
    return found


def _runs(text: str, known: Sequence[Body]) -> list[_Run]:
    namings = sorted((naming for body in known for naming in body.namings), key=lambda naming: naming.span)
    runs: list[list[Naming]] = []
    for naming in namings:
        if runs and joined(text, runs[-1][-1].span.end_char, naming.span.start_char):
            runs[-1].append(naming)
        else:
            runs.append([naming])
    made = []
    for run in runs:
        start, end = run[0].span.start_char, run[-1].span.end_char
        before = _SENTENCE.split(text[max(0, start - 260) : start].rsplit("\n", 1)[-1])[-1]
        made.append(_Run(tuple(run), before, text[end : end + 160].split("\n", 1)[0]))
    return made


def _is_setting(release: Release, body: Body, chosen: Sequence[Body], signs: set[str]) -> bool:
    """A region or division that only says where the others are was not itself inspected."""
    if len(chosen) < 2 or body.organisation_type not in ("probation_region", "nps_division"):
        return False
    starts = [naming.span.start_char for naming in body.namings]
    if body.organisation_type == "probation_region" and any(other.organisation_type == "pdu" for other in chosen):
        of_it = any(_OF_A_REGION.search(release.text, max(0, start - 40), start) for start in starts)
        return "judged" not in signs and not of_it
    return "inspected" not in signs and all(_INSIDE.search(release.text, max(0, start - 40), start) for start in starts)
