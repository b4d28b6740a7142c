"""A marked release as one page of HTML that stands alone and needs nothing from anywhere."""

from warehouse.site.frame import template
from warehouse.site.marks import MarkedRelease


def page(release: MarkedRelease) -> str:
    """The page's HTML, everything escaped, with a content security policy that admits its own style sheet alone."""
    return template("marked.html.j2").render(release=release)
