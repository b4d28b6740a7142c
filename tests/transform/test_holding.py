"""Phrases looked up by the letters they begin with stand where they would be found by looking for each."""

from hypothesis import given
from hypothesis import strategies as st

from transform.metrics.holding import Phrases, starts_of

_WORDS = st.lists(
    st.sampled_from(
        [
            "we",
            "met",
            "men",
            "were",
            "sick",
            "sickness",
            "off",
            "in",
            "of",
            "a",
            "n’t",
            "re",
            "-",
            "offend",
            "officer’s",
            ",",
        ]
    ),
    max_size=12,
)
_PHRASES = st.lists(
    st.sampled_from(
        [" we met ", " men ", " sick", " sickness off ", " of a ", "n’t ", " re - offend", " a", "icer", " off"]
    ),
    max_size=6,
)


@given(_WORDS, _PHRASES)
def test_a_phrase_stands_in_words_where_it_is_part_of_them(words: list[str], phrases: list[str]) -> None:
    text = f" {' '.join(words)} "
    known, starts = Phrases(phrases), starts_of(text)
    assert known.stand_in(text, starts) is any(phrase in text for phrase in phrases)
    assert {phrase for phrase in known.possible(starts) if phrase in text} == {p for p in phrases if p in text}
    assert bool(known) is bool(phrases)
