"""Whom a pronoun means, by the sentences before it.  Looks at subjects only; the cast knows who was named by title."""

import re
from collections.abc import Iterator

from extract.records import ParagraphKind
from transform.quotations.reading import Reading
from transform.quotations.sorts import Sort, Subject
from transform.quotations.subjects import subject_at_start
from transform.quotations.words import alternation

_MEANT = {
    "it": (Sort.DOCUMENT, Sort.BODY),
    "they": (Sort.INSPECTORS, Sort.UNNAMED, Sort.SHARE, Sort.PERSON),
}
# Somebody met in the middle of a sentence: `When asked, one apprentice laughed.`
_SOMEBODY = re.compile(
    rf"\b(?:one|an?|another) (?:[\w’'-]{{2,20}} ){{0,3}}?(?:{alternation('unnamed')})\b(?! of\b)", re.IGNORECASE
)
_PERSON_PRONOUN = re.compile(r"\b(?:she|he)\b", re.IGNORECASE)
_HANGING = re.compile(r"(?:When|As|While|After|Before|Since|If|Although|Once|Where) ")
# So many sentences back a pronoun may reach within a paragraph.
_BACK = 6
_VERB_NEXT = re.compile(r",|(?: \([A-Z]{2,8}\))? (?:is|was|were|are|has|have|had|will|would|\w{2,14}ed)\b")


def antecedents(reading: Reading, pronoun: Subject) -> Iterator[tuple[Subject, bool]]:
    """Whom a pronoun may mean by the sentences before it, nearest first, and whether they are a cue's subject there."""
    own = reading.own
    wanted = _MEANT.get(pronoun.name, (Sort.UNNAMED, Sort.PERSON, Sort.OFFICE, Sort.BODY))
    is_person = pronoun.name in ("he", "she")
    index = reading.paragraph_at(pronoun.start)
    for above in range(index, max(-1, index - (1 if is_person else 3)), -1):
        if reading.kind(above) in (ParagraphKind.TITLE, ParagraphKind.END):
            break
        every = reading.sentences_of(above)
        last = reading.sentence_at(above, pronoun.start)
        for sentence in reversed(every[max(0, last - _BACK) : last + 1]):
            cues = reading.cues_before(sentence, pronoun.start)
            named = [cue.subject for cue in cues if cue.subject is not None]
            end = min(sentence.end_char, sentence.start_char + 200)
            for subject in reversed(named):
                if subject.start < pronoun.start and subject.sort in wanted:
                    yield subject, True
            head = _head(own, sentence.start_char, end)
            if head is not None and head.start < pronoun.start and head.sort in wanted:
                yield head, False
            hung = _hung(own, sentence.start_char, end)
            if hung is not None and hung.start < pronoun.start and hung.sort in wanted:
                yield hung, True
            if is_person and not _PERSON_PRONOUN.search(
                own, sentence.start_char, min(pronoun.start, sentence.end_char)
            ):
                met = [*_SOMEBODY.finditer(own, sentence.start_char, min(pronoun.start, sentence.end_char))][-1:]
                for somebody in met:
                    yield Subject(Sort.UNNAMED, somebody.start(), somebody.end(), somebody[0]), True


def _hung(own: str, start: int, end: int) -> Subject | None:
    """`When inspectors came in 2022 it was …`: the subject of the clause hung before the sentence's own."""
    opening = _HANGING.match(own, start, end)
    return subject_at_start(own, opening.end(), end) if opening else None


def _head(own: str, start: int, end: int) -> Subject | None:
    """The subject a sentence opens with; a body only before its verb (`Board` may be half of `Board chairs`)."""
    head = subject_at_start(own, start, end)
    if head is not None and head.sort is Sort.BODY and not _VERB_NEXT.match(own, head.end, end):
        return None
    return head
