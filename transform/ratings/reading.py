"""A sentence while its grades are read from left to right: where the last one ended, where a clause begins."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from transform.organisations import Naming
from transform.ratings import clauses, words
from transform.ratings.areas import Area
from transform.records import Span

# No predicate reaches further back than this: a bound on the work a hostile sentence can ask for.
WINDOW = 320


@dataclass(slots=True)
class Reading:
    """`boundary` is where the last judgement ended; `predicated` and `formal` tell of it, for those that lean on it.

    `told_on` is the day of the release, null where it is not known.
    """

    text: str
    span: Span
    areas: tuple[Area, ...]
    namings: tuple[Naming, ...]
    area_starts: list[int]
    naming_starts: list[int]
    told_on: date | None = None
    boundary: int = field(default=0)
    predicated: bool = False
    judged: tuple[Area, ...] = ()
    formal: bool = False
    found: dict[tuple[int, int, int], re.Match[str] | None] = field(default_factory=dict)
    clauses: dict[tuple[int, int], int] = field(default_factory=dict)

    def areas_between(self, begin: int, end: int) -> Sequence[Area]:
        """The areas that lie within this range."""
        low, high = bisect_left(self.area_starts, begin), bisect_left(self.area_starts, end)
        return [area for area in self.areas[low:high] if area.span.end_char <= end]

    def namings_between(self, begin: int, end: int) -> Sequence[Naming]:
        """The namings that lie within this range."""
        low, high = bisect_left(self.naming_starts, begin), bisect_left(self.naming_starts, end)
        return [naming for naming in self.namings[low:high] if naming.span.end_char <= end]

    def begin(self, end: int) -> int:
        """Where the window that ends at `end` begins."""
        return max(self.boundary, end - WINDOW)

    def left(self, end: int) -> str:
        """The words of the window that ends at `end`."""
        return self.text[self.begin(end) : end]

    def right(self, start: int) -> str:
        """The words of the sentence from `start`, as far as a window reaches."""
        return self.text[start : min(self.span.end_char, start + WINDOW)]

    def clause(self, end: int) -> int:
        """Where the clause that ends at `end` begins.  Remembered, for every rule that reads a grade asks for it."""
        begin = self.begin(end)
        if (begin, end) not in self.clauses:
            self.clauses[begin, end] = self._clause(begin, end)
        return self.clauses[begin, end]

    def _clause(self, begin: int, end: int) -> int:
        last = begin
        # A cut may be told by the word after it, which stands beyond `end`.
        for cut in clauses.CLAUSE.finditer(self.text, begin, end + 16):
            if cut.end() <= end and not self.is_list_comma(cut):
                last = cut.end()
        return last

    def clause_end(self, start: int, limit: int) -> int:
        """Where the clause that starts at `start` ends, `limit` at the furthest."""
        for cut in clauses.CLAUSE.finditer(self.text, start, limit):
            if not self.is_list_comma(cut, of_subject=False):
                return cut.start()
        return limit

    def is_list_comma(self, cut: re.Match[str], *, of_subject: bool = True) -> bool:
        """`information and facilities, and unpaid work`: a comma that parts areas of one list, and no clauses."""
        if not clauses.COMMA_AND.match(cut[0]):
            return False
        at = bisect_left(self.area_starts, cut.end())
        if not 0 < at < len(self.areas) or self.areas[at - 1].span.end_char < cut.start() - 2:
            return False
        right = self.areas[at].span
        if not joined(self.text, self.areas[at - 1].span.end_char, right.start_char):
            return False
        if not of_subject:
            return clauses.VERB_OR_GRADE.match(self.text, right.end_char) is None
        verb = clauses.SINGULAR_VERB.match(self.text, right.end_char)
        return verb is None or self._goes_with_the_list(at, verb["verb"].lower())

    def _goes_with_the_list(self, at: int, verb: str) -> bool:
        """Whether a verb behind the item at `at` can have the whole list as its subject, or what heads the list."""
        first = at
        while first and joined(self.text, self.areas[first - 1].span.end_char, self.areas[first].span.start_char):
            first -= 1
        start = self.areas[first].span.start_char
        if self.is_rating_for(start):
            return True
        return verb in clauses.SAYS_NO_NUMBER and at - first > 1

    def is_rating_for(self, start: int) -> bool:
        """Whether what begins at `start` is what a rating is told to be for (`the grade given to planning`)."""
        return any(found.end() == start for found in clauses.RATING_FOR.finditer(self.text, self.begin(start), start))

    def adverbs_before(self, end: int) -> int:
        """Where the adverbs begin that stand right before `end` (`still`, `also`); `end` where there are none."""
        found = words.ADVERBS.search(self.text, max(self.begin(end), end - 60), end)
        return found.start() if found else end

    def auxiliary_before(self, end: int) -> int:
        """Where the auxiliary begins that stands right before the verb at `end` (`were each`); `end` without one."""
        found = words.AUXILIARY.search(self.text, max(self.begin(end), end - 50), end)
        return found.start() if found else end

    def subject_end(self, predicate: int) -> int:
        """Where the subject of a predicate ends once what was inserted between the two is cut away."""
        for _ in range(3):
            found = None
            for pattern, last in _INSERTIONS:
                if not found and self.text[predicate - 2 : predicate].endswith(last):
                    found = self.ending(pattern, predicate, reach=190)
                    if pattern is clauses.RELATIVE and found and found[0].startswith((" – ", " — ")):
                        # `resettlement – what a child needs – which was rated`: the dash closes an insertion
                        found = self.ending(clauses.DASHED, found.start() + 3, reach=190) or found
                    if pattern is clauses.COORDINATED and self._is_named_before_comma(predicate):
                        found = None
            if not found:
                return predicate
            predicate = found.start()
        return predicate

    def _is_named_before_comma(self, predicate: int) -> bool:
        """`The exceptions are planning, rated …`: the area before the comma is what is judged."""
        known = self.areas_between(max(self.boundary, predicate - 60), predicate)
        return bool(known) and self.text[known[-1].span.end_char : predicate] == ", "

    def ending(self, pattern: re.Pattern[str], end: int, *, reach: int = 120) -> re.Match[str] | None:
        """Where `pattern`, which is bound to its end, ends right at `end`; positions count from the text's start.

        Remembered, for several ways of telling a grade ask for the same words.
        """
        key = (id(pattern), max(self.boundary, end - reach), end)
        if key not in self.found:
            self.found[key] = pattern.search(self.text, key[1], end)
        return self.found[key]


# What may stand between a subject and its predicate, with the characters it ends in, so that few are tried.
_INSERTIONS = (
    (clauses.DASHED, ("– ", "— ", "- ")),
    (clauses.RELATIVE, (" ",)),
    (words.ONE_OF, (" ",)),
    (clauses.COORDINATED, ("d ", ", ", "t ", "h ")),
    (clauses.INSERTED, (", ", ") ", ")", "* ")),
)


def joined(text: str, start: int, end: int) -> bool:
    """Whether the words between two items make them items of one list."""
    gap = text[start:end]
    return (
        len(gap) < 120
        and clauses.LIST_GAP.search(clauses.BRACKETS.sub("", clauses.INSPECTED_WHEN.sub("", gap))) is not None
    )
