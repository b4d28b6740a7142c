"""What makes words of the scale no rating: counts, the scale itself told, shares, praise, wishes, negation."""

import re

from transform.ratings.words import NUMBER_WORD

_COUNT = (
    rf"{NUMBER_WORD}|\d{{1,3}}|no|none|most|majority|many|several|some|half|number|per cent|proportion|quarter"
    r"|third|thirds|(?:two|three)-(?:thirds|quarters|fifths)|few|fewer|zero"
    r"|all|both|every|each|remaining|any|other|neither|rest|remainder|handful|more|%"
)
_COUNTED = (
    r"standards?|areas?|aspects?|elements?|services|service areas|pdus?|crcs?|cases|inspections|categor(?:y|ies)"
    r"|domains?|units?|criteria"
    r"|ratings|yoss?|yots?|yjss?|regions|divisions|trusts|measures|dimensions|organisations|providers|reports|ones|themes|sections"
    r"|questions|companies|strands?|plans|teams|functions|topics|services"
)
_COUNT_ALONE = (
    rf"{NUMBER_WORD}|none|most|both|all|several|many|half|some|zero|\d{{1,3}}|third|quarter|per cent|thirds|the rest"
    r"|nothing"
)

# `five aspects`, `four of the CRCs`, `most`; `three of the ten`
TALLY = re.compile(
    rf"(?<![\w-])(?:{_COUNT})(?: out)?(?: of)?(?: the| its| our| their| these| those"
    rf"| all)?(?: (?!(?:the|years?|months?) )[\w’-]{{1,20}}){{0,5}}? (?:{_COUNTED})(?![\w-])"
    rf"|(?<![\w-])(?:{_COUNT_ALONE}|the remainder|the others|another|number) (?:of (?:them|these|those|which|whom) )?"
    r"(?:(?:have|has|had|were|was|are|is) )?(?:been )?(?:also )?$"
    rf"|(?<![\w-])(?:{NUMBER_WORD}|none|most|all|half|\d{{1,3}}) (?:out )?of (?:the |its |our |a )?(?:{NUMBER_WORD}"
    rf"|\d{{1,3}})(?![\w-])",
    re.IGNORECASE,
)
# `both services`, `all three`, `each`: everything inspected, not a count of some.
EVERY_ONE = re.compile(
    r"^all $|\b(?:both|all (?:of (?:the|these) )?(?:two|three|four|five|six|seven)|each|these (?:two|three|four)"
    r"|the (?:two|three|four) (?:services|pdus|units"
    r"|crcs)|trio|pair)\b",
    re.IGNORECASE,
)
OF_STANDARDS = re.compile(
    r"\b(?:standards?|areas?|aspects?|elements?|cases|domains?|categor(?:y|ies)|ratings|criteria)\b", re.IGNORECASE
)
PLACES = re.compile(r"\bareas (?:of|in) (?:[A-Z]|the (?:city|county|capital))")
NOT_BEFORE = re.compile(
    r"(?:\b(?:not|never|less than|far from|nowhere near|no|too|so|how|very|fairly|quite|pretty|reasonably"
    r"|exceptionally|more|some|really"
    r"|rather|relatively|sufficiently|extremely)|n’t|n't) ?(?:be |been |being |always |yet |all )?$",
    re.IGNORECASE,
)
COUNTED = re.compile(rf"(?<![\w.-])(?:{NUMBER_WORD}|\d{{1,2}}) $", re.IGNORECASE)
OF_THEM = re.compile(
    rf"^[’”]? (?:in|at|for) (?:{NUMBER_WORD}|most|some|half|many|all but \w{{1,40}}) of (?:them|these|those|the)\b"
)
# `anything other than ‘Inadequate’`
OTHER_THAN = re.compile(r"\b(?:other than|anything but|short of)(?: an?)? $", re.IGNORECASE)
# `A rating of ‘Inadequate’ is the lowest of four`: the scale is told.
IS_ON_THE_SCALE = re.compile(
    r"^[’”]? (?:is|means) (?:the |our |its )?(?:second[- ])?(?:lowest|highest|top|best|worst)"
    r"(?: of (?:the |our |its )?four| (?:possible|available)? ?(?:rating|grade|mark)| possible)\b"
)
# A grade in lower case and without marks is one only where the clause ends with it.
ENDS_CLAUSE = re.compile(
    r"^[’”\"']?(?:[,.;:)…!?]|$| [–—-] | (?:and|but|overall|across|though|although|while|whilst|with|when|despite"
    r"|because|compared|at|following"
    r"|after|as well|too|once more|as (?:was|were|is|are)|by|since|throughout|within|for|in)\b)",
    re.IGNORECASE,
)
_SHARE = r"only |just |over |under |almost |nearly |about |around |more than |fewer than |less than "
SHARE_AFTER = re.compile(
    r"^ (?:enough|at (?!the time|(?-i:[A-Z]))"
    rf"|in (?:{_SHARE})?(?:[\w-]{{1,40}} ){{0,5}}?(?:cases?|per cent|parts|respects|instances"
    r"|most|many|some|places)"
    r"|for (?:people|staff|some|many|most|those|them|women))\b",
    re.IGNORECASE,
)
SCALE_TOLD = re.compile(
    r"\b(?:scale|four[- ]point|four (?:possible )?ratings|one of four|can be (?:rated|given)|(?:are|is) (?:rated"
    r"|given|scored) (?:on|against|as either"
    r"|either|from)|either|ranging|range|ratings? (?:are|include|consists?)|possible ratings|categories"
    r"|rates? (?:services|providers|each))\b",
    re.IGNORECASE,
)
# `300 hours of unpaid work were outstanding`, `reviews remained outstanding`: not done yet.
NOT_DONE = re.compile(
    r"\b(?:hours|days|weeks|backlogs?|handful|number|dozens|hundreds|thousands) (?:of )?\b"
    rf"|(?<![\w-])(?:{NUMBER_WORD}|[0-9][0-9,]{{0,20}}|many|most|several|some|few|all) (?:of the |of its |the |its )?"
    r"(?:[a-z-]{2,16} ){0,3}(?:assessments|reviews|plans|reports|orders|appointments|checks|referrals|applications"
    r"|actions|recommendations|enquiries|cases|requirements|hours|tasks|items)\b",
    re.IGNORECASE,
)
# `did not receive a`, `has never been rated`, `was unable to rate planning`: the grade was not given.
DENIED = re.compile(
    r"(?:\b(?:not|never)|n[’']t) (?:(?:been|be|being|yet|have|had|receive|received|get|got|given|give|awarded|award"
    r"|achieve|achieved|earn|earned|reach|rate|rated|judge|judged|grade|graded|found|as|to|an?|the|overall|rating|of"
    r"|grade|it|its|service|them|ever|once|again) ){0,8}$"
    r"|\b(?:unable to|fail(?:s|ed)? to|declined to|refused to) (?:rate|give|award|achieve|earn|get|reach|receive|be)\b"
    r"[^,.;:‘“]{0,40}$",
    re.IGNORECASE,
)
# `Neither leadership nor staffing was rated`
OF_NOTHING = re.compile(
    r"\W{0,20}(?:(?:and|but|while) )?(?:neither|nor|none|no(?! (?:longer|one\b|doubt|surprise))|nothing|nowhere"
    r"|not (?:one|a single))\b",
    re.IGNORECASE,
)
# Wishes, conditions and near misses: the grade was not given.
UNREAL = re.compile(
    r"\b(?:wants?|hop(?:es?|ed|ing)|aim(?:s|ed|ing)?|aspir(?:es?|ed|ing)|need(?:s|ed)? to|needs? an?|expect(?:s"
    r"|ed)? (?:[\w’]{1,40} ){0,4}(?:to|an?)|must|should"
    r"|could|would|might|may (?:be|have|yet)|unless|until(?! (?:last|this|recently|(?:[A-Z][a-z]{1,20} )?20[0-9]{2}))"
    r"|if|narrowly|miss(?:ed|es|ing)|short of|working towards"
    r"|on course|on track|in order to"
    r"|bid to|target of|had it not)\b[^.;:]{0,70}$",
    re.IGNORECASE,
)
# `rates services as …`, `inspections end in grades such as …`: how it is done, not what was given.
CUSTOM = re.compile(
    r"\b(?:rates? (?:services|providers|organisations|each|them from)|grades such as|ratings such as"
    r"|services are rated|(?:no|not in|without) (?:grades|ratings?)"
    r"|could be rated|can be rated|must be rated)\b",
    re.IGNORECASE,
)
