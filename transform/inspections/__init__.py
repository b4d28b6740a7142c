"""Services inspected, with what the release says of each; ratings ride along, for they decide the overall one."""

from extract.records import Release
from transform.inspections.fieldwork import fieldwork
from transform.inspections.inspected import inspected_bodies
from transform.inspections.joint import joint
from transform.inspections.local import called_in_full, county_services, is_county_inspection
from transform.inspections.owners import owner_of
from transform.inspections.scores import scores
from transform.inspections.subjects import subject
from transform.organisations import Body, bodies, namings
from transform.ratings import ratings
from transform.ratings.era import is_before_the_scale, told_on
from transform.records import Doubt, Inspection, Kind, Mention, Rating

Found = tuple[tuple[Mention[Inspection] | Mention[Doubt], ...], tuple[Mention[Rating] | Mention[Doubt], ...]]


def ratings_and_inspections(release: Release, kind: Kind) -> Found:
    """Both lists in text order; a near miss stands in them as a doubt.

    One inspection for each service the release reports on (none for kinds other than inspection, thematic, national);
    its span is the first naming.  A rating's span is the words that say it.
    """
    named = namings(release.text)
    known = bodies(named)
    if kind in (Kind.THEMATIC, Kind.NATIONAL):
        reported: tuple[Body, ...] = subject(release, kind)
    elif kind is Kind.INSPECTION:
        known = called_in_full(release, known, named)
        reported = county_services(release, inspected_bodies(release, known), known, named)
    else:
        reported = ()
    judged = ratings(release, known, reported, named)
    return _inspections(release, kind, reported, known, judged), judged


def _inspections(
    release: Release,
    kind: Kind,
    reported: tuple[Body, ...],
    known: tuple[Body, ...],
    judged: tuple[Mention[Rating] | Mention[Doubt], ...],
) -> tuple[Mention[Inspection] | Mention[Doubt], ...]:
    overall = {
        mention.value.organisation: mention.value.rating
        for mention in judged
        if isinstance(mention.value, Rating) and mention.value.standard == "overall" and not mention.value.is_previous
    }
    if is_before_the_scale(release) or (told_on(release) is None and is_county_inspection(release)):
        overall = {}  # what the prose says of the whole was no rating then
    points = scores(release, known, reported)
    times = fieldwork(release, reported)
    is_joint = joint(release, kind)
    made: list[Mention[Inspection] | Mention[Doubt]] = []
    for body in reported:
        owner = owner_of(release) if body.organisation_type == "crc" else None
        score = points.get(body.name)
        start, end = times.get(body.name, (None, None))
        rating = overall.get(body.name)
        made.append(
            Mention(
                rule="inspected",
                span=body.namings[0].span,
                value=Inspection(
                    organisation=body.name,
                    organisation_type=body.organisation_type,
                    organisation_type_from="text",
                    owner=owner,
                    owner_from="text" if owner else None,
                    published_on=release.published_on,
                    published_on_from=release.published_on_from.value if release.published_on_from else None,
                    fieldwork_start=start,
                    fieldwork_end=end,
                    fieldwork_from="text" if start or end else None,
                    overall_rating=rating,
                    overall_rating_from="text" if rating else None,
                    score=score[0] if score else None,
                    score_max=score[1] if score else None,
                    score_from="text" if score else None,
                    joint=is_joint,
                    joint_from="text",
                ),
            )
        )
    return tuple(sorted(made, key=lambda mention: mention.span))
