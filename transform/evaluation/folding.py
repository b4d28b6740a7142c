"""Words as they are compared: quote shapes, dash shapes and white space folded, so that typography decides nothing."""

import re
from collections.abc import Iterator

from transform.records import Span

_SHAPES = str.maketrans(
    dict.fromkeys("“”„‟«»″", '"')
    | dict.fromkeys("‘’‚‛′`´", "'")
    | dict.fromkeys("‐‑‒–—―−", "-")
    | {"…": "...", "\u00a0": " "}
)


def folded(words: str | None) -> str:
    """The words with shapes and white space folded; null gives an empty string."""
    return " ".join((words or "").translate(_SHAPES).split())


def occurrences(words: str, text: str) -> Iterator[Span]:
    """Where the words stand in the text, up to shapes and white space; whole words only.

    A masked character (`•`) of the text stands for any letter, digit or sign: gold has numbers in the clear.
    """
    pieces = []
    for character in folded(words):
        if character == " ":
            pieces.append(r"\s{1,4}")
        elif character == '"':
            pieces.append('["“”„‟«»″•]')
        elif character == "'":
            pieces.append("['‘’‚‛′`´•]")
        elif character == "-":
            pieces.append("[-‐‑‒–—―−•]")
        else:
            pieces.append(f"(?:{re.escape(character)}|•)")
    pattern = "".join(pieces).replace(r"(?:\.|•)(?:\.|•)(?:\.|•)", r"(?:…|\.\.\.)")
    if not pattern:
        return
    first, last = folded(words)[0], folded(words)[-1]
    before = r"(?<!\w)" if first.isalnum() else ""
    after = r"(?!\w)" if last.isalnum() else ""
    for found in re.finditer(before + pattern + after, text):
        yield Span(start_char=found.start(), end_char=found.end())
