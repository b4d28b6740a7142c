"""Whether a form is a finite verb, by the words beside it.  Weighs no clause."""

from functools import cache

from transform.vocabulary import load

_DEFINITE = frozenset({"the", "this", "that", "our", "their", "its", "every", "each", "a", "an", "my"})
_PREPOSITIONS = frozenset(
    {"of", "in", "at", "for", "from", "with", "on", "under", "across", "within", "without", "around"}
)
_AFTER_PARTICIPLES = frozenset(
    {"", ",", "by", "in", "at", "on", "to", "for", "with", "from", "of", "aside", "forward", "as"}
)
_ONE_THING = frozenset({"a", "an", "every", "each", "this", "another", "one"})
_TIMES = frozenset({"year", "month", "week", "day", "time", "summer", "autumn", "winter", "spring", "morning"})
_ASIDE = 2
# So many words a subject may have before its verb.
_FAR = 12
_AFTER_TO = frozenset(
    {"to", "not", "can", "could", "will", "would", "should", "may", "might", "must", "cannot", "do", "did", "does"}
)


@cache
def listed(name: str) -> frozenset[str]:
    """The forms listed under `name` in clause_words.toml."""
    return frozenset(load("clause_words")[name].split())


@cache
def third_persons() -> frozenset[str]:
    """`writes`, `misses`, `tries`: of the verbs listed, those that are no plural nouns."""
    made = set()
    for base in listed("verbs"):
        if base.endswith(("s", "x", "ch", "sh", "o")):
            made.add(base + "es")
        elif base.endswith("y") and base[-2] not in "aeiou":
            made.add(base[:-1] + "ies")
        else:
            made.add(base + "s")
    return frozenset(made)


@cache
def verbs_only() -> frozenset[str]:
    """Base forms that are hardly nouns: those whose third person is no plural noun either."""
    nouns = listed("plural_nouns")
    return frozenset(base for base in listed("verbs") if base + "s" not in nouns and base + "es" not in nouns)


def is_finite(low: list[str], at: int) -> bool:
    """Whether the word at a place of a clause, all in small letters, is its finite verb."""
    word = low[at]
    behind = low[at + 1] if at + 1 < len(low) else ""
    if word in listed("finite"):
        return not (at > 0 and low[at - 1] == "to") and not (
            word in ("do", "have") and at > 0 and low[at - 1] in _AFTER_TO
        )
    if at == 0:
        return (word in third_persons() and word not in listed("plural_nouns")) or word in verbs_only()
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
    if word in listed("plural_nouns") and before in listed("singular"):
        return before not in ("more", "much", "little", "each", "one") or behind == "to" or behind in listed("objects")
    if _one_thing_before(low, at):
        return True
    if before == "," and low[:at].count(",") >= _ASIDE and word in third_persons():
        # `The lack of plans, together with poor records, makes`: the words between the commas part subject and verb.
        return True
    stranded = before == "to" and behind in listed("objects")
    if (before in listed("determiners") or before == ",") and not (stranded and word.endswith("ed")):
        return False
    if before.endswith(("'ve", "'re", "'d")) and word.endswith("ed"):
        return False
    if word == "meant" and behind not in ("", "to", "for", "as", "by", ",") and before not in listed("finite"):
        return True
    if word in listed("participles") or (word.endswith("ed") and word not in listed("verbs")):
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
            (before in listed("singular") and before not in ("more", "much", "little"))
            or behind in listed("objects")
            or (word in listed("intransitive") and behind not in ("by", ""))
            or (word in listed("verbs") and _ends_plural(before) and behind not in _AFTER_PARTICIPLES)
        )
    if word in listed("plural_nouns"):
        owned = at > 1 and low[at - 2] in _DEFINITE
        is_clear = word in listed("clear") and behind not in listed("determiners") and behind not in ("", ",")
        bare_subject = (at == 1 or owned) and is_clear
        return (behind in listed("objects") or bare_subject or (behind == "to" and word in listed("clear"))) and not (
            before.endswith("s")
        )
    if word in third_persons():
        return not before.endswith("s") or before in ("this", "us", "staff's", "service's") or before.endswith("ss")
    if word in listed("verbs"):
        plural = before in listed("plurals") or before == "who" or _ends_plural(before) or _has_plural_head(low, at)
        if word == "need" and behind == "not":
            return True
        return plural and (behind != "of" if behind else at == 1 and word in verbs_only())
    return False


def _one_thing_before(low: list[str], at: int) -> bool:
    """`every child matters`: after one thing what could be a plural noun is a verb."""
    return (
        at > 1
        and low[at - 2] in _ONE_THING
        and low[at] in listed("plural_nouns")
        and not low[at - 1].endswith("s")
        and low[at - 1] not in _TIMES
        and low[at - 1] not in listed("adverbs")
    )


def _ends_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith(("ss", "'s", "us", "is"))


def _has_plural_head(low: list[str], at: int) -> bool:
    """`Children in this county deserve`: the noun before the preposition is the subject of what is a verb only."""
    if low[at] not in verbs_only() or at > _FAR:
        return False
    place = next((place for place in range(1, at - 1) if low[place] in _PREPOSITIONS), None)
    return place is not None and (low[place - 1] in listed("plurals") or _ends_plural(low[place - 1]))
