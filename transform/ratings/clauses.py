"""Where clauses, lists and insertions begin and end around a judgement.  Patterns only, every repeat bounded."""

import re

from transform.ratings.words import FILL, NOUN

# Where a clause ends: what stands before has nothing to do with what stands after.
CLAUSE = re.compile(
    r"[;:]| [–—-] |,? (?:but|while|whilst|although|though|whereas|when|however(?!,)|because|despite|so that|meaning"
    r"|unlike|yet)\b|, overall\b"
    r"|, (?:and|with|as(?! well as)|so|which|who|where)\b"
    r"|, (?=(?:it|they|we|the (?:service|report|inspection)|inspectors|having|after|following|compared)\b)"
    r"| and (?=(?:it|they|we|inspectors|there)\b)",
    re.IGNORECASE,
)
STOP = re.compile(r"[.?!][’”]?(?= )")
# `The service, once ‘Good’, is now …`
ONCE = re.compile(r", (?:once|previously|formerly|last)(?: (?:rated|graded|judged))?(?: as)? $", re.IGNORECASE)
COMMA_AND = re.compile(r", and$", re.IGNORECASE)
# What stands behind the last item of a list where that item begins a clause of its own instead.
SINGULAR_VERB = re.compile(
    r"[’”'\"]? (?:work |services? |provision )?(?P<verb>was|is|has|had|received|got|earned|achieved)\b", re.IGNORECASE
)
# `The rating for leadership, staffing, and planning was`: the verb goes with what stands in front of the list.
RATING_FOR = re.compile(
    rf"\b{NOUN} (?:(?:given|awarded) )?(?:to|for|of|on|in) (?:(?:the|its|their|both|quality|of) ){{0,3}}",
    re.IGNORECASE,
)
SAYS_NO_NUMBER = frozenset({"had", "received", "got", "earned", "achieved"})
VERB_OR_GRADE = re.compile(
    r"[’”'\"]? (?:(?:work|services?|provision) )?(?:was|were|is|are|has|have|had|received|got|rated|to be"
    r"|as|at (?:an? )?[‘'“\"]|[‘'“\"(])",
    re.IGNORECASE,
)
# What joins the items of a list of areas or of bodies; brackets between them are cut out first.
LIST_GAP = re.compile(
    r"^[’‘'\"”“* ]{0,3}(?:, and|, as well as|, along with|, plus|,|and|&|as well as|along with|plus"
    r"|alongside)[’‘'\"“” ]{0,3}"
    r"(?:(?:the|its|their|both|also|for|in|of|on|to|work|area|areas|case|quality|effective"
    r"|inspections|how|neighbour|sister) ){0,5}(?:joint working and )?[’‘'\"“]{0,2}$",
    re.IGNORECASE,
)
# Words inserted between a subject and its predicate: `X, by contrast, was`, `X, which runs …, was`.
INSERTED = re.compile(
    r", (?:which|who|where|that|including|such as|described|an?|the|one|led|owned|run|with|for|despite|like|as"
    r"|by contrast|however|in contrast"
    r"|meanwhile|too|nevertheless|unusually|in particular|on the other hand|for example|on|in|at|based|formerly"
    r"|previously|now|also|inspectors|let|held|helped|hampered|hit|of|to)\b[^.;:]{0,140}, $"
    r"|, (?:[a-z]{2,14}ed|overseen|done|taken|seen|long|still|once|never|so|all"
    r"|both|not|often)\b[^,.;:]{0,100}, $| \([^()\n]{1,60}\)\*? ?$",
    re.IGNORECASE,
)
# `X was very strong and rated`: the predicate begins at its first verb.
COORDINATED = re.compile(
    r"(?<!which)(?<!who)(?<!that) (?:was|were|is|are|has been|have been|fared|did|came) [^,.;:]{1,60}"
    r"(?: and|,|, and|: it|; it|, and (?:it|each|both)) $"
    r"| (?:has|have|had) [^,.;:]{1,60},? and $",
    re.IGNORECASE,
)
# `X, which was separately rated`; `X – plans to … – was rated`
RELATIVE = re.compile(
    rf"(?:,| –| —)? (?:which|that|who) (?:(?:inspectors|we|they|the inspectorate) )?"
    rf"(?:(?:has|have|had) )?(?:{FILL})$",
    re.IGNORECASE,
)
DASHED = re.compile(r" [–—-] [^–—.;:]{1,140} [–—-] $")
# `Hexley PDU, inspected in May, and Corve PDU`
INSPECTED_WHEN = re.compile(r", (?:also |both |all |last )?(?:inspected|visited)[^,.;‘“]{0,40}(?=,)")
BRACKETS = re.compile(r" ?\([^()\n]{1,60}\)\*?")
