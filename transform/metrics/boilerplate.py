"""What the inspectorate says of itself and its way of working, in which no number is a metric."""

from transform.vocabulary import load

_PHRASES = tuple(load("not_metrics")["boilerplate"])


def is_boilerplate(sentence: str) -> bool:
    """Whether a sentence, in lower case with one space between words, tells how the inspectorate works."""
    return any(phrase in sentence for phrase in _PHRASES)
