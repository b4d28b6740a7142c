"""Whether quoted words hold a clause that stands by itself, or are set into the writer's own sentence.

Finite verbs are weighed against the words that open dependent clauses; no parser, and no model.
"""

import re
from functools import cache

from transform.vocabulary import load

_SENTENCE = re.compile(r"(?<=[.!?…])[”’\"')]{0,3}\s+|\n\n|;\s|\s[–—-]\s|:\s")
_WORD = re.compile(r"[\w’'-]+|,")
# Open a clause, or stand before a noun.
_TWO_WAYS = frozenset({"that", "as", "since", "than"})
_PRONOUNS = frozenset({"i", "we", "they", "he", "she", "you"})
_DEFINITE = frozenset({"the", "this", "that", "our", "their", "its", "every", "each", "a", "an", "my"})
# Right after a noun these open a clause without `that`.
_AFTER_NOUNS = frozenset({"it", "nobody", "everybody", "everyone", "someone"})
_PREPOSITIONS = frozenset(
    {"of", "in", "at", "for", "from", "with", "on", "under", "across", "within", "without", "around"}
)
# So many words a subject may have before its verb.
_FAR = 12
# `Now comes the hard part.`: the verb stands before its subject.
_INVERTED = re.compile(r"(?:Now|Then|Here|Next) (?:comes|came|begins|began|follows|followed) ")
# A capital, a stop and so many words make a sentence, where one of them can be its verb.
_SENTENCE_WORDS = 10
_PLURAL = frozenset({"people", "children", "women", "men", "families", "victims", "staff"})
_RELATIVES = frozenset({"who", "which", "whom", "whose"})
_AFTER_TO = frozenset(
    {"to", "not", "can", "could", "will", "would", "should", "may", "might", "must", "cannot", "do", "did", "does"}
)


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(load("clause_words")[name].split())


@cache
def _third_persons() -> frozenset[str]:
    """`writes`, `misses`, `tries`: of the verbs listed, those that are no plural nouns."""
    made = set()
    for base in _listed("verbs"):
        if base.endswith(("s", "x", "ch", "sh", "o")):
            made.add(base + "es")
        elif base.endswith("y") and base[-2] not in "aeiou":
            made.add(base[:-1] + "ies")
        else:
            made.add(base + "s")
    return frozenset(made)


@cache
def _verbs_only() -> frozenset[str]:
    """Base forms that are hardly nouns: those whose third person is no plural noun either."""
    nouns = _listed("plural_nouns")
    return frozenset(base for base in _listed("verbs") if base + "s" not in nouns and base + "es" not in nouns)


def is_full(words: str) -> bool:
    """Whether at least one clause of the quoted words stands by itself.

    A predicate without its subject, a phrase, and a clause hung on `which`, `when` or `who` do not.
    """
    return any(_stands(sentence) for sentence in _SENTENCE.split(words) if sentence)


def _stands(sentence: str) -> bool:
    tokens = [token.replace("’", "'").strip("'") for token in _WORD.findall(sentence)]
    tokens = [token for token in tokens if token]
    tokens = _without_asides(tokens)
    while tokens and (tokens[0] == "," or (tokens[0].lower() in _listed("adverbs") and _skippable(tokens))):
        tokens = tokens[1:]
    if len(tokens) < 2:
        return False
    low = [token.lower() for token in tokens]
    if _INVERTED.match(sentence):
        return True
    if low[0] in _listed("verbs") and tokens[0][0].isupper() and sentence.rstrip("”’\"' ")[-1:] in ".!":
        return True
    if low[0].split("'")[0] in _RELATIVES and not sentence.rstrip().endswith("?"):
        return False
    asks = sentence.rstrip("”’\"' ").endswith("?")
    if low[0] in _listed("openers") and not asks and low[0] not in _TWO_WAYS | {"what", "how"}:
        return "," in low and _holds_clause(low[low.index(",") + 1 :])
    return _holds_clause(low, asks=asks) or _is_written_as_sentence(sentence, low)


def _is_written_as_sentence(sentence: str, low: list[str]) -> bool:
    """A long one with capital and stop, and a form that may be its verb; which one the rules cannot tell."""
    bare = sentence.strip("”’\"'“‘ ")
    if len(low) < _SENTENCE_WORDS or not bare[:1].isupper() or bare[-1:] not in (".", "!"):
        return False
    return any(
        low[at] in _listed("verbs") | _listed("plural_nouns") | _third_persons() | _listed("participles")
        for at in range(1, len(low))
        if low[at - 1] not in _listed("determiners") and low[at - 1] != ","
    )


def _without_asides(tokens: list[str]) -> list[str]:
    """The tokens without an adverb between two commas (`Victims, too, deserve better`)."""
    kept: list[str] = []
    for at, word in enumerate(tokens):
        if word == "," and len(kept) >= 2 and kept[-2] == "," and kept[-1].lower() in _listed("adverbs") and at > 2:
            del kept[-2:]
            continue
        kept.append(word)
    return kept


def _skippable(tokens: list[str]) -> bool:
    """Small words before a clause are passed over, but never one that makes it dependent or is its subject."""
    return tokens[0].lower() not in _listed("openers") and tokens[0].lower() not in _listed("starters")


