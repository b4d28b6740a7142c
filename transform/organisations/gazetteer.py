"""Bodies the vocabulary knows, with owners, times and official codes.  Reads no release."""

from collections.abc import Iterator
from datetime import timedelta
from functools import cache
from typing import Any

from transform.rows import OrganisationRow
from transform.vocabulary import load


@cache
def organisations() -> tuple[OrganisationRow, ...]:
    """Every body of the vocabulary, one row for each owner and time it had."""
    known = load("organisations")
    return (
        *_companies(known["crc"]),
        *_divisions(known["nps_division"]),
        *_regions(known["probation_region"]),
        *_trusts(known["probation_trust"]),
        *_youth_services(load("councils")),
    )


@cache
def company_places() -> dict[str, str]:
    """Folded place of each Community Rehabilitation Company, by its folded name and by its short form."""
    places = {}
    for company in load("organisations")["crc"]["company"]:
        place = folded_place(company["name"])
        places[place] = place
        if "short" in company:
            places[folded_place(company["short"])] = place
    return places


@cache
def known_places() -> frozenset[str]:
    """Folded places that name some body of the vocabulary."""
    known = load("organisations")
    councils = load("councils")
    names = [
        *(company["name"] for company in known["crc"]["company"]),
        *known["nps_division"]["names"],
        *known["nps_division"]["later_names"],
        *known["nps_division"]["other_names"],
        *(region["name"] for region in known["probation_region"]["region"]),
        *known["probation_trust"]["names"],
        *(council["name"] for council in councils["council"]),
        *(council["name"] for council in councils["joint"]),
    ]
    return frozenset(folded_place(name) for name in names)


def folded_place(words: str) -> str:
    """A place in lower case without commas, hyphens and articles; `&` is `and`."""
    plain = words.replace("&", " and ").replace(",", " ").replace("-", " ").replace("’", "'").casefold()
    return " ".join(word for word in plain.split() if word != "the")


def _companies(crc: dict[str, Any]) -> Iterator[OrganisationRow]:
    for company in crc["company"]:
        spells = [{"name": crc["first_owner"], "from": crc["from"], "to": crc["sold"] - timedelta(days=1)}]
        spells += [
            {"name": owner["name"], "from": owner.get("from", crc["sold"]), "to": owner.get("to", crc["to"])}
            for owner in company["owners"]
        ]
        for spell in spells:
            yield OrganisationRow(
                name=f"{company['name']} Community Rehabilitation Company",
                short_name=f"{company.get('short', company['name'])} CRC",
                organisation_type="crc",
                owner=spell["name"],
                region=None,
                official_code=None,
                official_code_from=None,
                from_on=spell["from"],
                until_on=spell["to"],
                source=crc["source"],
            )


def _divisions(divisions: dict[str, Any]) -> Iterator[OrganisationRow]:
    for names, from_on in ((divisions["names"], divisions["from"]), (divisions["later_names"], None)):
        for name in names:
            yield OrganisationRow(
                name=f"National Probation Service {name} division",
                short_name=f"{name} NPS",
                organisation_type="nps_division",
                owner=None,
                region=None,
                official_code=None,
                official_code_from=None,
                from_on=from_on,
                until_on=divisions["to"],
                source=divisions["source"],
            )


def _regions(regions: dict[str, Any]) -> Iterator[OrganisationRow]:
    for region in regions["region"]:
        yield OrganisationRow(
            name=f"Probation Service – {region['name']} region",
            short_name=f"{region['name']} Probation Service",
            organisation_type="probation_region",
            owner=None,
            region=region["name"],
            official_code=region.get("code"),
            official_code_from=regions["code_source"] if "code" in region else None,
            from_on=regions["from"],
            until_on=None,
            source=regions["source"],
        )


def _trusts(trusts: dict[str, Any]) -> Iterator[OrganisationRow]:
    for name in trusts["names"]:
        yield OrganisationRow(
            name=f"{name} Probation Trust",
            short_name=None,
            organisation_type="probation_trust",
            owner=None,
            region=None,
            official_code=None,
            official_code_from=None,
            from_on=trusts["from"],
            until_on=trusts["to"],
            source=trusts["source"],
        )


def _youth_services(councils: dict[str, Any]) -> Iterator[OrganisationRow]:
    for council in (*councils["council"], *councils["joint"]):
        yield OrganisationRow(
            name=f"{council['name']} Youth Justice Service",
            short_name=f"{council['name']} YJS",
            organisation_type="yos",
            owner=None,
            region=None,
            official_code=council.get("code"),
            official_code_from=councils["code_source"] if "code" in council else None,
            from_on=None,
            until_on=None,
            source=councils["source"],
        )
