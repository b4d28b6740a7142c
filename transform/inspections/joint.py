"""Whether other inspectorates took part."""

import re

from extract.records import Release

_JOINT = re.compile(
    r"\bjoint(?:ly)?(?: [\w-]+){0,4}? (?:inspections?|thematic|report|review|with|by|between|inspected|published)\b|\b(?:full )?joint inspection\b"
    r"|\b(?:joined|supported|accompanied|assisted) by (?:colleagues? |inspectors? )?(?:from |of )?[^.]{0,80}(?:HMICFRS|HMIC\b|Ofsted|CQC|Care Quality|HMI Prisons|HMCPSI|Estyn|HMI Constabulary)"
    r"|\bfour inspectorates\b|\b(?:two|three|five|six) inspectorates\b",
    re.IGNORECASE,
)
_SISTERS = re.compile(r"HMICFRS|Ofsted|CQC|Care Quality|HMCPSI|Estyn")
_BOILERPLATE = re.compile(r"\b(?:criminal justice joint inspection|joint inspection programme)\b", re.IGNORECASE)


def joint(release: Release) -> bool:
    """True where the release says that the inspection was a joint one."""
    if "oint" not in release.text and "nspectorates" not in release.text and not _SISTERS.search(release.text):
        return False
    return any(not _BOILERPLATE.match(release.text, found.start()) for found in _JOINT.finditer(release.text))
