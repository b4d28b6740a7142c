"""A source is a TOML; one that is wrong says where."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from extract.errors import BadSource, Refused
from extract.sources import Source, load_sources, source_for
from extract.sources.load import read_source

GOOD = 'name = "prisons"\nmodule = "hale_news"\nbase_url = "https://prisons.example"\n'
OLD = "http://www.justiceinspectorates.gov.uk/hmiprobation"
ARCHIVE = 'name = "attic"\nmodule = "web_archive"\nbase_url = "https://attic.example"\n'


def test_the_built_in_sources_are_read() -> None:
    found = load_sources(None)
    assert set(found) == {"hale_news", "legacy_media", "ukgwa", "internet_archive"}
    assert found["hale_news"].base_url == "https://hmiprobation.justiceinspectorates.gov.uk"
    assert found["ukgwa"].is_archive
    assert not found["hale_news"].is_archive
    assert all(source.pace <= 1.0 and source.connect_to is None for source in found.values())


def test_a_sister_inspectorate_is_three_lines(tmp_path: Path) -> None:
    (tmp_path / "prisons.toml").write_text(GOOD, encoding="utf-8")
    found = load_sources(tmp_path)["prisons"]
    assert (found.module, found.listing, found.pace) == ("hale_news", "/news/", 1.0)
    assert found.allowed == {"https://prisons.example:443"}


def test_a_source_of_the_same_name_replaces_the_built_in_one(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(GOOD.replace("prisons", "hale_news", 1) + "pace = 0.2\n", encoding="utf-8")
    assert load_sources(tmp_path)["hale_news"].pace == 0.2
    assert load_sources(tmp_path / "missing").keys() == load_sources(None).keys()


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        pytest.param("name = ", "x.toml: is no TOML", id="broken"),
        pytest.param(GOOD.replace("base_url", "address"), "x.toml: base_url: is missing", id="missing key"),
        pytest.param(GOOD + "colour = 1\n", "x.toml: colour: is no setting of a source; these are", id="unknown key"),
        pytest.param(GOOD + 'pace = "fast"\n', "x.toml: pace: must be a number", id="pace in words"),
        pytest.param(GOOD + "pace = 0\n", "x.toml: pace: must be a number", id="no pace"),
        pytest.param(GOOD + "pace = true\n", "x.toml: pace: must be a number", id="pace true"),
        pytest.param(GOOD + 'places = "https://a.example"\n', "x.toml: places: must be a list", id="one place"),
        pytest.param(GOOD + 'places = ["a.example"]\n', "x.toml: places: ", id="place without a scheme"),
        pytest.param(GOOD + 'connect_to = "127.0.0.1:80"\n', "x.toml: connect_to: ", id="connect_to without a scheme"),
        pytest.param(GOOD + 'listing = "news/"\n', "x.toml: listing: must begin with /", id="listing"),
        pytest.param(GOOD + "first_year = 13\n", "x.toml: first_year: must be a year", id="year"),
        pytest.param(GOOD.replace("hale_news", "gov_uk"), "x.toml: module: must be one of hale_news", id="module"),
        pytest.param(GOOD.replace('"prisons"', '"HMI Prisons"'), "x.toml: name: must be small letters", id="name"),
        pytest.param(GOOD.replace('"https://prisons.example"', '""'), "x.toml: base_url: must be words", id="empty"),
        pytest.param(ARCHIVE, "x.toml: cdx: is missing, and a web_archive needs it", id="archive without index"),
        pytest.param(ARCHIVE + 'dialect = "cdxj"\n', "x.toml: dialect: must be one of", id="dialect"),
    ],
)
def test_a_bad_toml_names_file_and_key(text: str, complaint: str) -> None:
    with pytest.raises(BadSource) as raised:
        read_source(text, "x.toml")
    assert str(raised.value).startswith(complaint)
    assert "\n" not in str(raised.value)


def test_two_files_of_one_name_are_one_too_many(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.toml").write_text(GOOD, encoding="utf-8")
    with pytest.raises(BadSource, match=r"b\.toml: name: 'prisons' is also the name in .*a\.toml"):
        load_sources(tmp_path)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://hmiprobation.justiceinspectorates.gov.uk/news/a", "hale_news"),
        ("http://hmiprobation.justiceinspectorates.gov.uk/news/a/", "hale_news"),
        ("http://justiceinspectorates.gov.uk/hmiprobation/?p=1", "legacy_media"),
        (f"https://webarchive.nationalarchives.gov.uk/ukgwa/20150401120000/{OLD}/a/", "ukgwa"),
        (f"https://web.archive.org/web/20150401120000id_/{OLD}/a/", "internet_archive"),
    ],
)  # fmt: skip
def test_an_address_has_its_source(url: str, expected: str) -> None:
    assert source_for(url, load_sources(None)).name == expected


def test_an_address_of_no_source_is_refused() -> None:
    with pytest.raises(Refused, match="not a place of any source"):
        source_for("https://other.example/news/a", load_sources(None))


def test_the_page_on_sources_shows_a_source_and_names_every_setting() -> None:
    page = (Path(__file__).parents[3] / "docs" / "add-a-source.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```toml\n(.{1,500}?)```", page, re.DOTALL)
    assert read_source(example, "example.toml").name == "prisons_news"
    rows = [line.split("|")[1] for line in page.splitlines() if line.startswith("| `")]
    settings = {one.name for one in fields(Source)} - {"allowed"}
    assert {name for row in rows for name in re.findall(r"`(\w+)`", row)} == settings
