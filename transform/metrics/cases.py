"""Whether a share of the inspectors' cases, plans, assessments or reports met the standard or fell short of it."""

import re

from transform.metrics.bases import Base
from transform.metrics.contexts import Surroundings
from transform.metrics.holding import Phrases, starts_of
from transform.quantities import OF_THE_THINGS, Quantity
from transform.vocabulary import load

_CUES = load("case_judgements")
NOUNS = frozenset(_CUES["nouns"])
# Pieces of work, of which a share that is not blamed did what was asked.
_WORK = frozenset({"plans", "assessments", "reports", "psrs"})
_THINGS = Phrases(_CUES["things"])
_UNLESS = Phrases(_CUES["unless"])
_SHORT = Phrases(_CUES["short"])
_MET = Phrases(_CUES["met"])
_DONE = Phrases(_CUES["done"])
_MET_OR_DONE = Phrases([*_CUES["met"], *_CUES["done"]])
_MEASURED = tuple(_CUES["measured"])
_FACTS = Phrases(_CUES["facts"])
_FEATURES = Phrases(_CUES["features"])
_UNITS = frozenset({"percent", "cases", "count", "reports", "percentage_points"})
# `were not made in …`: a negation this many letters before the work done belongs to it.
_NEAR = 20
_SHARE_OF_CASES = re.compile(r" (?:share|proportion|percentage) of (?:the |all )?(?:cases|plans|assessments|reports) ")
# `no home visit had been made in …`.
_NOTHING_DONE = re.compile(
    r"^ (?:(?:and|but|that|,) )?no (?:[^ ,]{1,30} ){1,8}?(?:had|has|have|was|were|is|are) [^,;]{0,400}$"
)
# Which cases, said right behind them.
_RELATIVE = re.compile(
    r"(?:of (?:(?!(?:had|have|has|were|was|did|showed) )[^ ,]{1,30} ){1,4})?(?:where|in which|that|with|requiring) "
)
# Of these, a number that ended or failed tells nothing of the work on them.
_WHOLES = frozenset({"work", "time"})
_FINISHED = frozenset({"orders", "disposals", "records"})
_COMPLETING = Phrases([" completed within", " completed in ", " completed on ", " finished ", " completed by "])
# Said with these, a fact of the case tells how it was worked on: `recalled too late`, `assessed well`.
_GRADED = Phrases([" sufficient", " insufficient", " enough", " well ", " too ", " not ", " good ", " poor", " no "])
# What may stand right before a share that ends its clause: `was good in only`, `missing from`.
_LEADING = frozenset({"in", "for", "from", "of", "to", "with", "by", "across", "among", "on", "at", "was", "were"})
_ENDING = frozenset({"in", "for", "from"})
_FEATURED = frozenset({"feature", "factor", "part"})
_ONLY = frozenset({"only", "just", "barely", "hardly", "about"})
_SHORTEST = 4
# That inspectors looked at the cases judges nothing.
_EXAMINED = re.compile(
    r"^(?:of (?:the |these |all )?[^ ]{1,60} )?(?:that |which )?(?:(?:we|they|inspectors|the team|it) (?:have "
    r"|had |’ve )?)?"
    r"(?:inspected|reviewed|examined|looked at|assessed|read|sampled|saw|checked)(?= )"
)
_RATED_SUFFICIENT = re.compile(r" rated (?:as |to be )?(?=(?:in)?sufficient|(?:un)?satisfactory)")
# `Inspectors assessed the work done in 64 cases`: these they inspected.
_LOOKED_AT = re.compile(
    r" (?:inspectors|we|they|team|inspection|inspectorate) (?:have |had |has |also )?"
    r"(?:assessed|examined|looked at|reviewed|inspected|considered|read|studied|analysed) "
)
# What stands ahead of these is told of another share: `31 were planned well, but in 29 …`.
_ANOTHER_CLAUSE = re.compile(r" (?:, (?:but|while|whereas)|;)(?= )")
_VERBS = ("were ", "was ", "had ", "did ", "met ", "showed ", "fell ", "are ", "have ", "lacked ", "contained ")
_NARROW = frozenset({"phrase", "clause"})
_POINTING = frozenset({"", "them", "these", "those", "which", "whom"})


def is_explicit(quantity: Quantity, base: Base) -> bool:
    """Whether the quantity says itself that it is a part of the cases, plans, assessments or reports."""
    is_part = quantity.unit == "percent" or quantity.of is not None
    return is_part and base.noun in NOUNS


