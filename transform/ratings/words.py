"""Words and patterns in which a judgement is told: verbs, nouns, joiners.  Patterns only, every repeat bounded."""

import re


def _any(words: str) -> str:
    return "|".join(word.replace("_", " ") for word in words.split())


FILL_WORDS = _any(
    "also both all each again now still currently only just overall generally largely mostly previously "
    "consistently subsequently therefore thus once_again equally wholly entirely simply disappointingly "
    "encouragingly unsurprisingly formally collectively separately individually together last nevertheless "
    "nonetheless pleasingly worryingly sadly unfortunately regrettably surprisingly understandably deservedly duly "
    "however too either rightly clearly recently first most_recently originally then initially even "
    "already similarly likewise instead indeed this_time on_this_occasion by_contrast in_contrast by_comparison "
    "in_turn on_balance on_the_whole on_the_other_hand in_the_main in_the_end "
    "(?:not_)?for_the_first_time for_a_second_time "
    "by_(?:the_|our_)?inspect(?:ors|orate) by_HM_Inspectorate_of_Probation "
    "(?:inspectors|the_report|the_inspectorate|we|they)_(?:says?|said|finds?|found|conclude[sd]|believed?|noted?)"
)
FILL = rf"(?:(?:{FILL_WORDS}),? ){{0,3}}"
# Behind a verb the adverbs may stand between commas: `was, however, rated`.
_FILL_BEHIND = rf",? {FILL}"
ADVERBS = re.compile(rf"(?:\b(?:{FILL_WORDS}),? ){{1,3}}$", re.IGNORECASE)
# Verbs that give a grade, and verbs that only tell what was found.
GRADING = "rated|graded|judged|awarded|adjudged|scored|ranked|marked|branded|classed|rates?|judges?|grades|rating"
IS_GRADING = re.compile(GRADING, re.IGNORECASE)
FINDING = (
    "picked out|singled out|held up|found|assessed|deemed|considered|regarded|labelled|described|seen|said|thought"
    "|shown"
)
NOUN = "(?:ratings?|grades?|gradings?|scores?|judge?ments?|marks?|results?|outcomes?|verdicts?)"
BE = "was|were|is|are|be|been|being|remains?|remained|become|became|stayed|stays|proved"
MONTH_OR_SEASON = _any(
    "January February March April May June July August September October November December early late spring "
    "summer autumn winter mid"
)
NUMBER_WORD = _any(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen twenty"
)

_GIVEN = _any(
    "receiv(?:ed?|es|ing) given? gave giving award(?:ed|s|ing)? achiev(?:ed?|es|ing) earn(?:ed|s|ing)? "
    "gain(?:ed|s|ing)? secur(?:ed|es|ing) attract(?:ed|s|ing) obtain(?:ed|s|ing) got gets scor(?:ed|es|ing) "
    "retain(?:ed|s|ing) maintain(?:ed|s|ing) kept keeps handed holds? held issued assigned has_had "
    "(?:has|have|had)(?=_(?:an?|the|two|three|four|its|their|only|just)\\b|_?$)"
)
_LIKE_A_RATING = _any(
    "an? the its their our this same single highest lowest top possible second[-_]highest second[-_]lowest "
    "third[-_]highest best worst poorest next_best overall regional performance inspection current previous new "
    "final joint headline combined organisational service separate impressive disappointing individual respective "
    "maximum first fourth third"
)

