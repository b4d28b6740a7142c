"""Whether a form is a finite verb, by the words beside it.  Weighs no clause."""

from functools import cache

from transform.vocabulary import load

_DEFINITE = frozenset({"the", "this", "that", "our", "their", "its", "every", "each", "a", "an", "my"})
_OWNING = frozenset({"the", "our", "their", "its", "a", "an", "my"})
_NOUNS_TOO = frozenset({"will", "can", "must", "may", "might"})
_NEAR = 5
# After a form that could be a plural noun these show that it is a verb.
_TOLD = frozenset({"how", "why", "what", "whether"})
_ONE_THING = frozenset({"a", "an", "every", "each", "this", "another", "one"})
_TIMES = frozenset({"year", "month", "week", "day", "time", "summer", "autumn", "winter", "spring", "morning"})
_WHO = frozenset({"who", "and"})
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
    if word in _NOUNS_TOO and at > 0 and low[at - 1] in _OWNING:
        return False
    if word == "got":
        return at > 0 and low[at - 1] not in listed("before_participles")
    if word in listed("finite"):
        return not (at > 0 and low[at - 1] == "to") and not (
            word in ("do", "have") and at > 0 and low[at - 1] in _AFTER_TO
        )
    if at == 0:
        return (word in third_persons() and word not in listed("plural_nouns")) or word in verbs_only()
    before = low[at - 1]
    while before in listed("passed_over") or (before.endswith("ly") and at > 1):
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
        if before in listed("before_participles") or (before in _AFTER_TO and not stranded):
            return False
        return (
            (before in listed("singular") and before not in ("more", "much", "little"))
            or behind in listed("objects")
            or (word in listed("intransitive") and behind not in ("by", ""))
            or (at <= _NEAR and _is_plural(before) and _is_object(behind))
        )
    if word in listed("plural_nouns"):
        owned = at > 1 and low[at - 2] in _DEFINITE
        is_clear = word in listed("clear") and behind not in listed("determiners") and behind not in ("", ",")
        bare_subject = (at == 1 or owned) and is_clear
        is_told = behind in listed("objects") or behind in _TOLD or (behind == "to" and word in listed("clear"))
        return (is_told or bare_subject) and (not before.endswith("s") or _has_head(low, at, is_plural=False))
    if word in third_persons():
        is_one = not before.endswith("s") or before in ("this", "us", "staff's", "service's") or before.endswith("ss")
        return is_one or _has_head(low, at, is_plural=False)
    if word in listed("verbs"):
        far = (word in verbs_only() or behind in listed("objects")) and _has_head(low, at, is_plural=True)
        plural = _is_plural(before) or before == "who" or far
        if word == "need" and behind == "not":
            return True
        alone = word in verbs_only() or word + "s" in listed("clear")
        return plural and (behind != "of" or word in verbs_only() if behind else at == 1 and alone)
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


def _is_object(behind: str) -> bool:
    """`Both organisations lost sight`: a bare noun after the form, as far as its looks tell."""
    is_small = (
        behind == ""
        or behind in listed("after_participles")
        or behind in listed("adverbs")
        or behind in listed("openers")
    )
    return not is_small and not behind.endswith(("ed", "ing", "ly"))


def _ends_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith(("ss", "'s", "us", "is"))


def _is_plural(word: str) -> bool:
    return word in listed("plurals") or _ends_plural(word)


def _has_head(low: list[str], at: int, *, is_plural: bool) -> bool:
    """`Children in this county deserve`: the noun before the preposition is the subject, and has the verb's number."""
    if at > _FAR:
        return False
    place = next(
        (place for place in range(1, at - 1) if low[place] in listed("prepositions") or low[place] in _WHO), None
    )
    return place is not None and _is_plural(low[place - 1]) is is_plural
