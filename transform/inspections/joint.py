"""Whether other inspectorates took part."""

import re

from extract.records import Release

_SISTER = (
    r"HMICFRS|HMIC\b|Ofsted|Estyn|HMCPSI|CQC|Care Quality Commission|HMI Prisons|HM Inspectorate of Prisons"
    r"|HM Inspectorate of Constabulary"
    r"|HMI Constabulary|Healthcare Inspectorate Wales|Care Inspectorate Wales|Care and Social Services Inspectorate"
)
_JOINT = re.compile(
    r"\bjoint(?: [\w-]+){0,4}? (?:inspections?|thematic|reports?|review)\b|\bjointly (?:with|by|between|inspected"
    r"|published|led)\b"
    rf"|\b(?:joined|supported|accompanied|assisted|together)\b[^.\n]{{0,120}}\b(?:{_SISTER})"
    rf"|\bwith (?:colleagues|inspectors|partners) (?:from|at|of) [^.\n]{{0,120}}\b(?:{_SISTER}|inspectorates)"
    r"|\b(?:two|three|four|five|six|both) inspectorates\b|\bjoint inspectors\b",
    re.IGNORECASE,
)
# Told of the inspectorate’s custom and of its partners, not of this inspection.
_CUSTOM = re.compile(r"joint inspection (?:programme|team of the council)", re.IGNORECASE)
_WORDS = re.compile(rf"[Jj]oin|nspectorates|colleagues|{_SISTER}")


def joint(release: Release) -> bool:
    """True where the release says that the inspection was a joint one."""
    if not _WORDS.search(release.text):
        return False
    return any(not _CUSTOM.match(release.text, found.start()) for found in _JOINT.finditer(release.text))
