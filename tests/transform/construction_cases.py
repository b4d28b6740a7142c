"""Ways English has of grading, crossed with what may stand around and inside them.

Each way is a sentence with places for areas, a verb that agrees with them, and a grade; `GRADED` give a grade, `PROSE`
tell it in prose, `PAIRS` two grades, `COUNTS` a count that goes on to name its areas.  All places, boards and offices
are made up.
"""

from collections.abc import Iterator
from typing import NamedTuple

AREAS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("planning", ("planning",)),
    ("out-of-court disposals", ("out_of_court_disposals",)),
    ("work with victims", ("statutory_victim_work",)),
    ("assessment and planning", ("assessment", "planning")),
    ("the work to keep people safe", ("public_protection",)),
    ("leadership, reviewing and unpaid work", ("leadership", "reviewing", "unpaid_work")),
    ("its unpaid work", ("unpaid_work",)),
    ("work with victims and court work", ("statutory_victim_work", "court_work")),
    ("the quality of resettlement", ("resettlement",)),
    (
        "leadership, staffing, and information and facilities",
        ("leadership", "staff", "information_and_facilities"),
    ),
)
_PLURAL = frozenset({"out-of-court disposals", "court disposals", "information and facilities"})
_GRADES = (
    ("‘Good’", "Good"),
    ("‘Requires improvement’", "Requires improvement"),
    ("Outstanding", "Outstanding"),
    ("‘inadequate’", "Inadequate"),
)
_PROSE_GRADES = (("inadequate", "Inadequate"), ("outstanding", "Outstanding"))

