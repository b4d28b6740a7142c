"""Whether quoted words hold a clause that stands by itself, or are set into the writer's own sentence.

Finite verbs are weighed against the words that open dependent clauses; no parser, and no model.
"""

import re

from transform.quotations.clause_words import (
    ADVERBS,
    AUXILIARIES,
    CONTRACTED,
    DETERMINERS,
    FINITE,
    MAY_BE_VERBS,
    OPENERS,
    PREPOSITIONS,
    STARTERS,
    SUBJECT_PRONOUNS,
    TURNS,
    TWO_FACED,
    VERBS,
)
from transform.quotations.finite import is_finite

# Every way begins with one of few characters, so that the others are passed over fast.
_SENTENCE = re.compile(r"[.!?…;:\s](?:(?P<stop>(?<=[.!?…]))[”’\"')]{0,3}\s{1,20}|(?<=\n)\n|(?<=[;:])\s|(?<=\s)[–—-]\s)")
_WORD = re.compile(r"[\w’'-]{1,40}|,")
# Open a clause, or stand before a noun.
_TWO_WAYS = frozenset({"that", "as", "since", "than"})
# Right after a noun these open a clause without `that`.
_AFTER_NOUNS = frozenset({"it", "nobody", "everybody", "everyone", "someone"})
# `Only then did anyone look`, `Never have we seen`: these put the verb before its subject.
# `Now comes the hard part.`: the verb stands before its subject.
_EVERY_THING = frozenset({"everything", "anything", "something", "nothing", "all"})
_OPEN_NOUNS = frozenset({"the", "this", "these", "its", "their", "our"})
_EACH = frozenset({"every", "each", "no", "any"})
_CONDITIONS = frozenset({"if", "when", "while", "although", "unless", "once", "because", "since", "though"})
_INVERTED = re.compile(
    r"(?:now|then|here|there|next) (?:comes|came|begins|began|follows|followed|lies|lay|remains?|remained|exists?),? ",
    re.IGNORECASE,
)
# A capital, a stop and so many words make a sentence, where one of them can be its verb.
_SENTENCE_WORDS = 10
_PLURAL = frozenset({"people", "children", "women", "men", "families", "victims", "staff"})
_RELATIVES = frozenset({"who", "which", "whom", "whose"})
_NO_NOUNS = ADVERBS | OPENERS | DETERMINERS | FINITE
# Small words before a clause are passed over, but never one that makes it dependent or is its subject.
_PASSED_FIRST = ADVERBS - OPENERS - STARTERS
# What tells nothing about clauses is none of these, does not end in -ed and has no letters left out.
_NOTABLE = SUBJECT_PRONOUNS | OPENERS | MAY_BE_VERBS | _AFTER_NOUNS | _PLURAL | _EVERY_THING | _EACH


def is_full(words: str) -> bool:
    """Whether at least one clause of the quoted words stands by itself.

    A predicate without its subject, a phrase, and a clause hung on `which`, `when` or `who` do not.
    """
    at = 0
    for parted in _SENTENCE.finditer(words):
        if _stands(words[at : parted.start() if parted["stop"] is None else parted.end("stop")]):
            return True
        at = parted.end()
    return _stands(words[at:])


def _tokens(sentence: str) -> list[str]:
    """The words and commas of a sentence whose apostrophes are straight, without single marks around them."""
    tokens = _WORD.findall(sentence)
    if "'" in sentence:
        tokens = [bare for token in tokens if (bare := token.strip("'"))]
    return _without_asides(tokens) if tokens.count(",") > 1 else tokens


def _stands(sentence: str) -> bool:
    straight = sentence.replace("’", "'")
    tokens = _tokens(straight.lower())
    end = len(tokens)
    while end and tokens[end - 1] == ",":
        end -= 1
    begin = 0
    while begin < end and (tokens[begin] == "," or tokens[begin] in _PASSED_FIRST):
        begin += 1
    if end - begin < 2:
        return False
    low = tokens[begin:end]
    opening = tokens[0]
    if _INVERTED.match(sentence) or (opening in TURNS and opening != low[0] and low[0] in AUXILIARIES):
        return True
    if low[0] in ("had", "were", "should") and low[1] in SUBJECT_PRONOUNS:
        return "," in low and _holds_clause(low[low.index(",") + 1 :])
    if low[0] in VERBS and _tokens(straight)[begin][0].isupper() and sentence.rstrip("”’\"' ")[-1:] in ".!":
        return True
    if low[0].split("'")[0] in _RELATIVES and not sentence.rstrip().endswith("?"):
        return False
    asks = sentence.rstrip("”’\"' ").endswith("?")
    if low[0] in OPENERS and not asks and low[0] not in _TWO_WAYS | {"what", "how"}:
        if "," in low:
            return _holds_clause(low[low.index(",") + 1 :])
        return low[0] in _CONDITIONS and _holds_second_clause(low)
    return _holds_clause(low, asks=asks) or _is_written_as_sentence(sentence, low)


def _holds_second_clause(low: list[str]) -> bool:
    """`If it closed tomorrow few would notice`: a clause of its own after the one hung before it, and no comma."""
    opened, verbs = 1, 0
    for at in range(1, len(low)):
        word = low[at]
        hangs = word in OPENERS and (word not in _TWO_WAYS or _opens_clause(low, at))
        if hangs or (word in SUBJECT_PRONOUNS and at > 1 and low[at - 1] not in OPENERS):
            opened += 1
        elif is_finite(low, at) and low[at - 1] not in ("and", "or"):
            verbs += 1
    return verbs > opened


