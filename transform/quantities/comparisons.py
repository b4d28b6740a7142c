"""Whether two quantities are set against each other: `40 cases, up from 25`, `52 per cent against 39`."""

from transform.vocabulary import load

_LISTS = load("comparisons")
_COMPARING = frozenset(tuple(phrase.split()) for phrase in _LISTS["comparing"])
_FILLERS = frozenset(_LISTS["fillers"])
_LONGEST = max(map(len, _COMPARING))


def is_filler(word: str) -> bool:
    """Whether a word may stand between a comparison, or a joining `and`, and its number."""
    return word in _FILLERS


def is_comparison(between: list[str]) -> bool:
    """Whether the words between two quantities end in a comparison: `compared with`, `up from an average of`."""
    end = len(between)
    while end and between[end - 1] in _FILLERS and tuple(between[end - 1 : end]) not in _COMPARING:
        end -= 1
    return any(tuple(between[end - length : end]) in _COMPARING for length in range(1, min(_LONGEST, end) + 1))
