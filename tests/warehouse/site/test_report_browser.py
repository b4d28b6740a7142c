"""The report in a real headless Chromium: filters, links to evidence, charts, accessibility, no request elsewhere."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from axe_core_python.selenium import Axe
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select, WebDriverWait

from tests.transform.building import inspection, metric, quotation, rating, release_rows
from transform.rows import ReleaseRows
from warehouse.connect import reading, writing
from warehouse.load import load
from warehouse.publish import publish
from warehouse.rows import Arrival
from warehouse.site.report import write_report

pytestmark = pytest.mark.browser
NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)
HOSTILE = "<script>document.title='taken'</script> & “quotes” \u202eright to left ’\" ><img src=x onerror=alert(1)>"
DRIVER = "/usr/bin/chromedriver"
CHROMIUM = "/usr/bin/chromium"


def one_release(number: int, published_on: date, grade: str, speaker: str, title: str) -> ReleaseRows:
    """A release of a service of its own whose words are ours and, in the first, hostile."""
    service = f"Service {number} PDU"
    text = (
        f"{title}\n\n{service} was rated ‘{grade}’ after an inspection of {100 + number} cases in all.\n\n"
        f"{speaker} said: “Words of release {number} {HOSTILE if number == 1 else 'plainly put'}.”"
    )
    words = text[text.index("Words of") : text.rindex("”")]
    rows = release_rows(
        text,
        inspections=(inspection(text, service, overall_rating=grade, overall_rating_from="text"),),
        ratings=(rating(text, f"rated ‘{grade}’", grade, organisation=service, rating_rank=RANKS[grade]),),
        metrics=(metric(text, f"{100 + number} cases", str(100 + number), "cases", name="cases_inspected"),),
        quotations=(quotation(text, words, speaker=speaker),),
    )
    url = f"https://hmiprobation.justiceinspectorates.gov.uk/news/release-{number}"
    release = replace(rows.release, url=url, title=text.split("\n\n", maxsplit=1)[0], published_on=published_on)
    return replace(rows, release=release)


RANKS = {"Inadequate": 1, "Requires improvement": 2, "Good": 3, "Outstanding": 4}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of a small warehouse with a hostile title and quotation in it."""
    data = tmp_path_factory.mktemp("data")
    stated = [
        one_release(1, date(2022, 3, 1), "Inadequate", "Justin Russell", HOSTILE),
        one_release(2, date(2023, 5, 2), "Good", "Justin Russell", "A second release"),
        one_release(3, date(2025, 6, 3), "Inadequate", "Martin Jones", "A third release"),
    ]
    arrivals = [
        Arrival(
            url=rows.release.url, source="hale_news", sha256=str(index) * 64, fetched_at=NOW, captured_at=None,
            status=200, rows=replace(rows, release=replace(rows.release, document_sha256=str(index) * 64)),
        )
        for index, rows in enumerate(stated)
    ]  # fmt: skip
    with writing(data) as con:
        assert {loaded.outcome for loaded in load(con, arrivals, "test", NOW)} == {"loaded"}
    publish(data, now=NOW)
    with reading(data) as con:
        write_report(con, data / "site", NOW.date())
    return data / "site"


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    """Headless Chromium that keeps a log of its console and of every request."""
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for argument in (
        "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--disable-quic", "--disable-dev-shm-usage",
        "--window-size=1200,1000",
        f"--user-data-dir={tmp_path_factory.mktemp('chromium')}",
    ):  # fmt: skip
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(DRIVER))
    yield driver
    driver.quit()


def opened(browser: webdriver.Chrome, site: Path, name: str) -> webdriver.Chrome:
    """The page of this name, opened; logs of pages before it are dropped."""
    browser.get_log("browser")
    browser.get_log("performance")
    browser.get((site / name).as_uri())
    return browser


def requested(browser: webdriver.Chrome) -> list[str]:
    """Addresses of every request since the page was opened."""
    messages = [json.loads(entry["message"])["message"] for entry in browser.get_log("performance")]
    return [one["params"]["request"]["url"] for one in messages if one["method"] == "Network.requestWillBeSent"]


def shown_rows(browser: webdriver.Chrome, table: str) -> list[str]:
    rows = browser.find_elements(By.CSS_SELECTOR, f"#{table} tbody tr")
    return [row.text for row in rows if row.is_displayed()]


def pages(site: Path) -> list[str]:
    return sorted(str(path.relative_to(site)) for path in site.rglob("*.html"))


