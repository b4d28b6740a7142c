import pytest
from bs4 import BeautifulSoup

from extract.errors import UnknownLayout
from extract.select import at_most_one, attribute, only

PAGE = BeautifulSoup(
    "<h1>One</h1><p class=a>1</p><p class=a>2</p><time datetime='2024-01-02'></time><b title=' '></b>", "lxml"
)


def test_only_gives_the_single_element():
    assert only(PAGE, "h1", "title").text == "One"


@pytest.mark.parametrize(("selector", "count"), [("p.a", 2), ("h2", 0)])
def test_only_names_what_was_expected_and_the_count(selector, count):
    with pytest.raises(
        UnknownLayout, match=f"expected one body \\({selector}\\), found {count}. If the site was redes"
    ):
        only(PAGE, selector, "body")


def test_at_most_one_is_null_for_none_and_refuses_two():
    assert at_most_one(PAGE, "h2", "heading") is None
    with pytest.raises(UnknownLayout, match="expected at most one body"):
        at_most_one(PAGE, "p.a", "body")


def test_attribute_has_to_hold_something():
    assert attribute(only(PAGE, "time", "date"), "datetime", "the date") == "2024-01-02"
    with pytest.raises(UnknownLayout, match="expected a name in the attribute title"):
        attribute(only(PAGE, "b", "bold"), "title", "a name")
