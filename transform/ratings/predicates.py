"""Turns of phrase that give a grade: what stands right before it and right after it.  Patterns only, all bounded."""

import re

_ADVERBS = (
    r"also|both|all|each|again|now|still|currently|only|just|overall|generally|largely|mostly|previously|consistently|subsequently|therefore|thus"
    r"|once again|equally|wholly|entirely|simply|disappointingly|encouragingly|unsurprisingly|formally|collectively|separately|individually|together|last"
)
_FILL = rf"(?:(?:{_ADVERBS}),? ){{0,3}}"
_RATE = r"rated|graded|judged|assessed|deemed|classed|branded|ranked|marked|considered|found|regarded|labelled|scored|adjudged|rates?|judges?|grades|rating"
_NOUN = r"(?:ratings?|grades?|gradings?|scores?|judge?ments?|marks?|results?|outcomes?)"
_GIVE = (
    r"receiv(?:ed?|es|ing)|given?|gave|giving|award(?:ed|s|ing)?|achiev(?:ed?|es|ing)|earn(?:ed|s|ing)?|gain(?:ed|s|ing)?|secur(?:ed|es|ing)"
    r"|attract(?:ed|s|ing)|obtain(?:ed|s|ing)|got|gets|scor(?:ed|es|ing)|retain(?:ed|s|ing)|maintain(?:ed|s|ing)|kept|keeps|handed"
)
_BE = r"was|were|is|are|be|been|being|remains?|remained|become|became|stayed"

# `were rated as`, `rated`, `was found to be`
RATED = re.compile(
    rf"(?:\b(?:(?:has|have|had|having) {_FILL}(?:been )?{_FILL}|(?:was|were|is|are|being|be|been) {_FILL})|\b)"
    rf"(?P<verb>{_RATE}) {_FILL}(?:(?:as|to be|at|with|to have been|as being|an?|the) {_FILL}){{0,2}}$",
    re.IGNORECASE,
)
COPULA = re.compile(
    rf"\b(?P<modal>(?:can|could|should|must|would|will|may|might|to|not) )?(?:(?:has|have|had) {_FILL})?(?P<be>{_BE}) {_FILL}$",
    re.IGNORECASE,
)
# `an overall rating of`, `the lowest rating possible –`, `overall rating:`
RATING_OF = re.compile(
    rf"\b(?:(?:an?|the|its|their|our|this|same|single|highest|lowest|top|possible|second[- ]highest|second[- ]lowest|overall|regional|performance|inspection|current|previous|new|final"
    rf"|joint|headline|combined|organisational|service)(?:’s)?,? ){{0,6}}(?P<noun>{_NOUN})(?: (?:possible|available|overall|awarded|given))?"
    rf"(?: (?:of|as|is|was|to|at|being)|:| –| —| -|,| \()? ?(?:an? |the )?$",
    re.IGNORECASE,
)
# `received an overall`, `gave the service a`: the noun follows the grade
GIVEN = re.compile(
    rf"\b(?:{_GIVE})\b[^.;:‘“]{{0,60}}?\b(?:an?|the|two|three|four|its|their)? ?(?:overall |regional )?$", re.IGNORECASE
)
GIVEN_DIRECT = re.compile(rf"\b(?:{_GIVE}) (?:an? |the )?(?:overall )?$", re.IGNORECASE)
TO_BE = re.compile(rf"\b(?:to be|as being|as|being|to have been) {_FILL}$", re.IGNORECASE)
JUDGING = re.compile(rf"\b(?:{_RATE}|find|finding|judging|assess|consider|saw|thought)\b", re.IGNORECASE)
STANDARD = re.compile(r"\b(?:to|of|at) an? (?:overall )?$", re.IGNORECASE)
STANDARD_AFTER = re.compile(r"^ (?:overall )?(?:standard|quality|level)(?P<overall> overall)?", re.IGNORECASE)

