"""Phrases that name a speaker without capitals, as patterns: inspectors, documents, shares, bodies."""

import re

from transform.quotations.words import alternation

# These open a clause, so that a subject begins after them: `although court staff said`, `a log of what staff called`.
_OPENS_CLAUSE = (
    r"that|which|whom|whose|who|what|when|where|while|whilst|why|how|whether|because|although|though|even|if|unless"
    r"|until|since|whereas|whenever|wherever|once|after|before|than"
)
ADDED = (
    r"(?: (?:on|into|of|by|from|about|in|at|for|with|published|who|whom(?= (?:we|they|(?:the )?inspectors)\b)|we"
    r"|working|under|interviewed|inspectors|itself|there)\b(?! what\b)[^,;:“”\"]{0,90})?"
)
INSPECTORS = (
    r"(?:(?:the|our|these|joint|all|HM|HMI|(?:Her|His) Majesty’s|HMI Probation|inspectorate|probation|prison|lead|some"
    r"|both) ){0,4}(?:(?<!chief )inspectors|(?:inspection|inspectorate|inspecting) team)"
)
INSPECTORS_ADDED = r"(?: (?:from|of|for|at|with|visiting|who|in|themselves)\b[^,;:“”\"]{0,90})?"
DOCUMENT = (
    r"(?:the|this|that|its|our|their|his|her|an?|one|another|both|each|(?:the )?(?:[\w-]{2,25}’s|inspectors’)) "
    rf"(?:(?!(?:the|{_OPENS_CLAUSE})\b)[\w’'-]{{1,25}} ){{0,6}}?(?:{alternation('documents')}|foreword)"
)
PERSONS = alternation("unnamed")
MODIFIER = (
    r"(?!(?:and|or|as|but|for|to|of|with|in|on|at|by|from|one|an?|another|some|many|several|most|few"
    rf"|two|three|the|their|is|are|was|were|has|have|had|be|been|about|there|not|so|then|{_OPENS_CLAUSE})\b)"
    r"[\w’'-]{2,22} "
)
NUMBER = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|\d{1,3})"
# `A youth worker`, `the deputy governor`: the first noun only tells what the second is.
_FIRST_OF_TWO = (
    r"(?:deputy|youth|student|trainee|apprentice|volunteer|peer|family|adult|child|parent) "
    rf"(?=(?:{PERSONS})\b)(?!(?:leads|judges|heads|partners|coaches)\b)"
)
_SPOKESMAN = (
    r"(?-i:[Aa]n? (?:[A-Z][\w&’-]{1,24} (?:(?:of|for|and|the) ){0,2}){1,7})"
    r"(?:spokesperson|spokesman|spokeswoman|official|source|minister|insider)"
)
UNNAMED = (
    rf"(?:(?:(?:{alternation('articles')}|\d{{1,3}}) )?(?:{MODIFIER}){{0,4}}?(?:{_FIRST_OF_TWO})?(?:{PERSONS})"
    rf"|{_SPOKESMAN})"
)
SHARE = (
    rf"(?:(?:{alternation('approximators')}) ){{0,3}}(?:{alternation('shares')}|\d{{1,3}} per cent|\d{{1,3}}%"
    rf"|[a-z-]{{3,14}} per cent|{NUMBER} in {NUMBER}"
    rf"|(?!one ){NUMBER} of (?:the|these|those)(?: {NUMBER})?)(?: of)?(?: the| those| our| all)? "
)
# `The head of the service` is no service.
SMALL_BODY = (
    rf"(?:the|one|another|its|their|our) (?:(?!(?:of|the|{_OPENS_CLAUSE})\b)[\w’'-]{{2,20}} ){{0,2}}?"
    rf"(?:{alternation('small_bodies')})"
)
SMALL_OFFICE = (
    r"(?:the )?(?:(?:interim|acting|outgoing|new|then|current|former) )?"
    r"(?:chief inspectors?|lead inspector|deputy chief inspector)(?: of (?:probation|prisons))?"
)
BEFORE = r"(?<![\w’'-])"


def tail(pattern: str) -> re.Pattern[str]:
    """Compile a phrase that ends where the words end."""
    return re.compile(rf"{BEFORE}{pattern}$", re.IGNORECASE)


def head(pattern: str) -> re.Pattern[str]:
    """Compile a phrase that starts where the words start."""
    return re.compile(rf"{pattern}\b", re.IGNORECASE)
