"""Which of the bodies a release names it reports an inspection of.  Compared, neighbouring and earlier ones are not."""

import re
from collections.abc import Sequence

from extract.records import ParagraphKind, Release
from transform.organisations import Body, Naming

_ENOUGH = 3
_INSPECTION_OF = re.compile(
    r"\b(?:inspections?|reports?|review|visit) (?:of|on|into|at|to|in|by) (?:the |both |probation services (?:in|at) |work (?:in|at|by) )?(?:[\w’,& -]{0,60}, )?$"
    r"|\b(?:inspected|visited|examined) (?:the |both )?$|\b[Ff]ieldwork (?:for|in|at|of) (?:the )?$|\bgave (?:the )?$|\bgiven (?:the )?$|\brated (?:the )?$",
)
_JUDGED = re.compile(
    r"^(?:[^.;:\n]{0,80}?)\b(?:has|have|had|was|were|is|are|each|both|also)? ?(?:been )?(?:each |both |all )?(?:rated|received|graded|judged|awarded|given|inspected|scored)\b"
)
_ASIDE = re.compile(
    r"\b(?:neighbouring|nearby|unlike|compared (?:with|to)|than|join(?:s|ed|ing)?|formerly|previously|known as|replaced|merged with|sister|other|such as|including|like|similar to|"
    r"following|earlier|alongside|replacing|reports? on|inspections? of) (?:the |that of |those of |in |by )?(?:[\w’,& -]{0,40})?$",
    re.IGNORECASE,
)
_PLACE_OF = re.compile(r"\b(?:in|across|within|from|of|under|part of|throughout) (?:the |one of the )?$", re.IGNORECASE)


def inspected_bodies(release: Release, known: Sequence[Body]) -> tuple[Body, ...]:
    """The services inspected, in order of first naming.  Those named first where nothing else tells."""
    if not known:
        return ()
    weights = [(_weight(release, body), body) for body in known]
    chosen = tuple(body for weight, body in weights if weight >= _ENOUGH)
    if not chosen:
        best = max(weights, key=lambda pair: (pair[0], -pair[1].namings[0].span.start_char))
        chosen = (best[1],)
    return _without_settings(release, chosen)


def _weight(release: Release, body: Body) -> int:
    opening = [p for p in release.paragraphs if p.kind is ParagraphKind.TEXT][:2]
    title_end = len(release.title)
    weight = 0
    seen: set[str] = set()
    for naming in body.namings:
        before = release.text[max(0, naming.span.start_char - 100) : naming.span.start_char].rsplit("\n", 1)[-1]
        after = release.text[naming.span.end_char : naming.span.end_char + 120]
        inspected = _INSPECTION_OF.search(before) is not None
        aside = _ASIDE.search(before) is not None and not inspected
        if naming.span.end_char <= title_end:
            seen.add("title")
        elif aside:
            continue
        elif opening and naming.span.start_char < opening[0].end_char:
            seen.add("lead")
        elif len(opening) > 1 and naming.span.start_char < opening[1].end_char:
            seen.add("second")
        if inspected:
            seen.add("inspected")
        if _JUDGED.search(after) and "join" not in before[-60:]:
            seen.add("judged")
    for sign, points in (("title", 3), ("lead", 3), ("second", 1), ("inspected", 2), ("judged", 1)):
        weight += points if sign in seen else 0
    if body.place and body.place in release.title.lower().replace(",", ""):
        weight += 2
    return weight


def _without_settings(release: Release, chosen: tuple[Body, ...]) -> tuple[Body, ...]:
    """A region or division that only says where the others are was not itself inspected."""
    if len(chosen) < 2:
        return chosen
    return tuple(body for body in chosen if not _is_setting(release, body)) or chosen


def _is_setting(release: Release, body: Body) -> bool:
    if body.organisation_type not in ("probation_region", "nps_division"):
        return False
    return all(_is_place(release, naming) for naming in body.namings)


def _is_place(release: Release, naming: Naming) -> bool:
    before = release.text[max(0, naming.span.start_char - 40) : naming.span.start_char]
    return _PLACE_OF.search(before) is not None and not re.search(r"\binspections? of (?:the )?$", before)
