"""Words made comparable: quote shapes, dash shapes, case and white space folded, and hashes of them.

Every shape maps to one code point, so that positions in `flat(text)` are positions in the text.
"""

import hashlib

_ID_DIGITS = 20

_SHAPES = tuple(
    (shape, plain)
    for shapes, plain in (("‘’‚‛′´", "'"), ("“”„‟″«»", '"'), ("‐‑‒–—―−", "-"), ("\u00a0", " "))
    for shape in shapes
)


def flat(text: str) -> str:
    """The text with shapes and case folded, code point for code point."""
    shaped = text
    if not text.isascii():
        for shape, plain in _SHAPES:  # ten times faster than str.translate
            shaped = shaped.replace(shape, plain)
    lowered = shaped.lower()
    if len(lowered) != len(shaped):  # a few capitals (İ) become two code points
        lowered = "".join(low if len(low := character.lower()) == 1 else character for character in shaped)
    return lowered


def folded(text: str) -> str:
    """`flat`, with every run of white space one space."""
    return " ".join(flat(text).split())


def folded_body(text: str, body_start: int, notes_start: int | None) -> str:
    """The body of a release's text, without title and notes, folded."""
    return folded(text[body_start:notes_start])


def folded_title(title: str) -> str:
    """A title folded; a closing full stop and quote marks do not tell two titles apart."""
    return folded(title).strip(" .\"'")


def digest(*parts: str | None) -> str:
    """20 hexadecimal digits of the SHA-256 of the parts in this order."""
    joined = "\x1f".join("\x00" if part is None else part for part in parts)
    return hashlib.sha256(joined.encode()).hexdigest()[:_ID_DIGITS]


def shingles(body: str, words: int = 5) -> frozenset[int]:
    """Hashes of every run of five words of a folded body; a shorter one is one shingle."""
    tokens = body.split()
    runs = {" ".join(tokens[at : at + words]) for at in range(max(1, len(tokens) - words + 1))}
    return frozenset(int.from_bytes(hashlib.blake2b(run.encode(), digest_size=8).digest(), "big") for run in runs)
