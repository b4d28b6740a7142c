"""Which of the bodies a release names it reports an inspection of.  Compared, neighbouring and earlier ones are not."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.records import ParagraphKind, Release
from transform.organisations import Body, Naming
from transform.ratings.reading import joined

_ENOUGH = 3
_POINTS = {"title": 3, "lead": 3, "judged": 3, "inspected": 3, "opening": 1, "place in title": 2}
_SURE = {"title", "lead", "inspected"}
_OPENING_PARAGRAPHS = 4
_INSPECTION_OF = re.compile(
    r"\b(?:inspections?|reports?|review|visit|assessment) (?:of|on|into|at|to|in|by) (?:the |both |probation services (?:in|at) |work (?:in|at|by) )?$"
    r"|\b(?:inspected|visited|examined) (?:the |both )?$|\b[Ff]ieldwork (?:for|in|at|of) (?:the )?$|\b(?:gave|given|rated) (?:the )?$"
    r"|\binspect(?:ion|ed|ors)\b[^.;\n]{0,200}\b(?:looked at|examined|assessed|carried out|work|delivered|done|provided)\b[^.;\n]{0,120}\bby (?:the )?$"
    r"|\bthe (?:first|second|third|fourth|fifth|latest) (?:inspection |report )?(?:of|in|on) (?:the )?$"
    r"|\bthe (?:findings|inspection|inspections|ratings?) (?:for|at|in|of) (?:the )?$",
)
_JUDGED = re.compile(
    r"^[^.;:\n]{0,60}?\b(?:(?:has|have|had|was|were|is|are|each|both|also) )*(?:been )?(?:each |both |all )?(?:rated|received|graded|judged|awarded|given|inspected"
    r"|scored)\b(?![^.\n]{0,60}(?:\bin (?:reports? published|20[0-2][0-9])|\bpreviously))"
)
_ASIDE = re.compile(
    r"\b(?:neighbouring|nearby|unlike|(?:compared|contrast) (?:with|to)|better than|worse than|joins?|joined|joining|formerly|previously|known as|replaced|merged with|sister|such as"
    r"|similar to|replacing|as in|next to|borders?|shares? \w+ \w+ with|led by the|moved to)\b[^.;]{0,160}$",
    re.IGNORECASE,
)
_INSIDE = re.compile(
    r"\b(?:in|across|within|from|of|under|part of|throughout|for) (?:the |one of the )?$|\((?:its|the|part of the) $",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Run:
    """Namings listed together, with the words of their sentence before the first and after the last."""

    namings: tuple[Naming, ...]
    before: str
    after: str


def inspected_bodies(release: Release, known: Sequence[Body]) -> tuple[Body, ...]:
    """The services inspected, in order of first naming.  Those named first where nothing else tells."""
    if not known:
        return ()
    signs = _signs(release, known)
    weights = [(_weight(signs[body.name]), body) for body in known]
    chosen = tuple(body for weight, body in weights if weight >= _ENOUGH)
    if any(
        body.organisation_type == "probation_region" and "title" in signs[body.name] and "judged" in signs[body.name]
        for body in chosen
    ):
        # A region’s release tells its units’ ratings; units are inspected with it only where they are its subject too.
        chosen = tuple(body for body in chosen if body.organisation_type != "pdu" or signs[body.name] & _SURE)
    if not chosen:
        best = max(weights, key=lambda pair: (pair[0], -pair[1].namings[0].span.start_char))
        chosen = (best[1],)
    kept = tuple(body for body in chosen if not _is_setting(release, body, chosen, signs[body.name]))
    return kept or chosen


def _weight(signs: set[str]) -> int:
    if "aside" in signs and not signs & _SURE:
        return 0
    return sum(_POINTS.get(sign, 0) for sign in signs)


def _signs(release: Release, known: Sequence[Body]) -> dict[str, set[str]]:
    owner = {naming.span: body for body in known for naming in body.namings}
    signs: dict[str, set[str]] = {body.name: set() for body in known}
    opening = [p for p in release.paragraphs if p.kind in (ParagraphKind.TEXT, ParagraphKind.BULLET)][
        :_OPENING_PARAGRAPHS
    ]
    title_end = len(release.title)
    opening_end = opening[-1].end_char if opening else title_end
    for run in _runs(release.text, known):
        start = run.namings[0].span.start_char
        found: set[str] = set()
        inspected = _INSPECTION_OF.search(run.before) is not None
        aside = _ASIDE.search(run.before) is not None
        if start < title_end:
            found.add("title")
        elif aside:
            found.add("aside")
        else:
            if opening and start < opening[0].end_char:
                found.add("lead")
            elif start < opening_end:
                found.add("opening")
            if inspected:
                found.add("inspected")
            if start < opening_end and _JUDGED.search(run.after):
                found.add("judged")
        for naming in run.namings:
            signs[owner[naming.span].name] |= found
    plain_title = release.title.lower().replace(",", "")
    for body in known:
        if body.place and body.place in plain_title:
            signs[body.name].add("place in title")
    return signs


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
        before = text[max(0, start - 260) : start].rsplit("\n", 1)[-1]
        made.append(
            _Run(tuple(run), re.split(r"[.?!]”? (?=[A-Z“])", before)[-1], text[end : end + 160].split("\n", 1)[0])
        )
    return made


def _is_setting(release: Release, body: Body, chosen: Sequence[Body], signs: set[str]) -> bool:
    """A region or division that only says where the others are was not itself inspected."""
    if len(chosen) < 2 or body.organisation_type not in ("probation_region", "nps_division"):
        return False
    if body.organisation_type == "probation_region" and any(other.organisation_type == "pdu" for other in chosen):
        return "judged" not in signs and not _is_inspected_region(release, body)
    return "inspected" not in signs and all(
        _INSIDE.search(release.text, max(0, n.span.start_char - 40), n.span.start_char) for n in body.namings
    )


def _is_inspected_region(release: Release, body: Body) -> bool:
    return any(
        re.search(
            r"\b(?:regional )?inspections? of (?:the )?$",
            release.text[max(0, n.span.start_char - 40) : n.span.start_char],
        )
        for n in body.namings
    )