GRADED = (
    "{A} {was} rated {G}",
    "{A} {was} rated as {G}",
    "{A} {was} judged to be {G}",
    "{A} {was} assessed as {G}",
    "{A} {was} considered {G}",
    "{A} {was} {G}",
    "{A} {has} been graded {G}",
    "{A} {has} now been rated {G}",
    "{A} {was}, however, rated {G}",
    "{A} {was} once again rated {G}",
    "{A} {was} this time rated {G}",
    "{A} {was} separately rated as {G}",
    "{A} {was} rated by inspectors as {G}",
    "{A} {was}, by contrast, {G}",
    "{A} {was} of a {G} standard",
    "{A} {was} awarded {G}",
    "{A} {was} given a rating of {G}",
    "{A} {was} marked down to {G}",
    "{A} received a rating of {G}",
    "{A} earned a {G} rating",
    "{A} achieved {G}",
    "{A} {was} {G} in both offices",
    "inspectors rated {A} {G}",
    "inspectors rated {A} as {G}",
    "inspectors have judged {A} to be {G}",
    "we rated {A} as {G}",
    "the report rates {A} {G}",
    "the inspectorate graded {A} {G}",
    "inspectors gave {A} {G}",
    "inspectors gave {A} a rating of {G}",
    "inspectors gave a rating of {G} for {A}",
    "inspectors gave a {G} rating to {A}",
    "inspectors awarded {A} a {G} rating",
    "inspectors awarded {G} to {A}",
    "the rating given to {A} was {G}",
    "the rating for {A} was {G}",
    "the grade for {A} is {G}",
    "the service’s rating for {A} was {G}",
    "a rating of {G} was given to {A}",
    "a rating of {G} was given for {A}",
    "there was a {G} rating for {A}",
    "there were ratings of {G} for {A}",
    "the service was rated {G} for {A}",
    "the YJS was, however, rated {G} for {A}",
    "it received {G} for {A}",
    "it was given a rating of {G} for {A}",
    "Ashdale YJS was judged {G} in {A}",
    "Ashdale YJS received ratings of {G} for {A}",
    "they were rated {G} for {A}",
    "inspectors rated the service {G} for {A}",
    "inspectors gave it {G} for {A}",
    "inspectors have rated it as {G} in relation to {A}",
)
# With a verb of grading words in lower case and without marks give a grade too.
GRADED_IN_LOWER_CASE = (
    "{A} {was} rated {G}",
    "{A} {has} been graded {G}",
    "{A} {was}, however, rated {G}",
    "{A} {was} judged to be {G}",
    "inspectors rated {A} {G}",
    "inspectors rated {A} as {G}",
    "inspectors have judged {A} to be {G}",
    "the rating given to {A} was {G}",
)
PROSE = (
    "{A} {was} {G}",
    "{A} {was}, however, {G}",
    "{A} {was}, on the whole, {G}",
    "{A} {was} still {G}",
    "{A} {was} found to be {G}",
    "inspectors found {A} {G}",
    "inspectors found {A} to be {G}",
    "inspectors found that {A} {was} {G}",
    "inspectors thought {A} {G}",
    "inspectors considered {A} to be {G}",
    "the report concludes that {A} {was} {G}",
)
IN_FRONT = (
    "however, ",
    "in court cases, ",
    "meanwhile, ",
    "disappointingly, ",
    "at this inspection, ",
    "for the first time, ",
    "across the county, ",
    "on a brighter note, ",
    "as a result, ",
    "although the board is new, ",
    "when it came to casework, ",
)
INSERTED = (
    ", however,",
    ", by contrast,",
    ", too,",
    ", which the board oversees,",
    ", which are the duty of the board,",
    ", which inspectors had asked to see again,",
    ", for which the board answers,",
    ", where things had slipped,",
    ", overseen by a new manager,",
    ", long neglected,",
    ", despite a new manager,",
    ", with its new manager,",
    ", an area of weakness for years,",
    ", all of it done by volunteers,",
    ", in court cases,",
    ", not for the first time,",
    ", the report says,",
    " (looked at last)",
    " (which the board oversees)",
    " – long a weakness –",
    " – which is done by volunteers –",
)
BEHIND = (
    " because few plans were written",
    " by inspectors",
    " at Ashdale",
    ", the report says",
    ", and inspectors asked for a plan",
    "; the board knows it",
)
PAIRS = (
    "{A} {was} rated ‘{G}’ and {B} ‘{H}’",
    "{A} {was} rated ‘{G}’, and {B} {were} rated ‘{H}’",
    "{A} {was} rated ‘{G}’ but {B} {were} ‘{H}’",
    "{A} {was} rated ‘{G}’, {B} ‘{H}’",
    "{A} {was} rated ‘{G}’; {B}, ‘{H}’",
    "{A} {was} rated ‘{G}’. However, {B} {were} rated ‘{H}’",
    "{A} {was} rated ‘{G}’. {B} {were}, however, rated ‘{H}’",
    "{A} {was} rated ‘{G}’ and so was praised; {B} {were} rated ‘{H}’",
    "{A} {was} given a ‘{G}’ rating and {B} a ‘{H}’ rating",
    "{A} received a ‘{G}’ rating, {B} a ‘{H}’ one",
    "{A} {was} judged to be ‘{G}’ and {B} to be ‘{H}’",
    "{A} {was} the strongest area, rated ‘{G}’, and {B} the weakest, rated ‘{H}’",
    "{A} improved and {was} rated ‘{G}’, while {B} slipped and {were} rated ‘{H}’",
    "{A} (‘{G}’) and {B} (‘{H}’) were looked at",
    "{A}: ‘{G}’; {B}: ‘{H}’",
    "{A} and {B} were rated ‘{G}’ and ‘{H}’ respectively",
    "the ratings for {A} and {B} were ‘{G}’ and ‘{H}’ respectively",
    "the rating for {A} was ‘{G}’, and that for {B} ‘{H}’",
    "while {A} {was} rated ‘{G}’, {B} {were} ‘{H}’",
    "although {A} {was} rated ‘{G}’, {B} received a rating of ‘{H}’",
    "unlike {A}, rated ‘{G}’, {B} {were} judged ‘{H}’",
    "inspectors rated {A} ‘{G}’ and {B} ‘{H}’",
    "inspectors rated {A} as ‘{G}’ but {B} as ‘{H}’",
    "inspectors gave {A} a rating of ‘{G}’ and {B} a rating of ‘{H}’",
    "inspectors gave a rating of ‘{G}’ for {A} and ‘{H}’ for {B}",
    "having rated {A} ‘{G}’, inspectors rated {B} ‘{H}’",
    "the service was rated ‘{G}’ for {A} and ‘{H}’ for {B}",
    "it received ‘{G}’ for {A} but only ‘{H}’ for {B}",
    "it was rated ‘{G}’ for {A}, with ‘{H}’ for {B}",
    "for {A} it was rated ‘{G}’, and for {B} ‘{H}’",
    "the picture was mixed, with ‘{G}’ for {A} and ‘{H}’ for {B}",
    "the picture was mixed, with {A} rated ‘{G}’ and {B} ‘{H}’",
    "the picture was mixed, with a ‘{G}’ rating for {A} and a ‘{H}’ rating for {B}",
    "its best result was ‘{G}’, for {A}, and its worst ‘{H}’, for {B}",
)
COUNTS = (
    "{N} standards were rated ‘{G}’: {A}",
    "{N} standards – {A} – were judged ‘{G}’",
    "{N} areas, {A}, were rated ‘{G}’",
    "{N} of its standards ({A}) were rated ‘{G}’",
    "{N} were ‘{G}’ ({A})",
    "{N} were rated ‘{G}’, namely {A}",
    "it was rated ‘{G}’ in {N} areas: {A}",
    "it was rated ‘{G}’ for {N} standards, namely {A}",
    "it received ‘{G}’ for {N} of its standards, {A}",
    "there were {N} ratings of ‘{G}’: for {A}",
    "inspectors rated {N} standards as ‘{G}’: {A}",
    "of its 12 standards, four were rated ‘{G}’, among them {A}",
    "four of the 12 standards were ‘{G}’, {A} among them",
    "four standards were rated ‘{G}’, including {A}",
    "four aspects were judged to be ‘{G}’, among them {A}, and the rest were not",
    "the {N} rated ‘{G}’ were {A}",
    "those rated ‘{G}’ were {A}",
    "the areas rated ‘{G}’ are {A}",
    "among the standards rated ‘{G}’ were {A}",
)
_SINGLE = (
    ("planning", "planning"),
    ("out-of-court disposals", "out_of_court_disposals"),
    ("work with victims", "statutory_victim_work"),
    ("the work to keep people safe", "public_protection"),
    ("unpaid work", "unpaid_work"),
    ("information and facilities", "information_and_facilities"),
    ("resettlement policy and provision", "resettlement"),
)
_NUMBERS = ("no", "one", "two", "three")


