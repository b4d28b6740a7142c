"""Whether a row's span holds its words, by the evidence rule of docs/how-it-works.md."""

import re

from transform.rows import MetricRow, QuotationRow, RatingRow

_MARKS_BETWEEN = {"double": re.compile('["”]?\n\n["“]?'), "single": re.compile("['’]?\n\n['‘]?")}


def holds(row: QuotationRow | MetricRow | RatingRow, text: str) -> bool:
    """Whether `text` between the positions is the row's words (a quotation's marks between paragraphs dropped)."""
    words = text[row.start_char : row.end_char]
    if isinstance(row, QuotationRow):
        words = _MARKS_BETWEEN[row.mark].sub("\n\n", words)
    return words == row.text != ""