NOUN_AFTER = re.compile(
    rf"^ (?:(?:overall|performance|inspection|regional) )?{_NOUN}(?: overall)?(?![\w-])", re.IGNORECASE
)
OVERALL_BEFORE = re.compile(
    r"\boverall,? (?:(?:regional|performance|inspection|service|headline) )?(?:(?:ratings?|grades?|gradings?|scores?|judge?ments?)(?: (?:possible|of|as|is|was|to|at|from)|:| –| —| -|,| \()? ?)?(?:an? |the |as |to be )*$",
    re.IGNORECASE,
)
OVERALL_AFTER = re.compile(rf"^,? (?:{_NOUN} )?overall(?![\w-])", re.IGNORECASE)
# `for`, `rating in the areas of`: what was graded follows.
FOR = re.compile(
    rf"^(?: {_NOUN})?(?: overall)?,? (?:(?:also|both|again|only|just) )?(?:for|in relation to|in terms of|with regards? to|when it c[ao]me[s]? to|in|on|across|against|regarding)"
    r"(?: (?:both|each of|all of))? ",
    re.IGNORECASE,
)
OR = re.compile(r"^,? (?:or|nor|and/or) (?:even )?$|^/$|^ or as $", re.IGNORECASE)
AND = re.compile(r"^,? ?(?:and|,|&)?,? ?(?:as )?$", re.IGNORECASE)
FROM = re.compile(
    rf"\b(?:up |down |moved |risen |dropped |improv\w+ |rais\w+ )?from (?:being )?(?:rated )?(?:as )?(?:an? |the |its )?(?:previous |earlier )?(?:overall )?(?:{_NOUN} of )?(?:an? )?$",
    re.IGNORECASE,
)
TO = re.compile(
    rf"^(?: {_NOUN})?(?:,? \(?(?:in|at|when|during|from|following) [^.;‘“]{{1,60}}?\)?,?)? (?:up |down )?to (?:being )?(?:rated )?(?:as )?(?:an? )?(?:overall )?(?:{_NOUN} of )?(?:an? )?$",
    re.IGNORECASE,
)

# Where a clause ends: what stands before has nothing to do with what stands after.
CLAUSE = re.compile(
    r"[;:]| [–—-] |,? (?:but|while|whilst|although|though|whereas|which|who|when|where|however|because|despite|so that|meaning|unlike|yet)\b"
    r"|, (?:and|with|as|so|it|they|we|the (?:service|report|inspection)|inspectors|having|after|following|compared)\b| and (?:it|they|we|inspectors|there)\b",
    re.IGNORECASE,
)
# What joins the items of a list of areas or of bodies.
LIST_GAP = re.compile(
    r"^[’‘'\"”“* ]*(?:,|and|&|, and|as well as|, as well as|along with|plus|, plus|alongside)[’‘'\"“” ]*(?:(?:the|its|their|both|also|for|in|of|on|quality of|work|area|areas|case|in the area of|the quality of|effective|inspections) )*[’‘'\"“]*$",
    re.IGNORECASE,
)
_COUNT = (
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|\d{1,3}|no|none|most|majority|many|several|some|half|number|per cent|proportion|quarter"
    r"|third|thirds|few|fewer|zero|all|both|every|each|remaining|any|other|neither|rest|remainder|handful|more|number|%"
)
_COUNTED = (
    r"standards?|areas?|aspects?|elements?|services|service areas|pdus?|crcs?|cases|inspections|categor(?:y|ies)|domains?|units?|criteria|ratings|yos|yoss|yots?|yjss|regions"
    r"|divisions|trusts|measures|dimensions|organisations|providers|reports|ones|themes|sections|questions|companies|strands?|plans|teams|functions|topics"
)
TALLY = re.compile(
    rf"(?<![\w-])(?:{_COUNT})(?: out)?(?: of)?(?: the| its| our| their| these| those| all)?(?: [\w’-]{{1,20}}){{0,5}}? (?:{_COUNTED})(?![\w-])"
    rf"|(?<![\w-])(?:one|two|three|four|five|six|seven|eight|nine|ten|none|most|both|all|several|many|half|some|zero|\d{{1,3}}|third|quarter|per cent|thirds|the rest|the remainder|the others|another|number) (?:of (?:them|these|those|which|whom) )?(?:(?:have|has|had|were|was|are|is) )?(?:been )?(?:also )?$"
    rf"|(?<![\w-])(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|none|most|all|half|\d{{1,3}}) (?:out )?of (?:the |its |our |a )?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{{1,3}})(?![\w-])",
    re.IGNORECASE,
)
NOT_BEFORE = re.compile(
    r"(?:\b(?:not|never|less than|far from|nowhere near|no|as|too|so|how|very|fairly|quite|pretty|reasonably|exceptionally|more|some)|n’t|n't) ?(?:be |been |being |always |yet |all )?$",
    re.IGNORECASE,
)
# A grade in lower case and without marks is one only where the clause ends with it.
ENDS_CLAUSE = re.compile(
    r"^[’”\"']?(?:[,.;:)…!?]|$| [–—-] | (?:and|but|overall|across|though|although|while|whilst|with|when|despite|because|compared|at|following|after|as (?:was|were|is|are)|by|since|throughout|within|for|in)\b)",
    re.IGNORECASE,
)
SHARE_AFTER = re.compile(
    r"^ (?:enough|at|in (?:only |just |over |under |almost |nearly |about |around |more than |fewer than |less than )?(?:[\w-]+ ){0,5}?(?:cases?|per cent|places|parts|respects|instances|areas|most|many|some|places)|for (?:people|staff|some|many|most|those|them|women|the))\b",
    re.IGNORECASE,
)

