"""Whether quoted words hold a clause that stands by itself, or are set into the writer's own sentence."""

import re

_FINITE = re.compile(
    r"\b(?:is|are|was|were|am|has|have|had|do|does|did|can|could|will|would|shall|should|may|might|must|cannot|isn[’']t|aren[’']t"
    r"|wasn[’']t|weren[’']t|don[’']t|doesn[’']t|didn[’']t|can[’']t|won[’']t|hasn[’']t|haven[’']t|it[’']s|they[’']re|we[’']re|there[’']s"
    r"|we[’']ve|they[’']ve|I[’']m|I[’']ve|that[’']s|he[’']s|she[’']s|you[’']re"
    r"|lacked|lacks|lack|needed|needs|need|remained|remains|remain|felt|feel|feels|told|knew|know|knows|became|become|becomes|went|go|goes"
    r"|came|come|comes|took|take|takes|gave|give|gives|saw|see|sees|showed|shows|failed|fails|fail|wanted|wants|want|continued"
    r"|continues|continue|appeared|appears|seemed|seems|struggled|struggle|struggles|tended|tends|relied|relies|meant|means|fell|rose|grew|kept|keeps"
    r"|got|gets|get|work|works|deserve|deserves|make|makes|made|found|find|finds|use|uses|allow|allows|help|helps|helped|receive|receives|received"
    r"|understand|understands|understood|provide|provides|matter|matters|exist|exists|depend|depends|require|requires|required|believe|believes|do|think"
    r"|welcome|want|hope|expect|encourage|urge|call|commend|praise|recommend|cover|covers|run|runs|ran|stand|stands|stood|fall|falls|vary|varies"
    r"|varied|live|lives|lived|carry|carries|carried|move|moves|moved|achieve|achieved|play|plays|played|offer|offers|offered|begin|began|left|leave|leaves"
    r"|lost|lose|happened|happens|improved|improves|missed|met|meet|meets|held|hold|holds|led|leads)\b"
)
_SUBJECT_PRONOUN = re.compile(
    r"^[“‘\"']?(?:I|we|they|he|she|it|you|there|this|that|these|those|nobody|everyone|no one|nothing|what|who)\b",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(
    r"^(?:which|who|whose|whom|that|when|while|where|because|if|although|though|unless|until|since|after|before|as|to|of|in|on|at|by|for|with"
    r"|from|beyond|without|within|into|over|under|despite|through|between|among|across|against|towards?|about|like|than|not|and|or|but)\b",
    re.IGNORECASE,
)
_AMBIGUOUS = frozenset(
    """work works need needs lack welcome hope call use help cover run stand fall move play offer live vary matter matters means left
    found made led met held lost required improved received understood carried provide made missed deserved achieved experience go
    praise recommend urge encourage want feel know see take give get keep leaves leads holds meets lives moves offers plays""".split()
)
_RELATIVE = re.compile(
    r"\b(?:who|which|that|whose|when|where|whether|if|because|while|although|though|how|what|why|whom)\b", re.IGNORECASE
)
_DETERMINER = re.compile(
    r"\b(?:a|an|the|of|in|for|to|on|at|by|with|from|their|its|our|his|her|this|these|those|more|and|or|no|some|any|such|very|most|less)$",
    re.IGNORECASE,
)
_IMPERATIVE_END = re.compile(r"[.!?…]$")


def is_full(words: str) -> bool:
    """Whether at least one clause of the quoted words stands by itself.

    A predicate without its subject, a phrase, and a clause hung on `which`, `when` or `who` do not.
    """
    text = words.strip(" …")
    sentences = [part for part in re.split(r"(?<=[.!?…])[”’]?\s+|\n\n|;\s|\s[–—]\s|: ", text) if part]
    if len(sentences) > 1 and any(_stands(part) for part in sentences):
        return True
    return any(_stands(part) for part in sentences)


def _stands(sentence: str) -> bool:
    sentence = sentence.strip(" “‘\"'”’")
    if not sentence:
        return False
    for clause in re.split(
        r",\s+(?=(?:and|but|so|yet|or|it|they|we|this|that|there|the|I|he|she|no)\b)|\b(?:and|but)\s+(?=(?:it|they|we|there|I|he|she|this)\b)",
        sentence,
    ):
        if clause and _clause_stands(clause):
            return True
    parts = sentence.split(",")
    # `Despite x, y is z`: the main clause follows the opening phrase.
    return (
        len(parts) > 1
        and _SUBORDINATE.match(sentence) is not None
        and any(_clause_stands(part.strip()) for part in parts[1:4])
    )


def _clause_stands(clause: str) -> bool:
    clause = re.sub(
        r"^(?:and|but|so|yet|or|however|sadly|overall|unfortunately|clearly|now|today|indeed|also|then|too often|all too often)[, ]+",
        "",
        clause.strip(),
        flags=re.IGNORECASE,
    )
    starts_low = _SUBORDINATE.match(clause) is not None and not _SUBJECT_PRONOUN.match(clause)
    if starts_low:
        return False
    for verb in _FINITE.finditer(clause):
        lead = clause[: verb.start()].strip()
        if "’" in verb[0] or "'" in verb[0]:
            if verb[0].split("’")[0].split("'")[0].lower() in (
                "it",
                "they",
                "we",
                "there",
                "i",
                "that",
                "he",
                "she",
                "you",
            ):
                return not _RELATIVE.search(lead) or verb.start() == 0
        if not lead:
            return False
        if verb[0] in _AMBIGUOUS and (_DETERMINER.search(lead) or not _plausible_subject(lead)):
            continue
        if _DETERMINER.search(lead) and verb[0] not in ("is", "are", "was", "were", "has", "have", "had"):
            continue
        relative = _RELATIVE.search(lead)
        if relative is None or (relative.start() == 0 and _SUBJECT_PRONOUN.match(lead)):
            return True
        # `the way that staff work is poor`: the second finite verb belongs to the main clause.
        before = [other for other in _FINITE.finditer(clause, 0, verb.start()) if other.start() > relative.end()]
        if before and relative.start() > 0:
            return True
    return False


def _plausible_subject(lead: str) -> bool:
    """Whether the words before an ambiguous verb end as a subject does: a plural, a pronoun, a name."""
    last = lead.split()[-1].strip(",").lower()
    return last.endswith("s") or last in (
        "i",
        "we",
        "they",
        "you",
        "it",
        "he",
        "she",
        "people",
        "staff",
        "children",
        "who",
        "and",
        "women",
        "men",
        "often",
        "also",
        "still",
        "clearly",
        "really",
    )