class Built(NamedTuple):
    """A sentence and what it must give: standard, rating and whether it is a grade, sorted."""

    words: str
    gives: list[tuple[str, str, bool]]


def single(way: str, *, is_grade: bool, lower_case: bool = False) -> Iterator[Built]:
    """The way with every area plain, and with everything that may stand around it for areas and grades in turn."""
    grades = _PROSE_GRADES if lower_case or not is_grade else _GRADES
    inserted = INSERTED if way.startswith("{A}") else ()
    around = [("", "", ""), *((front, "", "") for front in IN_FRONT), *(("", inside, "") for inside in inserted)]
    around += [("", "", behind) for behind in BEHIND]
    settings = [(("", "", ""), at) for at in range(len(AREAS))] + [
        (setting, at + turn * 3) for at, setting in enumerate(around) for turn in range(2)
    ]
    for (front, inside, behind), at in settings:
        areas, standards = AREAS[at % len(AREAS)]
        grade, rating = grades[at % len(grades)]
        several = len(standards) > 1 or areas in _PLURAL
        told = way.format(A=areas + inside, G=grade, was="were" if several else "was", has="have" if several else "has")
        yield Built(_sentence(front + told + behind), sorted((standard, rating, is_grade) for standard in standards))


def pairs(way: str) -> Iterator[Built]:
    """The way with every area and the one after it."""
    for at, (first, standard) in enumerate(_SINGLE):
        second, other = _SINGLE[(at + 1) % len(_SINGLE)]
        told = way.format(
            A=first,
            B=second[0].upper() + second[1:] if ". {B}" in way else second,
            G="Good",
            H="Requires improvement",
            was="were" if first in _PLURAL else "was",
            were="were" if second in _PLURAL else "was",
        )
        yield Built(_sentence(told), sorted([(standard, "Good", True), (other, "Requires improvement", True)]))


def counts(way: str) -> Iterator[Built]:
    """The way with two and with three areas, each of them once in front."""
    for many in (2, 3):
        for at in range(len(_SINGLE)):
            chosen = [_SINGLE[(at + further) % len(_SINGLE)] for further in range(many)]
            words = [name for name, _ in chosen]
            listed = f"{', '.join(words[:-1])} and {words[-1]}"
            told = way.format(N=_NUMBERS[many], A=listed, G="Inadequate")
            yield Built(_sentence(told), sorted((standard, "Inadequate", True) for _, standard in chosen))


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}."