PREVIOUS_BEFORE = re.compile(
    r"\b(?:previous(?:ly)?|formerly|originally|initially|up from|down from|had (?:previously )?been (?:rated|graded|judged|given)|had received|an? (?:improvement|increase|rise|drop|decline|fall) (?:on|from)|last (?:rated|inspected|inspection|visited|visit|time|report|judged|year)"
    r"|(?:last|previous|earlier|prior|first|initial) (?:full |joint |core )?(?:inspections?|inspected|rating|visit|report)|inspected in|compared (?:to|with)|at that time|at the time|then rated|back in|improv\w+ on|(?:two|three|four|five|six|seven) years (?:ago|earlier|before))\b",
    re.IGNORECASE,
)
PREVIOUS_AFTER = re.compile(
    r"^[^.;–—]{0,50}?\b(?:(?:at|in|during|following|from|after) (?:its|the|their|our|a|an|that) (?:last|previous|earlier|prior|first|initial)|when (?:it |they |we |inspectors )?(?:was |were )?(?:last|previously|first)? ?(?:inspected|visited)|previously|(?:in|back in|at|since|during) (?:(?:January|February|March|April|May|June|July|August|September|October|November|December|early|late|spring|summer|autumn|winter|mid) )?20[0-2][0-9]|(?:two|three|four|five|six|seven) years (?:ago|earlier|before)|last (?:time|year))\b",
    re.IGNORECASE,
)
NOW = re.compile(
    r"\b(?:now|today|this (?:time|inspection|year)|latest|current(?:ly)?|new|since (?:its|the|their|our|then|that|we|last|being)|improved to|raised to|moved to|fallen to|dropped to|remains?|remained|retained|again)\b",
    re.IGNORECASE,
)
SCALE = re.compile(
    r"\b(?:scale|four[- ]point|four (?:possible )?ratings|one of four|can be (?:rated|given)|are (?:rated|given|scored) (?:on|against|as either|either|from)|either|ranging from|range from|ratings? (?:are|include|consists?)|possible ratings|categories)\b",
    re.IGNORECASE,
)
SERVICE = re.compile(
    r"\b(?:the|this|that|each|every) (?:[a-z][a-z-]{1,20} ){0,3}(?:service|unit|team|trust|division|region|company|organisation|partnership|prison|provider|inspection|area|arrangements)\b(?! areas?)"
    r"|\b(?:the|this|that) (?:CRC|NPS|PDU|YOS|YOT|YJS)\b|\b(?:it|they|both|we|trio|pair)\b|\b(?:quality of (?:the |its |their )?(?:probation |youth justice |youth offending )?(?:work|services?|practice|supervision))\b|\bprobation (?:work|services?)\b",
    re.IGNORECASE,
)
WORK = re.compile(
    r"(?:\b(?:its|the|their|of|that|’s|s’) )?\bwork (?:to|with|on|around|in|for|by|undertaken|done|delivered) ",
    re.IGNORECASE,
)
RESPECTIVELY = re.compile(r"^[^.;]{0,40}?\brespectively\b", re.IGNORECASE)