def judgement(quantity: Quantity, around: Surroundings, base: Base, *, is_case: bool) -> str:
    """`cases_sufficient`, `cases_insufficient`, or empty where the words judge no cases.

    A share of the cases with a trait (`a weapon was a feature in a third`) is `demographic_share`.
    `base` is what a share is taken of; `is_case` says that cases told before are meant.
    """
    shared = base.noun if quantity.unit == "percent" else ""
    if quantity.unit not in _UNITS or (quantity.noun and quantity.noun not in NOUNS):
        return ""
    if (shared not in _POINTING and shared not in NOUNS) or (shared == "those" and base.kind == "people"):
        return ""
    if quantity.direction and not is_explicit(quantity, base) and not _SHARE_OF_CASES.search(around.before):
        return ""
    is_part = (
        quantity.unit in ("percent", "percentage_points") or quantity.of is not None or quantity.rule == OF_THE_THINGS
    )
    is_told = around.after.startswith(_VERBS) or around.before.endswith(" in ")
    opens = around.before == " in " and around.after.startswith(", ")
    if not is_part and not opens and (around.reach not in _NARROW or not is_told):
        return ""
    if not is_part and _LOOKED_AT.search(around.before):
        return ""
    is_wide = around.reach not in ("phrase", "tight")
    if (around.reach == "sentence" and not is_case) or (is_wide and quantity.rule == "part of a base"):
        return ""
    near, starts = around.near, around.starts
    if not (is_case or quantity.noun in NOUNS or shared in NOUNS or _THINGS.stand_in(near, starts)):
        return ""
    if " - " in near or " rated " in near:
        # `rated sufficient in …` judges cases; `rated ‘Good’` a service.
        whole_words = _RATED_SUFFICIENT.sub(" found ", near.replace(" - ", "-"))
        if _UNLESS.stand_in(whole_words, starts_of(whole_words)):
            return ""
    elif _UNLESS.stand_in(near, starts):
        return ""
    if shared in _WHOLES and not any(word in near for word in _MEASURED):
        return ""
    if (shared or quantity.noun) in _FINISHED and _COMPLETING.stand_in(f" {around.after}", starts):
        return ""
    if quantity.noun in _FINISHED and not is_part:
        return ""
    is_ahead = _is_told_ahead(around.before)
    if _tells_a_fact(around) or (is_ahead and _FEATURES.stand_in(around.before, starts)):
        return "demographic_share" if quantity.unit == "percent" else ""
    after = around.after if shared in _WHOLES else _without_relative(around.after)
    if is_ahead:
        # What stands behind a further `and` is told of the next share.
        judged = _before(around, is_part=is_part) or _after(after.partition(" and ")[0], starts, is_part=is_part)
    else:
        judged = _after(after, starts, is_part=is_part) or _before(around, is_part=is_part, is_adverb=shared == "time")
    if not judged and around.reach == "main" and (shared or quantity.noun) in _WORK and is_part:
        return "cases_sufficient"
    return judged


def _tells_a_fact(around: Surroundings) -> bool:
    """Whether the words behind a share say what its cases were about, and not how they were worked on.

    Behind a dash, or as far out as the whole sentence, they are told of something else.
    """
    if around.reach == "sentence" or "–" in around.after:
        return False
    starts = around.starts
    return _FACTS.stand_in(around.says, starts) and not _GRADED.stand_in(around.near, starts)


def _is_told_ahead(before: str) -> bool:
    """Whether a clause ends in its share: `plans were good in`, `drink was a feature of only`."""
    ahead = before.split()
    while ahead and ahead[-1] in _ONLY:
        ahead.pop()
    if len(ahead) < _SHORTEST or "," in ahead[-_SHORTEST:]:
        return False
    return ahead[-1] in _ENDING or (ahead[-1] == "of" and ahead[-2] in _FEATURED)


def _after(words: str, starts: frozenset[str], *, is_part: bool) -> str:
    """How the words behind a share judge: by the first of praise and blame, else by the work that was done."""
    words = f" {words}"
    short, met = _first(words, _SHORT, starts), _first(words, _MET, starts)
    if met is not None and (short is None or met < short):
        return "cases_sufficient"
    if short is not None:
        return "cases_insufficient"
    return "cases_sufficient" if is_part and _DONE.stand_in(words, starts) else ""


def _before(around: Surroundings, *, is_part: bool, is_adverb: bool = False) -> str:
    """How the words before a share judge: `were not made in …`, `was good in …`, `was done well` 74% of the time."""
    if (not is_adverb and _LEADING.isdisjoint(around.before.split()[-3:])) or around.before.endswith(", with "):
        return ""
    before = _ANOTHER_CLAUSE.split(around.before)[-1].removesuffix(" barely ").removesuffix(" hardly ")
    is_open = is_part or before.endswith(" in ")
    if _NOTHING_DONE.search(before):
        return "cases_insufficient"
    short = _last(before, _SHORT, around.starts)
    # Work that was done is praise only where nothing is blamed: `insufficient attention was given to planning in …`.
    met = _last(before, _MET_OR_DONE if is_open and short is None else _MET, around.starts)
    if short is None and met is None:
        return "cases_sufficient" if is_part and _tells_of_work(around) else ""
    is_short = short is not None and (met is None or short >= met - _NEAR)
    return "cases_insufficient" if is_short else "cases_sufficient"


def _tells_of_work(around: Surroundings) -> bool:
    """Whether a whole clause tells what was done in the share: `in 24 of the 28 cases, assessing drew on …`."""
    is_told = around.before.endswith((" in ", " in only ", " in just "))
    return around.reach == "main" and is_told and ("," in around.after or " of " in around.own)


def _without_relative(after: str) -> str:
    """The words after a share without what says which cases: `of cases where …, nobody had …`, `they reviewed, …`."""
    after = _EXAMINED.sub("", after)
    found = _RELATIVE.match(after)
    if found is None:
        return after
    comma = after.find(" ,", found.end())
    return "" if comma < 0 else after[comma:]


def _first(words: str, cues: Phrases, starts: frozenset[str]) -> int | None:
    places = [place for cue in cues.possible(starts) if (place := words.find(cue)) >= 0]
    return min(places) if places else None


def _last(words: str, cues: Phrases, starts: frozenset[str]) -> int | None:
    places = [place + len(cue) for cue in cues.possible(starts) if (place := words.rfind(cue)) >= 0]
    return max(places) if places else None
