"""The pages' examples give what the pages show."""

import re
from pathlib import Path

import pytest

from tests.docs.blocks import Example, examples
from tests.docs.running import PAGES, ROOT, output, prepared

EXAMPLES = [example for page in PAGES for example in examples(page)]


@pytest.fixture(scope="module", params=PAGES, ids=lambda page: page.name)
def page_folder(
    request: pytest.FixtureRequest, demo_dir: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Path]:
    """A page, and a reader's folder in which its examples are run in order."""
    return request.param, prepared(tmp_path_factory.mktemp("reader") / "folder", demo_dir)


def test_every_example_of_a_page_prints_what_the_page_shows(page_folder: tuple[Path, Path]) -> None:
    page, folder = page_folder
    wrong = []
    for example in (one for one in EXAMPLES if one.page == page):
        printed = output(example, folder)
        if printed != example.shown:
            wrong.append(f"{example}\n--- shown\n{example.shown}--- printed\n{printed}")
    assert not wrong, "\n".join(wrong)


def test_there_are_examples() -> None:
    assert {example.page.name for example in EXAMPLES} >= {"README.md", "cookbook.md", "tutorial.md"}


def test_the_readme_answers_its_question_with_its_third_command() -> None:
    section = (ROOT / "README.md").read_text(encoding="utf-8").split("in three commands\n")[1].split("\n## ")[0]
    commands = re.findall(r"^\$ (.*)$", section, re.MULTILINE)
    assert [command.split()[0] for command in commands] == ["make", "export", "inspectorate"]
    [answer] = [one for one in EXAMPLES if one.page.name == "README.md" and one.code.strip() == commands[2]]
    assert all(f"\n{column} " in answer.shown for column in ("organisation", "speaker", "words", "rating_words"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_a_block_says_why_it_is_not_run(tmp_path: Path) -> None:
    page = tmp_path / "a.md"
    page.write_text("<!-- not run: it needs a server -->\n```console\n$ false\n```\n\n```console\n$ echo a\na\n```\n")
    [example] = examples(page)
    assert (example.code, example.shown, example.language) == ("echo a\n", "a\n", "sh")


def test_an_output_that_differs_is_noticed(tmp_path: Path, demo_dir: Path) -> None:
    page = tmp_path / "a.md"
    page.write_text("```console\n$ echo a; echo b\na\n```\n")
    [example] = examples(page)
    assert isinstance(example, Example)
    assert output(example, prepared(tmp_path / "reader", demo_dir)) != example.shown


def test_the_pages_are_those_of_the_repository() -> None:
    assert ROOT / "README.md" in PAGES
