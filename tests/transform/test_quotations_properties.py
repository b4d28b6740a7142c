import re
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.transform.quotation_cases import read, release_of
from transform.records import Kind

# The regular expressions of the evidence rule, written out again here on purpose.
_EVIDENCE = {
    "double": re.compile('["”]?\n\n["“]?'),
    "single": re.compile("['’]?\n\n['‘]?"),
}
_MARKS = [
    "“",
    "”",
    '"',
    "‘",
    "’",
    "'",
    "''",
    ":",
    ",",
    ".",
    "?",
    "…",
    "(",
    ")",
    "–",
    "\n\n",
    "\n\n• ",
    "\n\n# ",
    "’90s",
    "\ue000",
]
_WORDS = """said|Mr Russell|Dame Glenys Stacey|inspectors|The report|found that|she|Good|the children’s|officers’
|according to|told us|one officer|Chief Inspector of Probation|HM|and|of|Martin Jones|are|who|late|described|as|12|É
|\u2028"""
_PIECES = st.sampled_from([*_MARKS, *_WORDS.split("|")])
_TEXTS = st.one_of(
    st.lists(_PIECES, max_size=60).map(" ".join),
    st.text(alphabet="“”\"‘’' \nab.A:,•", max_size=200),
    st.text(max_size=300),
)


@settings(max_examples=400, deadline=None)
@given(words=_TEXTS, kind=st.sampled_from(list(Kind)))
def test_any_text_gives_spans_that_hold_in_order_without_overlap_and_always_the_same(words: str, kind: Kind) -> None:
    release = release_of(words if words.strip() else "none")
    said, doubts = read(release, kind)
    for mention in said:
        quotation = mention.value
        assert _EVIDENCE[quotation.mark].sub("\n\n", mention.span.of(release.text)) == quotation.text
        assert quotation.text.strip()
        assert quotation.attribution is None or quotation.attribution in release.text
        assert (quotation.speaker is None) == (quotation.speaker_from is None)
        assert quotation.speaker is not None or quotation.speaker_type == "unknown"
    for earlier, later in pairwise(said):
        assert earlier.span.end_char <= later.span.start_char
    for mention in doubts:
        assert mention.value.reason
        assert mention.span.of(release.text)
    assert (said, doubts) == read(release, kind)


_HOSTILE = {
    "opening marks": "“",
    "closing marks": "”",
    "straight marks": '"',
    "single marks": "‘’",
    "straight singles": "' ",
    "pairs": "“a” ",
    "sentences in marks": "“We came.” He said. ",
    "single pairs": "‘a b’ said Mr X. ",
    "digits": "7",
    "capitals": "Aa ",
    "names": "Mr Justin Russell, Chief Inspector, ",
    "verbs": "said ",
    "pronouns": "he said “no”. ",
    "commas": "said, ",
    "paragraphs in marks": "“We came.\n\n",
    "closed paragraphs": "“We came.”\n\n",
    "list items": "• “came”\n\n",
    "unclosed list items": "• “came\n\n",
    "possessives": "’s ",
    "spaces": "a ",
}


@pytest.mark.bench
@pytest.mark.parametrize("unit", _HOSTILE.values(), ids=_HOSTILE.keys())
def test_hostile_text_takes_time_in_proportion_to_its_length(unit: str) -> None:
    def seconds(length: int) -> float:
        release = release_of("He said: " + unit * (length // len(unit)))
        begun = time.process_time()
        read(release)
        return time.process_time() - begun

    seconds(2_000)
    small = min(seconds(8_000) for _ in range(3))
    assert min(seconds(32_000) for _ in range(2)) < max(7 * small, 0.1)
