"""The invented hosts of the sample site and how addresses are made on them."""

from datetime import date

SITE_NAME = "HM Inspectorate of Probation (invented example)"
NEWS_HOST = "probation.example"
OLD_HOST = "old.probation.example"
UKGWA_HOST = "webarchive.example"
IA_HOST = "archive.example"

NEWS_BASE = f"http://{NEWS_HOST}"
OLD_FOLDER = "/hmiprobation"
OLD_BASE = f"http://{OLD_HOST}{OLD_FOLDER}"
PRESS = "/media/press-releases/"


def news_address(slug: str) -> str:
    """Where a page stands on the new site."""
    return f"{NEWS_BASE}/news/{slug}"


def old_address(path: str) -> str:
    """Where a page stood on the old site, with the slash at its end that WordPress writes."""
    return f"{OLD_BASE}/{path.strip('/')}/"


def month_address(month: date) -> str:
    """The old site's archive of a month."""
    return f"{OLD_BASE}{PRESS}{month:%Y/%m}/"
