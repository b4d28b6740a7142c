"""One grade in its sentence, with what was read around it."""

from collections.abc import Sequence
from dataclasses import dataclass

from transform.organisations import Naming
from transform.ratings.areas import Area
from transform.ratings.predicate import Predicate
from transform.ratings.reading import Reading
from transform.ratings.scale import Grade
from transform.ratings.services import nearest_before
from transform.ratings.statement import NearMiss, Statement, stated

Said = list[Statement | NearMiss]


@dataclass(frozen=True, slots=True)
class One:
    """`right` are the words after the grade, `subject` those of the subject, which ends at `subject_end`."""

    reading: Reading
    grade: Grade
    right: str
    predicate: Predicate
    subject_end: int
    subject: str

    @property
    def start(self) -> int:
        """Where the grade begins."""
        return self.grade.span.start_char

    def says(
        self,
        rule: str,
        judged: Sequence[Area] = (),
        *,
        named: tuple[Naming, ...] | None = None,
        start: int | None = None,
        formal: bool = True,
        earlier: bool | None = None,
        several: bool = False,
        place: bool = False,
    ) -> Said:
        """A statement for each area; of the nearest body, from the predicate on, as a grade, unless told otherwise."""
        return stated(
            self.reading,
            self.grade,
            rule=rule,
            judged=judged,
            named=self._nearest() if named is None else named,
            start=self.predicate.start if start is None else start,
            formal=formal,
            earlier=earlier,
            several=several,
            place=place,
        )

    def _nearest(self) -> tuple[Naming, ...]:
        """The nearest body before the grade, one in words inserted behind the subject only where there is no other."""
        return nearest_before(self.reading, self.subject_end) or nearest_before(self.reading, self.start)

    def near_miss(self) -> Said:
        """A doubt about words set off as a grade."""
        if not self.grade.is_marked:
            return []
        return [NearMiss(span=self.grade.span, reason="a grade of which neither area nor service was found")]
