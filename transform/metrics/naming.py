"""What a quantity measures, by what it counts and the words around it.  The cues: `vocabulary/metric_cues.toml`."""

from transform.metrics.bases import POINTING, Base, base_of
from transform.metrics.cases import NOUNS, is_explicit, judgement
from transform.metrics.contexts import Surroundings, ladder, sentence_before, wider
from transform.metrics.cues import REACHES, Cue, cues_for
from transform.metrics.links import is_first_of_pair, same_name, set_beside
from transform.quantities import Quantity, Words
from transform.vocabulary import load

OTHER = "other"
_LISTS = load("naming_words")
_THESE = frozenset({"them", "these", "those"})
# A part of the cases is inspected only where it says so right before it: `examined 17 out of the 60 cases`.
_INSPECTING = tuple(_LISTS["inspecting"])
# A sentence that opens with one of these goes on about what the one before it told.
_GOING_ON = frozenset(_LISTS["going_on"])
_LINKING = frozenset({"were", "was", "are", "came", "being", "which", "that", "had", "been"})
_HOLDING = frozenset({"held", "managed", "supervised", "handled", "run", "overseen", "owned"})
_GRADING = frozenset(_LISTS["grading"])
_OPENING = 6
_LARGEST_SAMPLE = 300
_LARGEST_LOAD = 400
# What stands between a share and the cases it is taken of.
_OF_THE = frozenset(
    {"of", "the", "these", "those", "all", "our", "its", "nearly", "almost", "about", "around", "over", "some"}
)
_EACH = frozenset({"each", "every", "apiece"})
# The longest way to say that somebody holds cases: `was each responsible for the supervision of`.
_LONGEST_HOLDING = 9
_READING = frozenset({"interviewed", "inspected", "examined", "spoke", "met", "and", ";"})
_ASKED = frozenset({"asked", "answered", "replied", "responded", "surveyed", "polled", "consulted"})
_NARROW = frozenset({"phrase", "clause"})
# A change in a level has a name of its own.
_CHANGES = {"staffing_level": "staffing_change"}
_LEVELS = {"staffing_change": "staffing_level"}


def names_of(words: Words, found: list[Quantity], lead_in: str) -> list[str]:
    """The vocabulary name of each quantity; `lead_in` is the paragraph that a list hangs from, or empty."""
    names: list[str] = []
    for place, quantity in enumerate(found):
        if quantity.doubt:
            names.append(OTHER)
            continue
        beside = set_beside(found, place)
        if beside is not None:
            names.append(names[beside])
        elif place and same_name(words, found, place):
            before = names[place - 1]
            base = base_of(words, found, place)
            around = next(ladder(words, found, place))
            own = _named(quantity, around, base, cues_for(quantity, base), is_case=False)
            if own == "cases_inspected" and quantity.of is not None:
                own = ""
            linked = (_CHANGES if quantity.direction else _LEVELS).get(before, before)
            names.append(linked if own in ("", OTHER) else own)
        elif place and names[-1] == "interviews" and _goes_on_counting(words, found[place - 1], quantity):
            names.append("interviews")
        else:
            name = _name_of(words, found, place, names, lead_in)
            names.append("survey_share" if name == OTHER and _is_part_of_asked(words, found, place) else name)
    for place in range(len(found) - 2, -1, -1):
        if names[place] == OTHER and not found[place].doubt and is_first_of_pair(words, found, place):
            names[place] = names[place + 1]
    return names