def _is_written_as_sentence(sentence: str, low: list[str]) -> bool:
    """A long one with capital and stop, and a form that may be its verb; which one the rules cannot tell."""
    bare = sentence.strip("”’\"'“‘ ")
    if len(low) < _SENTENCE_WORDS or not bare[:1].isupper() or bare[-1:] not in (".", "!"):
        return False
    return any(
        low[at] in TWO_FACED for at in range(1, len(low)) if low[at - 1] not in DETERMINERS and low[at - 1] != ","
    )


def _without_asides(tokens: list[str]) -> list[str]:
    """The tokens without an adverb between two commas (`Victims, too, deserve better`)."""
    kept: list[str] = []
    for at, word in enumerate(tokens):
        if word == "," and len(kept) >= 2 and kept[-2] == "," and kept[-1].lower() in ADVERBS and at > 2:
            del kept[-2:]
            continue
        kept.append(word)
    return kept


def _holds_clause(low: list[str], *, asks: bool = False) -> bool:
    """Whether finite verbs outnumber the words that open dependent clauses, the first having a subject before it."""
    while low and (low[0] == "," or low[0] in _PASSED_FIRST):
        low = low[1:]
    if not low:
        return False
    if low[0] == "that" and len(low) > 1 and low[1] not in FINITE:
        low = low[1:]
    if low[:2] == ["all", "that"] and len(low) > 3 and not (low[2] in SUBJECT_PRONOUNS or is_finite(low, 2)):
        # `All that writing has changed little`: it points at a noun; `all that we need` opens a clause.
        low = ["all", *low[2:]]
    # `what happens when leaders listen` has no verb of its own, `what we need is staff` has.
    opened, verbs = int(low[0] == "what" and not asks), 0
    for at, word in enumerate(low):
        if word not in _NOTABLE and not word.endswith("ed") and "'" not in word:
            continue
        if "'" in word and word.split("'")[0] in _RELATIVES:
            opened += 1
            verbs += 1
        elif word in CONTRACTED:
            if at == 0 or low[at - 1] in ADVERBS or low[at - 1] == ",":
                return True
            opened += 1
            verbs += 1
        elif word in SUBJECT_PRONOUNS and at + 1 < len(low):
            if at == 0 or (low[at - 1] in ADVERBS and low[at - 1] not in OPENERS) or low[at - 1] == ",":
                if low[at + 1] not in ("and", ",", "or"):
                    return True
            elif low[at - 1] not in OPENERS:
                opened += 1
        elif _hangs(low, at):
            opened += 1
        elif is_finite(low, at):
            if at == 0:
                return False
            if low[at - 1] in ("and", "or", "but") and verbs == opened:
                # `ready for a row, and got tea instead` has no subject; in `a team that knows its patch and isn’t
                # afraid` both verbs hang on the one word that opens.
                continue
            verbs += 1
            if verbs > opened:
                return True
    return False


def _hangs(low: list[str], at: int) -> bool:
    """Whether a clause that hangs on another begins at a word, be it said or left out."""
    word = low[at]
    if word in OPENERS and at > 0 and not (word in _TWO_WAYS and not _opens_clause(low, at)):
        return True
    if 0 < at < len(low) - 1 and _may_follow_noun(low, at) and _is_embedded(low, at):
        return True
    return at > 0 and _leaves_out_that(low, at)


def _leaves_out_that(low: list[str], at: int) -> bool:
    """`everything the team does`, `the officer every child deserves`: a clause hangs on the noun without `that`."""
    if low[at] in _EVERY_THING and at + 3 < len(low) and low[at + 1] in _OPEN_NOUNS:
        return any(is_finite(low, place) for place in range(at + 3, min(at + 5, len(low))))
    if low[at] not in _EACH or at + 3 != len(low) or not is_finite(low, at + 2):
        return False
    before = low[at - 1]
    return not (before == "," or before in _NO_NOUNS)


def _may_follow_noun(low: list[str], at: int) -> bool:
    """`it`, `nobody`; and a plural after one thing: `a place people want to be`."""
    return low[at] in _AFTER_NOUNS or (low[at] in _PLURAL and at == 2 and low[0] in ("a", "an") and low[1] != "few")


def _is_embedded(low: list[str], at: int) -> bool:
    """`the progress it has made`: a pronoun right after a noun, its verb following, opens a clause without `that`."""
    before = low[at - 1]
    if before in ADVERBS or before in OPENERS or before in DETERMINERS or before == ",":
        return False
    return not is_finite(low, at - 1) and is_finite(low, at + 1)


def _opens_clause(low: list[str], at: int) -> bool:
    """`that`, `as`, `since` open a clause only where a verb follows before the next comma, `than` where it is near."""
    if low[at] == "that" and low[at - 1] in PREPOSITIONS:
        return False
    rest = low[at + 1 : at + (4 if low[at] == "than" else 9)]
    if "," in rest:
        rest = rest[: rest.index(",")]
    return any(is_finite(low, at + 1 + place) or word in SUBJECT_PRONOUNS for place, word in enumerate(rest))
