"""Whether a form is a finite verb, by the words beside it.  Weighs no clause."""

from transform.quotations.clause_words import (
    ADVERBS,
    AFTER_PARTICIPLES,
    AFTER_TO,
    BEFORE_PARTICIPLES,
    CLEAR,
    DETERMINERS,
    FINITE,
    INTRANSITIVE,
    MAY_BE_VERBS,
    NOUNS_TOO,
    OBJECTS,
    OPENERS,
    PARTICIPLES,
    PASSED_OVER,
    PLURAL_NOUNS,
    PLURALS,
    PREPOSITIONS,
    SINGULAR,
    THIRD_PERSONS,
    VERBS,
    VERBS_ONLY,
)

_DEFINITE = frozenset({"the", "this", "that", "our", "their", "its", "every", "each", "a", "an", "my"})
_OWNING = frozenset({"the", "our", "their", "its", "a", "an", "my"})
_NEAR = 5
# After a form that could be a plural noun these show that it is a verb.
_TOLD = frozenset({"how", "why", "what", "whether"})
_ONE_THING = frozenset({"a", "an", "every", "each", "this", "another", "one"})
_TIMES = frozenset({"year", "month", "week", "day", "time", "summer", "autumn", "winter", "spring", "morning"})
_WHO = frozenset({"who", "and"})
_ASIDE = 2
# So many words a subject may have before its verb.
_FAR = 12


def is_finite(low: list[str], at: int) -> bool:
    """Whether the word at a place of a clause, all in small letters, is its finite verb."""
    word = low[at]
    if word not in MAY_BE_VERBS and not word.endswith("ed"):
        return False
    behind = low[at + 1] if at + 1 < len(low) else ""
    if word in NOUNS_TOO and at > 0 and low[at - 1] in _OWNING:
        return False
    if word == "got":
        return at > 0 and low[at - 1] not in BEFORE_PARTICIPLES
    if word in FINITE:
        return not (at > 0 and low[at - 1] == "to") and not (
            word in ("do", "have") and at > 0 and low[at - 1] in AFTER_TO
        )
    if at == 0:
        return (word in THIRD_PERSONS and word not in PLURAL_NOUNS) or word in VERBS_ONLY
    before = low[at - 1]
    while before in PASSED_OVER or (before.endswith("ly") and at > 1):
        at -= 1
        before = low[at - 1] if at else ""
        if not at:
            break
    if word in PLURAL_NOUNS and before in SINGULAR:
        return before not in ("more", "much", "little", "each", "one") or behind == "to" or behind in OBJECTS
    if _one_thing_before(low, at):
        return True
    if before == "," and low[:at].count(",") >= _ASIDE and word in THIRD_PERSONS:
        # `The lack of plans, together with poor records, makes`: the words between the commas part subject and verb.
        return True
    stranded = before == "to" and behind in OBJECTS
    if (before in DETERMINERS or before == ",") and not (stranded and word.endswith("ed")):
        return False
    if before.endswith(("'ve", "'re", "'d")) and word.endswith("ed"):
        return False
    if word == "meant" and behind not in ("", "to", "for", "as", "by", ",") and before not in FINITE:
        return True
    if word in PARTICIPLES or (word.endswith("ed") and word not in VERBS):
        if before in BEFORE_PARTICIPLES or (before in AFTER_TO and not stranded):
            return False
        return (
            (before in SINGULAR and before not in ("more", "much", "little"))
            or behind in OBJECTS
            or (word in INTRANSITIVE and behind not in ("by", ""))
            or (at <= _NEAR and _is_plural(before) and _is_object(behind))
        )
    if word in PLURAL_NOUNS:
        owned = at > 1 and low[at - 2] in _DEFINITE
        is_clear = word in CLEAR and behind not in DETERMINERS and behind not in ("", ",")
        bare_subject = (at == 1 or owned) and is_clear
        is_told = behind in OBJECTS or behind in _TOLD or (behind == "to" and word in CLEAR)
        return (is_told or bare_subject) and (not before.endswith("s") or _has_head(low, at, is_plural=False))
    if word in THIRD_PERSONS:
        is_one = not before.endswith("s") or before in ("this", "us", "staff's", "service's") or before.endswith("ss")
        return is_one or _has_head(low, at, is_plural=False)
    if word in VERBS:
        far = (word in VERBS_ONLY or behind in OBJECTS) and _has_head(low, at, is_plural=True)
        plural = _is_plural(before) or before == "who" or far
        if word == "need" and behind == "not":
            return True
        alone = word in VERBS_ONLY or word + "s" in CLEAR
        return plural and (behind != "of" or word in VERBS_ONLY if behind else at == 1 and alone)
    return False


def _one_thing_before(low: list[str], at: int) -> bool:
    """`every child matters`: after one thing what could be a plural noun is a verb."""
    return (
        at > 1
        and low[at - 2] in _ONE_THING
        and low[at] in PLURAL_NOUNS
        and not low[at - 1].endswith("s")
        and low[at - 1] not in _TIMES
        and low[at - 1] not in ADVERBS
    )


def _is_object(behind: str) -> bool:
    """`Both organisations lost sight`: a bare noun after the form, as far as its looks tell."""
    is_small = behind == "" or behind in AFTER_PARTICIPLES or behind in ADVERBS or behind in OPENERS
    return not is_small and not behind.endswith(("ed", "ing", "ly"))


def _ends_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith(("ss", "'s", "us", "is"))


def _is_plural(word: str) -> bool:
    return word in PLURALS or _ends_plural(word)


def _has_head(low: list[str], at: int, *, is_plural: bool) -> bool:
    """`Children in this county deserve`: the noun before the preposition is the subject, and has the verb's number."""
    if at > _FAR:
        return False
    place = next((place for place in range(1, at - 1) if low[place] in PREPOSITIONS or low[place] in _WHO), None)
    return place is not None and _is_plural(low[place - 1]) is is_plural