def _name_of(words: Words, found: list[Quantity], place: int, names: list[str], lead_in: str) -> str:
    quantity = found[place]
    base = base_of(words, found, place)
    if base.kind == "unsaid" and quantity.unit == "percent":
        base = Base(noun=base.noun, kind=_kind_before(words, found, place, names))
    is_case = (
        words.at(quantity.first - 1) not in ("from", "to", "by")
        and _is_about_cases(quantity, found[max(0, place - 4) : place], names, base)
    ) or (base.noun in _THESE and "cases" in words.lower[max(0, quantity.core - 40) : quantity.core])
    if _is_base_of_cases(words, found, place, names):
        return "cases_inspected"
    if _is_held_by_each(words, found, place):
        return "caseload_per_officer"
    if _is_part_of_total(words, found, place, names):
        return "providers_total"
    if _is_part_of_sample(words, found, place, names):
        return "cases_inspected"
    cues = cues_for(quantity, base)
    around = None
    if is_explicit(quantity, base):
        for around in ladder(words, found, place):
            judged = _first_of(quantity, around, base, cues)
            if judged:
                return judged
    is_base = _opens_as_base(words, quantity)
    for around in ladder(words, found, place):
        if is_base and around.reach not in _NARROW:
            continue
        name = _unless_a_part(quantity, around, _named(quantity, around, base, cues, is_case=is_case))
        if name:
            return name
    if around is None or is_base:
        return OTHER
    if lead_in:
        around_list = wider(around, lead_in)
        name = _unless_a_part(quantity, around, _named(quantity, around_list, base, cues, is_case=is_case))
        if name:
            return name
    before = sentence_before(words, quantity.core) or lead_in
    first = words.sentence(quantity.core)[0]
    if before and (words.at(first) in _GOING_ON or before.endswith(" :")):
        return _named(quantity, wider(around, before, "context"), base, cues, is_case=is_case) or OTHER
    return OTHER


def _unless_a_part(quantity: Quantity, around: Surroundings, name: str) -> str:
    """`name`, but for a part of the cases, which are inspected only where it says so right before them."""
    is_part = name == "cases_inspected" and quantity.of is not None and not around.before.endswith(_INSPECTING)
    return "" if is_part else name


def _is_held_by_each(words: Words, found: list[Quantity], place: int) -> bool:
    """Whether people or cases are what each of the staff told right before holds: `30 officers each had 52 cases`."""
    quantity, before = found[place], found[place - 1] if place else None
    is_load = quantity.unit in ("people", "cases") and quantity.of is None and quantity.value <= _LARGEST_LOAD
    if before is None or before.unit != "staff" or not is_load or before.core < words.sentence(quantity.core)[0]:
        return False
    between = words.lower[before.last : quantity.first]
    is_each = not _EACH.isdisjoint([*words.lower[max(0, before.first - 3) : before.first], *between[:3]])
    is_each = is_each or not _EACH.isdisjoint(words.lower[quantity.last : quantity.last + 2])
    return is_each and len(between) <= _LONGEST_HOLDING and _READING.isdisjoint(between)


def _is_part_of_total(words: Words, found: list[Quantity], place: int, names: list[str]) -> bool:
    """Whether a part of all services of a kind tells of which sort they are: `seven divisions, six in England`."""
    quantity = found[place]
    if quantity.unit != "organisations" or quantity.of is None or "providers_total" not in names[-3:]:
        return False
    near = range(max(0, place - 3), place)
    bases = [found[at] for at in near if names[at] == "providers_total"]
    last = words.sentence(quantity.core)[1]
    after = words.lower[quantity.last : min(last, quantity.last + 12)]
    is_sort = after[:1] in (["in"], ["for"], ["are"], ["is"], ["were"], ["was"], ["run"], ["owned"], ["covering"])
    return is_sort and quantity.of in (bases[-1].value, bases[-1].of) and _GRADING.isdisjoint(after)


def _is_part_of_sample(words: Words, found: list[Quantity], place: int, names: list[str]) -> bool:
    """Whether a part of the cases inspected tells whose they were: `70 cases, 42 of them held by the CRC`."""
    quantity = found[place]
    if quantity.of is None or quantity.unit != "cases" or names[-1:] != ["cases_inspected"]:
        return False
    i = quantity.last
    while words.at(i) in _LINKING:
        i += 1
    return words.at(i) in ("from", "by") or (words.at(i) in _HOLDING and words.at(i + 1) == "by")


def _kind_before(words: Words, found: list[Quantity], place: int, names: list[str]) -> str:
    """Of whom a share is one that leaves it out: `asked` or `people` where such were told before it, else `unsaid`."""
    told = names[max(0, place - 3) :]
    opens = [
        _opens_as_base(words, found[at]) and base_of(words, found, at).kind == "asked"
        for at in range(max(0, place - 3), place)
    ]
    if "survey_share" in told or any(opens):
        return "asked"
    return "people" if "interviews" in told else "unsaid"