# `were rated as`, `rated`, `has been judged to be`, `was found to be`; `verb` tells which.
RATED = re.compile(
    rf"(?:\b(?:(?:has|have|had|having){_FILL_BEHIND}(?:been )?{FILL}"
    rf"|(?:was|were|is|are|being|be|been){_FILL_BEHIND})|\b)(?P<verb>{GRADING}|{FINDING}){_FILL_BEHIND}"
    rf"(?:(?:as|to be|to|at|with|to have been|as being|an?|the|in) {FILL}){{0,2}}$",
    re.IGNORECASE,
)
# `has rated Essex CRC`, `to rate the service`: the one judged stands between the verb and the grade.
ACTIVE = re.compile(
    r"\b(?:rated?|rates|graded?|judged?|awarded|gave) (?P<whom>(?!(?:as|to|at|for|in|on|by"
    r"|overall)\b)(?:[^,.;:()‘“”]|\([^()\n]{1,40}\)){2,90}?) (?:as |to be |at |an? )?$",
    re.IGNORECASE,
)
ADVERBIAL = re.compile(
    rf"^(?:(?:(?:{FILL_WORDS})\b|(?:in|at|on|by|during|after|before|following|since|when|once|for|until|having"
    rf"|being|first|newly|also|inspected|visited"
    rf"|(?:{NUMBER_WORD}|an?) (?:years?|months?) (?:after|ago|later|earlier|on))\b"
    r"[^,]{0,60}),? ?){0,4}$",
    re.IGNORECASE,
)
AS_WAS = re.compile(
    r"^[’”'\"]?(?: (?:rating|grade))?(?:, the (?:second[- ])?(?:lowest|highest)[^,.;]{0,40})?[,.;]? (?:and )?(?:as|so)"
    r" (?:too )?(?:was|were|is|are|did|does|do|has|have)"
    r" (?:(?:its|the|their|quality of|work on|those for|that for|those of|that of) ){0,4}",
    re.IGNORECASE,
)
COPULA = re.compile(
    r"\b(?P<modal>(?:can|could|should|must|would|will|may|might|not) )?(?:(?:has|have"
    rf"|had){_FILL_BEHIND})?(?P<be>{BE}){_FILL_BEHIND}(?:of an? )?$",
    re.IGNORECASE,
)
# `was delivered to a`, of a standard
DONE_TO = re.compile(
    rf"\b(?:(?:has|have|had) (?:been )?|(?:was|were|is|are|being) ){FILL}(?:delivered|done|carried out|undertaken"
    r"|performed|completed|managed|provided|run) (?:to|at) an? $",
    re.IGNORECASE,
)
# `had moved up to`, `has improved to`, `fallen to`
MOVED = re.compile(
    r"\b(?:marked|moved|risen|rose|improved|fallen|fell|dropped|slipped"
    r"|dipped|sunk|sank|slid|gone|went|raised|lifted|upgraded|downgraded"
    rf"|increased|declined|climbed|progressed)(?: {NOUN})?(?: up| down)?"
    r"(?:,? by (?:one|two|a|a single) (?:grades?|places?|steps?|notch(?:es)?|ratings?|bands?|levels?))? (?:to"
    rf"|from) (?:an? )?(?:overall )?(?:{NOUN} of )?$"
    r"|\b(?:falls?|fell|fallen|(?:is|are|was|were) placed|comes?|came) (?:in|into) the (?:[\w-]{1,40} ){0,3}(?:category"
    r"|band|bracket|tier|group)"
    r"(?: of|,| –)? ?$",
    re.IGNORECASE,
)
# `an overall rating of`, `the lowest rating possible –`, `overall rating:`
RATING_OF = re.compile(
    rf"\b(?:(?:{_LIKE_A_RATING})(?:’s)?,? ){{0,6}}(?P<noun>{NOUN})(?: (?:possible|available|overall|awarded|given))?"
    r"(?: (?:of|as|is|was|to|at|being)|:| –| —| -|,| \()? ?(?:an? |the |only )?$",
    re.IGNORECASE,
)
# `gave leadership`, `awarded the work with victims a`: the thing judged stands between the verb and what is given.
GAVE = re.compile(
    r"\b(?:gave|gives?|giving|(?:has|have|had) (?:now |also )?(?:given|awarded)|awarded|awards|handed|hands|assigned) "
    r"(?P<whom>(?!(?:an?|the (?:same|highest|lowest)) )[^.;:‘“]{3,140}?)"
    r"(?: (?:an?|its|their|only an?|just an?|also an?))?(?: (?:overall|separate|joint))? ?$",
    re.IGNORECASE,
)
# `received an overall`, `gave the service a`: the noun, or nothing, follows the grade.
GIVEN = re.compile(
    rf"\b(?P<give>{_GIVEN})\b(?P<whom>[^.;:‘“]{{0,80}}?)(?: (?:an?|the|two|three|four|its|their|only an?|just an?"
    r"|also an?))?"
    r" ?(?:overall |regional )?$",
    re.IGNORECASE,
)
MODAL = re.compile(r"\b(?:will|would|can|could|may|might|should|must) (?:\w{2,10} )?$", re.IGNORECASE)
# `were each`, `has now been`: what a verb of giving takes in front of it.
AUXILIARY = re.compile(
    rf"\b(?:(?:has|have|had){_FILL_BEHIND}(?:been )?{FILL}|(?:was|were|is|are|being){_FILL_BEHIND})$", re.IGNORECASE
)
TO_BE = re.compile(rf"\b(?:to be|as being|as|being|to have been) {FILL}(?:of an? )?$", re.IGNORECASE)
JUDGING = re.compile(rf"\b(?:{GRADING}|{FINDING}|find|finding|judging|assess|consider|saw)\b", re.IGNORECASE)
# `as good, the second highest assessment`: words explained as a place on the scale are a grade.
GLOSS = re.compile(
    r"^[’”'\"]?,?(?: [–—-])? ?\(?(?:the|our|its|their) (?:second[- ]|third[- ])?(?:highest|lowest|top|best|worst)\b",
    re.IGNORECASE,
)
STANDARD_BEFORE = re.compile(r"\b(?:to|of|at) (?:an? )?(?:overall )?$", re.IGNORECASE)
STANDARD_AFTER = re.compile(r"^ (?:overall )?(?:standard|quality|level)(?P<overall> overall)?", re.IGNORECASE)
NOUN_AFTER = re.compile(
    rf"^ (?:(?:overall|performance|inspection|regional|quality) )?(?:{NOUN}|reports?|status)(?: overall)?(?![\w-])",
    re.IGNORECASE,
)
OVERALL_BEFORE = re.compile(
    r"\boverall,? (?:(?:regional|performance|inspection|service|headline"
    rf"|effectiveness) )?(?:{NOUN}(?: {FILL}(?:raised|upgraded|improved))?"
    r"(?: (?:possible|of|as|is|was|were|to|at|from)|:| –| —| -|,| \()? ?)?(?:an? |the |as |to be |only ){0,8}$",
    re.IGNORECASE,
)
# `assessing its overall performance as`
OVERALL_WORK = re.compile(
    rf"\boverall (?:performance|quality|effectiveness|standard)(?: of [^,;.]{{1,60}})? (?:(?:{BE}|as"
    rf"|to be) ){{1,8}}{FILL}(?:(?:{GRADING}|{FINDING}) )?"
    r"(?:as |to be )?$",
    re.IGNORECASE,
)
# `the quality of its work was`: the service as a whole, in prose
QUALITY_OF_WORK = re.compile(
    r"\bquality of (?:the (?:\w{1,20}[’']s )?|its |their |this )?(?:overall )?"
    r"(?:probation |youth justice |youth offending )?(?:work"
    r"|services?|practice|supervision)\b"
    r"(?! (?:to|with|on|around|for)\b)|\bwork (?:of|by|carried out by|done by|undertaken by"
    r"|delivered by) (?:the )?(?:[\w’-]{1,40} ){0,6}"
    r"(?:CRC|NPS|division|team|trust|service|unit|company)\b",
    re.IGNORECASE,
)
OVERALL_AFTER = re.compile(rf"^,? (?:{NOUN} )?overall(?![\w-])", re.IGNORECASE)
# `‘Good’ is the overall verdict on`
IS_OVERALL = re.compile(rf"^ (?:is|was|remains) (?:the|its|their|our) overall {NOUN}\b", re.IGNORECASE)
# `this is an ‘Inadequate’ service`
A_SERVICE = re.compile(
    r"^ (?:[a-z-]{3,20} ){0,2}(?:service|team|unit|division|region|trust|company|organisation|provider|partnership)\b"
)
THIS_IS_A = re.compile(
    r"\b(?:this|it|that|service|unit|team|[A-Z][\w’]{1,40}) (?:is|was|remains|runs) (?:now |still |again )?an? $"
)
# `for`, `rating in the areas of`: what was graded follows.
FOR = re.compile(
    rf"^(?: {NOUN})?(?: overall)?,?(?: [–—])? (?:(?:also|both|again|only|just) )?"
    r"(?:for|at(?= (?:keeping|protecting|managing|assess|planning|work|support))|in relation to|in terms of"
    r"|with regards? to|when it c[ao]me[s]? to|in|on|across|against|regarding)(?: (?:both|each of|all of))? ",
    re.IGNORECASE,
)
# `‘Good’ in both offices`: where, and not what.
SOMEWHERE = re.compile(
    r"^ (?:in|across|at) (?:(?:all|both|each|the|its|their|of|most|nearly|every|two|three|four|five|six) ){0,4}"
    r"(?:offices|buildings|premises)\b(?! and)",
    re.IGNORECASE,
)
# `gave its highest rating, ‘Outstanding’, to leadership`: to whom or to what it was given.
GIVEN_TO = re.compile(rf"^(?: {NOUN})?,? to (?=[^.;:]{{3,200}})", re.IGNORECASE)
# `‘Inadequate’, went to public protection`, `‘Good’ was the rating for resettlement`
WENT_TO = re.compile(
    rf"^(?: {NOUN})?,? (?:(?:went|goes|going) to|(?:was|were|is|are|has been|have been) (?:also )?(?:given|awarded"
    rf"|handed(?: out)?|reserved|the {NOUN})"
    r"(?: (?:to|for|in))?|(?:was|were) for) ",
    re.IGNORECASE,
)
# `The two ‘Good’ ratings were for planning and leadership`: a count whose things follow.
WERE_FOR = re.compile(rf"^(?: {NOUN})? (?:was|were) for ", re.IGNORECASE)
# `, with a rating of`, `, at`: the judgement trails after the thing judged.
TRAILING = re.compile(
    r"(?:, (?:which )?| (?:worst|best|lowest|highest|top|bottom),? )"
    r"(?:with|at|on|earning|receiving|taking|getting)(?: (?:an?|the|its|only an?"
    rf"|just an?))?(?: {NOUN} of)?(?: an?)? ?$",
    re.IGNORECASE,
)
FRONTED = re.compile(
    r"\W{0,3}(?:(?:and|but|while|so) )?(?:for|on|in|as for|in terms of|when it comes to|when it came to|regarding"
    r"|across|with|where) (?:its |the |their |both )?(?:(?:quality|standard) of )?(?:its |the |their )?",
    re.IGNORECASE,
)
# `X was one of the few areas to be`: what is judged stands before.
ONE_OF = re.compile(
    r" (?:was|were|is|are|became|becomes) (?:one of|among|the only|the one|the first|the second|the third)"
    r"(?: (?:the|its|only|two|three))?(?: [\w-]{1,40}){0,4}? ?(?:areas?|standards?|aspects?|elements?|services?|units?"
    r"|PDUs?|CRCs?|YOTs?|YJSs?"
    r"|companies|divisions?|regions?)(?: [\w’-]{1,40}){0,5}?"
    r" (?:to (?:be |have been )?|that (?:was|were) |which (?:was|were) )?$"
    r"| (?:is|are|was|were) one of (?:only |just )?(?:two|three|four|five|six) to (?:be )?$",
    re.IGNORECASE,
)
NOW_TOLD = re.compile(
    r"\b(?:now|today(?![;,.])|this (?:time|year|inspection)|since then|has (?:become|improved|risen|moved|fallen"
    r"|slipped|dropped)|currently)\b",
    re.IGNORECASE,
)
COMPARED = re.compile(
    r"\b(?:compar(?:es|ed|ing) (?:with|to)|better than|worse than|(?:up|down) on|against|than|improvement on"
    r"|(?:step|grade|notch|drop|fall|rise|improvement)s? (?:up |down )?(?:from|on)|improves on|follows)"
    r" (?:an? |the |its )?$",
    re.IGNORECASE,
)
IT_WAS_GIVEN = re.compile(
    r"^ (?:rating )?(?:that |which )?(?:it|they|we|inspectors|the [\w-]{2,20}) (?:was|were|had|has|have|received"
    r"|got|earned|achieved|held|gave)\b"
    r"|^ (?:rating )?(?:given|awarded|received|achieved|earned) (?:to it )?"
    r"(?:in|at|last|by|when|four|three|two|five) ",
    re.IGNORECASE,
)
OR = re.compile(r"^,? (?:or|nor|and/or|rather than|not|than) (?:even )?(?:an? )?$|^/$|^ or as $", re.IGNORECASE)
AND = re.compile(r"^,? ?(?:and|,|&)?,? ?(?:as |an? )?$", re.IGNORECASE)
FROM = re.compile(
    rf"\b(?:(?:(?:has|have|had) {FILL})?(?:been )?(?:up|down|raised|lifted|improv\w{{1,40}}|risen|rose|moved|dropped"
    r"|fallen|fell|slipped|dipped|upgraded|downgraded|gone|went|increased|climb\w{0,40}"
    rf"|progress\w{{0,40}})(?: {NOUN})?(?: up| down)? )?from (?:being )?(?:rated )?(?:as )?(?:an? |the "
    rf"|its )?(?:previous "
    rf"|earlier )?(?:overall )?(?:{NOUN} of )?(?:an? )?$",
    re.IGNORECASE,
)
TO = re.compile(
    rf"^(?: {NOUN})?(?:,? \(?(?:in|at|when|during|from|following|four|three|two"
    rf"|five) [^.;‘“]{{1,60}}?\)?,?)? (?:up |down )?to "
    rf"(?:being )?(?:rated )?(?:as )?(?:an? )?(?:overall )?(?:{NOUN} of )?(?:an? )?$",
    re.IGNORECASE,
)
RESPECTIVELY = re.compile(r"^[^.;]{0,60}?\brespectively\b", re.IGNORECASE)
