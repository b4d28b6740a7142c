"""Whether other inspectorates took part."""

import re

from extract.records import Release
from transform.records import Kind

_SISTER = (
    r"HMICFRS|HMIC\b|Ofsted|Estyn|HMCPSI|CQC|Care Quality Commission|HMI Prisons|HM Inspectorate of Prisons"
    r"|HM Inspectorate of Constabulary"
    r"|HMI Constabulary|Healthcare Inspectorate Wales|Care Inspectorate Wales|Care and Social Services Inspectorate"
)
# Where a sign may begin, and what has to follow there.
_BEGINS = re.compile(
    r"Joint|joint|joined|alongside|partnered|supported|accompanied|assisted|together"
    r"|with (?:the (?:help|support|assist)|colleagues|inspectors|partners)|inspectorates"
)
_JOINT = re.compile(
    r"joint(?: [\w-]{1,40}){0,4}? (?:inspections?|thematic|reports?|review|inspectors)\b"
    r"|jointly (?:with|by|between|inspected|published)\b"
    rf"|(?:joined|alongside|partnered|supported|accompanied|assisted|together)\b[^.\n]{{0,120}}\b(?:{_SISTER}|inspectorates\b)"
    rf"|with the (?:help|support|assistance) of [^.\n]{{0,120}}\b(?:{_SISTER})"
    rf"|with (?:colleagues|inspectors|partners) (?:from|at|of) [^.\n]{{0,120}}\b(?:{_SISTER}|inspectorates)",
    re.IGNORECASE,
)
# Words of which every sister body has one: looked for first, for they are rare.
_SISTER_WORDS = (
    "HMIC",
    "Ofsted",
    "Estyn",
    "HMCPSI",
    "CQC",
    "Care ",
    "HMI Pr",
    "Inspectorate of Pri",
    "Constab",
    "Healthcare",
)
# The sister bodies themselves do what inspectors do, or are named beside our own.
_TOOK_PART = re.compile(
    rf"[Ii]nspectors from [^.\n]{{0,80}}\b(?:{_SISTER})\b"
    rf"|\b(?:{_SISTER})\b[^.\n]{{0,60}} (?:also |both |all )?(?:took part|sent inspectors)\b"
    rf"|(?:Inspectorate of Probation|HMI Probation|HMIP)(?: \([\w ]{{2,20}}\))?,?"
    rf" (?:and|with|alongside|together with|,) (?:the )?(?:{_SISTER})\b"
    rf"|\b(?:{_SISTER})(?: and|,) (?:HM )?(?:Inspectorate of Probation|HMI Probation)\b"
)
_SEVERAL = re.compile(r"\b(?:two|three|four|five|six|both) $", re.IGNORECASE)
# `HM Inspectorate of Probation and partner inspectorates`
_BESIDE_OURS = re.compile(
    r"(?:Inspectorate of Probation|HMI Probation|HMIP)(?: \([\w ]{2,20}\))?,? (?:and|with|alongside|together with)"
    r" (?:(?:its|our|the) )?(?:(?:two|three|four|five) )?(?:partner|sister|fellow|other) $"
)
# `a 2012 joint report`: an earlier one.
_OF_BEFORE = re.compile(
    r"\b(?:(?:19|20)[0-9]{2}|last year’s|previous|earlier|last|first) $"
    r"|\b(?:first|earlier|previous|last) (?:report|inspection|review)\b[^.;]{0,90}$",
    re.IGNORECASE,
)
# Told of the inspectorate’s custom and of its partners, not of this inspection.
_CUSTOM = re.compile(
    r"joint inspection (?:programme|team of the council|[^.;\n]{0,60} (?:is (?:planned|due)|will\b))", re.IGNORECASE
)


def joint(release: Release, kind: Kind) -> bool:
    """True where the release says that the inspection was a joint one; one service's is no thematic one it mentions."""
    text = release.text
    for begin in _BEGINS.finditer(text):
        at = begin.start()
        if begin[0] == "inspectorates":
            if _SEVERAL.search(text, max(0, at - 8), at) or _BESIDE_OURS.search(text, max(0, at - 100), at):
                return True
        elif (
            (found := _JOINT.match(text, at))
            and not _CUSTOM.match(text, at)
            and not _OF_BEFORE.search(text, max(0, at - 120), at)
            and (kind is not Kind.INSPECTION or "thematic" not in found[0].lower())
        ):
            return True
    return any(name in text for name in _SISTER_WORDS) and _TOOK_PART.search(text) is not None