def _goes_on_counting(words: Words, before: Quantity, quantity: Quantity) -> bool:
    """Whether people are told in one breath with those before them: `interviewed 105 staff and 62 people`."""
    between = words.lower[before.last : quantity.first]
    is_joined = between in (["and"], [","], [",", "and"])
    return is_joined and quantity.of is None and quantity.unit in ("people", "staff")


def _is_part_of_asked(words: Words, found: list[Quantity], place: int) -> bool:
    """Whether a count is a part of those who were asked, told right before it: `Of the 25 staff we asked, 17 …`."""
    quantity = found[place]
    if quantity.of is None or not place:
        return False
    bases = (other for other in found[max(0, place - 3) : place] if other.value == quantity.of)
    return any(_opens_as_base(words, other) and not _ASKED.isdisjoint(_said_of(words, other)) for other in bases)


def _said_of(words: Words, base: Quantity) -> list[str]:
    """The few words behind a base that tell which of its kind it is, up to the comma that ends them."""
    behind = words.lower[base.last : base.last + _OPENING]
    return behind[: behind.index(",")] if "," in behind else behind


def _opens_as_base(words: Words, quantity: Quantity) -> bool:
    """Whether a count opens its sentence as what parts are taken of: `Of the 60 men, 22 …`."""
    if quantity.unit == "percent":
        return False
    first = words.sentence(quantity.core)[0]
    if quantity.first - first > _OPENING:
        return False
    ahead = [word for word in words.lower[first : quantity.first] if word[0].isalnum()]
    return ahead[:1] == ["of"] and len(ahead) <= 3 and "," in words.lower[quantity.last : quantity.last + 12]


def _is_base_of_cases(words: Words, found: list[Quantity], place: int, names: list[str]) -> bool:
    """Whether cases are those a share is taken of (`78 per cent of the 130 cases`, `Of 52 cases, …`)."""
    quantity = found[place]
    if quantity.of is not None or quantity.unit == "percent":
        return False
    if quantity.unit != "cases":
        return _opens_as_base(words, quantity) and quantity.noun in NOUNS
    is_sample = quantity.value <= _LARGEST_SAMPLE and quantity.noun == "cases"
    if place and (is_sample or names[place - 1].startswith("cases_")) and found[place - 1].unit == "percent":
        between = words.lower[found[place - 1].last : quantity.first]
        if between[:1] == ["of"] and _OF_THE.issuperset(between):
            return True
    if _opens_as_base(words, quantity) or (
        quantity.first - words.sentence(quantity.core)[0] == 1 and words.at(quantity.first - 1) == "of"
    ):
        return True
    return (
        words.at(quantity.first - 1) in ("of", "these")
        and words.at(quantity.last) == ","
        and not words.at(quantity.first - 2)[:1].isalpha()
    )


def _is_about_cases(quantity: Quantity, before: list[Quantity], names: list[str], base: Base) -> bool:
    """Whether a share that does not say of what is a share of the cases told before it."""
    is_open = base.kind == "cases" or (base.kind == "unsaid" and (not base.noun or base.noun in POINTING))
    if quantity.unit != "percent" or quantity.rule == "level" or not is_open:
        return False
    for other, name in zip(reversed(before[-4:]), reversed(names[-4:]), strict=False):
        if name in ("cases_inspected", "cases_sufficient", "cases_insufficient"):
            return True
        if other.unit not in ("percent", "organisations"):
            return False
    return False


def _first_of(quantity: Quantity, around: Surroundings, base: Base, cues: list[Cue]) -> str:
    """The name that the cues down to the explicit judgement give; empty where they give none."""
    if around.reach == "sentence":
        return ""
    for cue in cues:
        if cue.judged:
            return judgement(quantity, around, base, is_case=True)
        if cue.reach <= REACHES[around.reach] <= cue.until and cue.fits(around):
            return cue.name
    return ""


def _named(quantity: Quantity, around: Surroundings, base: Base, cues: list[Cue], *, is_case: bool) -> str:
    """The name of the first cue that fits, which may be `other`; empty where none does."""
    reach = REACHES[around.reach]
    for cue in cues:
        if not cue.reach <= reach <= cue.until:
            continue
        if cue.judged:
            if cue.explicit and not is_explicit(quantity, base):
                continue
            judged = judgement(quantity, around, base, is_case=is_case) if reach < REACHES["context"] else ""
            if judged:
                return judged
        elif cue.fits(around):
            return cue.name
    return ""
