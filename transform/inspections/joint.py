"""Whether other inspectorates took part."""

import re

from extract.records import Release

_SISTER = (
    r"HMICFRS|HMIC\b|Ofsted|Estyn|HMCPSI|CQC|Care Quality Commission|HMI Prisons|HM Inspectorate of Prisons"
    r"|HM Inspectorate of Constabulary"
    r"|HMI Constabulary|Healthcare Inspectorate Wales|Care Inspectorate Wales|Care and Social Services Inspectorate"
)
# Where a sign may begin, and what has to follow there.
_BEGINS = re.compile(
    r"[Jj]oint|joined|partnered|supported|accompanied|assisted|together"
    r"|with (?:colleagues|inspectors|partners)|inspectorates"
)
_JOINT = re.compile(
    r"joint(?: [\w-]+){0,4}? (?:inspections?|thematic|reports?|review|inspectors)\b"
    r"|jointly (?:with|by|between|inspected|published|led)\b"
    rf"|(?:joined|partnered|supported|accompanied|assisted|together)\b[^.\n]{{0,120}}\b(?:{_SISTER})"
    rf"|with (?:colleagues|inspectors|partners) (?:from|at|of) [^.\n]{{0,120}}\b(?:{_SISTER}|inspectorates)",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"\b(?:two|three|four|five|six|both) $", re.IGNORECASE)
# Told of the inspectorate’s custom and of its partners, not of this inspection.
_CUSTOM = re.compile(r"joint inspection (?:programme|team of the council)", re.IGNORECASE)


def joint(release: Release) -> bool:
    """True where the release says that the inspection was a joint one."""
    text = release.text
    for begin in _BEGINS.finditer(text):
        at = begin.start()
        if begin[0] == "inspectorates":
            if _SEVERAL.search(text, max(0, at - 8), at):
                return True
        elif _JOINT.match(text, at) and not _CUSTOM.match(text, at):
            return True
    return False
