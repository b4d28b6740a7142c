"""The cheap looks before costly ones: that they hide nothing the costly ones would find."""

import re

import pytest

from extract.records import Paragraph, ParagraphKind
from transform.quotations.clause_words import MAY_BE_VERBS
from transform.quotations.finite import is_finite
from transform.quotations.full_names import FullNames
from transform.quotations.marks import DOUBLE, SINGLE, Role, marks
from transform.quotations.sorts import Sort
from transform.quotations.subjects import subject_at_end
from transform.quotations.verbs import verbs
from transform.quotations.words import alternation, forms

_LISTS = ("saying", "judging", "documents", "unnamed", "roles", "shares", "articles", "titled_things", "naming")


@pytest.mark.parametrize("name", _LISTS)
def test_a_pattern_of_a_list_matches_each_of_its_forms_whole(name: str) -> None:
    pattern = re.compile(alternation(name))
    for form in forms(name):
        found = pattern.match(form)
        assert found is not None
        assert found[0] == form


def test_a_pattern_of_a_list_takes_the_longest_form_first() -> None:
    found = re.match(alternation("saying"), "put it this way to us")
    assert found is not None
    assert found[0] == "put it this way"


def test_verbs_are_found_longest_first_and_never_within_a_word() -> None:
    text = "Ms Quill put it this way, and the re-added essay’s view said it"
    assert [verb.words for verb in verbs(text, 0, len(text))] == ["put it this way", "view", "said"]


@pytest.mark.parametrize("share", sorted(forms("shares")))
def test_every_share_of_people_is_read(share: str) -> None:
    words = f"{share} of practitioners"
    subject = subject_at_end(words, 0, len(words))
    assert subject is not None
    assert (subject.sort, subject.name) == (Sort.SHARE, "practitioners")


def test_a_word_that_may_be_no_verb_is_never_finite() -> None:
    assert "went" in MAY_BE_VERBS
    assert is_finite(["the", "team", "went", "home"], 2)
    assert not is_finite(["the", "team", "onward", "home"], 2)


def test_names_asked_for_one_by_one_are_those_of_the_whole_text() -> None:
    lines = [f"Ada {last} and Dame Joan {last} came; so did Ms {last}, and Sir Tom {last}." for last in _LAST_NAMES]
    text = "\n\n".join([*lines, *reversed(lines)])
    every = FullNames(text).every
    asked = FullNames(text)
    for last in _LAST_NAMES:
        assert [naming.start for naming in asked.of(last)] == [naming.start for naming in every[last]]


def test_an_honour_with_a_first_name_means_the_first_so_named() -> None:
    names = FullNames("Joan Marsh spoke.\n\nDame Ivy Quill and Dame Joan Holt spoke.\n\nDame Joan Marsh spoke.")
    first = names.beginning(["Dame", "Joan"], ["Joan"])
    assert first is not None
    assert (first.name, first.start) == ("Joan Marsh", 0)
    assert names.beginning(["Dame", "Ruth"], ["Ruth"]) is None


def test_marks_are_those_of_their_paragraph_and_apostrophes_are_none() -> None:
    text = "“It’s here”\n\nnothing\n\n‘‘so’’ ‘no’"
    paragraphs = [_paragraph(0, 11), _paragraph(13, 20), _paragraph(22, len(text))]
    found = marks(text, paragraphs)
    assert {index: [(mark.start, mark.shape, mark.role) for mark in every] for index, every in found.items()} == {
        0: [(0, DOUBLE, Role.OPEN), (10, DOUBLE, Role.CLOSE)],
        2: [(22, DOUBLE, Role.OPEN), (26, DOUBLE, Role.CLOSE), (29, SINGLE, Role.OPEN), (32, SINGLE, Role.CLOSE)],
    }


_LAST_NAMES = ("Marsh", "Quill", "Holt", "Border", "Tarn", "Fell", "Beck", "Rigg", "Thorpe", "Garth", "Wath", "Scar")


def _paragraph(start: int, end: int) -> Paragraph:
    return Paragraph(kind=ParagraphKind.TEXT, start_char=start, end_char=end)