def _holds_clause(low: list[str], *, asks: bool = False) -> bool:
    """Whether finite verbs outnumber the words that open dependent clauses, the first having a subject before it."""
    while low and (
        low[0] == ","
        or (low[0] in _listed("adverbs") and low[0] not in _listed("openers") and low[0] not in _listed("starters"))
    ):
        low = low[1:]
    if not low:
        return False
    if low[0] == "that" and len(low) > 1 and low[1] not in _listed("finite"):
        low = low[1:]
    if low[:2] == ["all", "that"] and len(low) > 3 and not (low[2] in _PRONOUNS or _is_finite(low, 2)):
        # `All that writing has changed little`: it points at a noun; `all that we need` opens a clause.
        low = ["all", *low[2:]]
    # `what happens when leaders listen` has no verb of its own, `what we need is staff` has.
    opened, verbs = int(low[0] == "what" and not asks), 0
    for at, word in enumerate(low):
        if word.split("'")[0] in _RELATIVES and "'" in word:
            opened += 1
            verbs += 1
        elif word in _listed("contracted"):
            if at == 0 or low[at - 1] in _listed("adverbs") or low[at - 1] == ",":
                return True
            opened += 1
            verbs += 1
        elif word in _PRONOUNS and at + 1 < len(low):
            if (
                at == 0
                or (low[at - 1] in _listed("adverbs") and low[at - 1] not in _listed("openers"))
                or low[at - 1] == ","
            ):
                if low[at + 1] not in ("and", ",", "or"):
                    return True
            elif low[at - 1] not in _listed("openers"):
                opened += 1
        elif (0 < at < len(low) - 1 and _may_follow_noun(low, at) and _is_embedded(low, at)) or (
            word in _listed("openers") and at > 0 and not (word in _TWO_WAYS and not _opens_clause(low, at))
        ):
            opened += 1
        elif _is_finite(low, at):
            if at == 0:
                return False
            if low[at - 1] in ("and", "or") and verbs == opened > 0:
                # `a team that knows its patch and isn’t afraid`: both verbs hang on the one word that opens.
                continue
            verbs += 1
            if verbs > opened:
                return True
    return False


def _may_follow_noun(low: list[str], at: int) -> bool:
    """`it`, `nobody`; and a plural after one thing: `a place people want to be`."""
    return low[at] in _AFTER_NOUNS or (low[at] in _PLURAL and at == 2 and low[0] in ("a", "an") and low[1] != "few")


def _is_embedded(low: list[str], at: int) -> bool:
    """`the progress it has made`: a pronoun right after a noun, its verb following, opens a clause without `that`."""
    before = low[at - 1]
    if (
        before in _listed("adverbs")
        or before in _listed("openers")
        or before in _listed("determiners")
        or before == ","
    ):
        return False
    return not _is_finite(low, at - 1) and _is_finite(low, at + 1)


def _opens_clause(low: list[str], at: int) -> bool:
    """`that`, `as`, `since` open a clause only where a verb follows before the next comma, `than` where it is near."""
    rest = low[at + 1 : at + (4 if low[at] == "than" else 9)]
    if "," in rest:
        rest = rest[: rest.index(",")]
    return any(_is_finite(low, at + 1 + place) or word in _PRONOUNS for place, word in enumerate(rest))


def _is_finite(low: list[str], at: int) -> bool:
    word = low[at]
    behind = low[at + 1] if at + 1 < len(low) else ""
    if word in _listed("finite"):
        return not (at > 0 and low[at - 1] == "to") and not (
            word in ("do", "have") and at > 0 and low[at - 1] in _AFTER_TO
        )
    if at == 0:
        return (word in _third_persons() and word not in _listed("plural_nouns")) or word in _verbs_only()
    before = low[at - 1]
    while before in (
        "also",
        "still",
        "often",
        "always",
        "never",
        "only",
        "just",
        "now",
        "already",
        "too",
        "rarely",
        "really",
        "simply",
    ) or (before.endswith("ly") and at > 1):
        at -= 1
        before = low[at - 1] if at else ""
        if not at:
            break
    if word in _listed("plural_nouns") and before in _listed("singular"):
        return before not in ("more", "much", "little", "each", "one") or behind == "to" or behind in _listed("objects")
    stranded = before == "to" and behind in _listed("objects")
    if (before in _listed("determiners") or before == ",") and not (stranded and word.endswith("ed")):
        return False
    if before.endswith(("'ve", "'re", "'d")) and word.endswith("ed"):
        return False
    if word == "meant" and behind not in ("", "to", "for", "as", "by", ",") and before not in _listed("finite"):
        return True
    if word in _listed("participles") or word.endswith("ed"):
        if before in (
            "been",
            "be",
            "being",
            "was",
            "were",
            "is",
            "are",
            "has",
            "have",
            "had",
            "not",
            "get",
            "getting",
            "got",
        ):
            return False
        return (
            (before in _listed("singular") and before not in ("more", "much", "little"))
            or behind in _listed("objects")
            or (word in _listed("intransitive") and behind not in ("by", ""))
        )
    if word in _listed("plural_nouns"):
        owned = at > 1 and low[at - 2] in _DEFINITE
        is_clear = word in _listed("clear") and behind not in _listed("determiners") and behind not in ("", ",")
        bare_subject = (at == 1 or owned) and is_clear
        return (behind in _listed("objects") or bare_subject or (behind == "to" and word in _listed("clear"))) and not (
            before.endswith("s")
        )
    if word in _third_persons():
        return not before.endswith("s") or before in ("this", "us", "staff's", "service's") or before.endswith("ss")
    if word in _listed("verbs"):
        plural = before in _listed("plurals") or before == "who" or _ends_plural(before) or _has_plural_head(low, at)
        return plural and (behind != "of" if behind else at == 1 and word in _verbs_only())
    return False


def _ends_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith(("ss", "'s", "us", "is"))


def _has_plural_head(low: list[str], at: int) -> bool:
    """`Children in this county deserve`: the noun before the preposition is the subject of what is a verb only."""
    if low[at] not in _verbs_only() or at > _FAR:
        return False
    place = next((place for place in range(1, at - 1) if low[place] in _PREPOSITIONS), None)
    return place is not None and (low[place - 1] in _listed("plurals") or _ends_plural(low[place - 1]))