def test_no_page_logs_an_error_or_asks_for_anything_elsewhere(browser: webdriver.Chrome, site: Path) -> None:
    for name in pages(site):
        opened(browser, site, name)
        assert [entry for entry in browser.get_log("browser") if entry["level"] in {"SEVERE", "WARNING"}] == [], name
        assert {url.split(":")[0] for url in requested(browser)} <= {"file", "data"}, name
        assert browser.title != "taken"


def test_axe_finds_nothing_on_any_page(browser: webdriver.Chrome, site: Path) -> None:
    for name in pages(site):
        found: list[Any] = Axe().run(opened(browser, site, name))["violations"]
        assert [(one["id"], one["nodes"][0]["html"]) for one in found] == [], name


def test_search_shows_the_rows_that_hold_every_word(browser: webdriver.Chrome, site: Path) -> None:
    opened(browser, site, "quotations.html")
    assert len(shown_rows(browser, "rows")) == 3
    browser.find_element(By.CSS_SELECTOR, "input[name=words]").send_keys("martin release")
    [row] = shown_rows(browser, "rows")
    assert "Words of release 3" in row
    assert browser.find_element(By.TAG_NAME, "output").text == "1 of 3 rows"


def test_filters_show_the_rows_of_a_value(browser: webdriver.Chrome, site: Path) -> None:
    opened(browser, site, "quotations.html")
    Select(browser.find_element(By.NAME, "speaker")).select_by_value("Justin Russell")
    assert len(shown_rows(browser, "rows")) == 2
    Select(browser.find_element(By.NAME, "year")).select_by_value("2023")
    [row] = shown_rows(browser, "rows")
    assert "Words of release 2" in row


def test_a_row_leads_to_its_sentence_and_from_there_to_the_source(browser: webdriver.Chrome, site: Path) -> None:
    opened(browser, site, "metrics.html")
    browser.find_element(By.LINK_TEXT, "A third release").click()
    assert browser.current_url.endswith("#m1")
    marked = [mark.text for mark in browser.find_elements(By.CSS_SELECTOR, "mark.metrics")]
    assert "103 cases" in marked
    [source] = browser.find_elements(By.CSS_SELECTOR, ".source a")
    assert source.get_attribute("href") == "https://hmiprobation.justiceinspectorates.gov.uk/news/release-3"


def test_charts_are_drawn_and_described(browser: webdriver.Chrome, site: Path) -> None:
    opened(browser, site, "index.html")
    images = browser.find_elements(By.CSS_SELECTOR, ".chart img")
    assert len(images) == 3
    for image in images:
        assert browser.execute_script("return arguments[0].naturalWidth", image) > 100
        assert len(image.get_attribute("alt") or "") > 30


def test_hostile_words_show_as_text(browser: webdriver.Chrome, site: Path) -> None:
    opened(browser, site, "quotations.html")
    assert any("<script>document.title='taken'</script>" in row for row in shown_rows(browser, "rows"))
    assert browser.execute_script("return document.querySelectorAll('main img[src=x], main script').length") == 0


def test_pages_fit_a_phone_and_every_cell_can_be_read_there(browser: webdriver.Chrome, site: Path) -> None:
    browser.set_window_size(500, 800)  # the least Chromium opens
    try:
        for name in pages(site):
            opened(browser, site, name)
            beyond = browser.execute_script(
                "const cells = Array.from(document.querySelectorAll('table.rows td'));"
                "const ends = cells.map((cell) => cell.getBoundingClientRect().right);"
                "return [document.documentElement.scrollWidth, ...ends].filter((end) => end > window.innerWidth)"
            )
            assert beyond == [], name
    finally:
        browser.set_window_size(1200, 1000)


def test_filters_work_by_keyboard_alone(browser: webdriver.Chrome, site: Path) -> None:
    opened(browser, site, "quotations.html")
    for _ in range(30):
        browser.switch_to.active_element.send_keys(Keys.TAB)
        if browser.switch_to.active_element.get_attribute("name") == "words":
            break
    browser.switch_to.active_element.send_keys("justin", Keys.TAB, Keys.TAB)
    browser.switch_to.active_element.send_keys("2023")
    [row] = shown_rows(browser, "rows")
    assert "Words of release 2" in row
    browser.switch_to.active_element.send_keys(Keys.TAB, Keys.TAB)
    browser.switch_to.active_element.send_keys(Keys.ENTER)
    # The rows come back once the browser has emptied the form, which is after the key.
    WebDriverWait(browser, 10).until(lambda driver: len(shown_rows(driver, "rows")) == 3)


def test_the_keyboard_reaches_the_main_content_first(browser: webdriver.Chrome, site: Path) -> None:
    opened(browser, site, "index.html")
    browser.find_element(By.TAG_NAME, "body").send_keys(Keys.TAB)
    assert browser.switch_to.active_element.text == "Skip to main content"
