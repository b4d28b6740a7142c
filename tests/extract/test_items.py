"""Single pages and listings are told apart by address, and a redirect from one to the other is a soft 404."""

import pytest

from extract.errors import NotARelease
from extract.items import check_redirect, is_single

NEW = "https://hmiprobation.justiceinspectorates.gov.uk"
OLD = "https://www.justiceinspectorates.gov.uk/hmiprobation"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (f"{NEW}/news/some-release/", True),
        (f"{OLD}/media/press-releases/2015/03/some-release/", True),
        (f"{OLD}/?p=1234", True),
        (f"{NEW}/news/", False),
        (f"{NEW}/news/page/2/", False),
        (f"{NEW}/", False),
        (f"{OLD}/", False),
        (f"{OLD}/media/press-releases/", False),
        (f"{OLD}/media/press-releases/2015/03/", False),
        (f"{NEW}/?s=fenmoor", False),
        (f"{OLD}/?p=abc", False),
    ],
)
def test_is_single(url: str, expected: bool) -> None:
    assert is_single(url) is expected


def test_a_release_that_leads_to_a_listing_is_a_soft_404() -> None:
    with pytest.raises(NotARelease, match="soft 404") as raised:
        check_redirect(f"{OLD}/media/press-releases/2015/03/a/", f"{NEW}/news/")
    assert raised.value.kind == "listing"
    assert raised.value.url == f"{OLD}/media/press-releases/2015/03/a"


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        pytest.param(f"{OLD}/?p=1", f"{OLD}/media/press-releases/2015/03/a/", id="number to its page"),
        pytest.param(f"{OLD}/media/press-releases/2015/03/a/", f"{NEW}/news/a/", id="old page to its new place"),
        pytest.param(f"{NEW}/news/a", f"{NEW}/news/a/", id="slash"),
        pytest.param(f"{NEW}/news", f"{NEW}/", id="a listing may lead anywhere: its reader looks itself"),
    ],
)
def test_other_redirects_pass(asked: str, answered: str) -> None:
    check_redirect(asked, answered)
