"""Words around a zone's name that decide what the name does in its sentence.

In: `tables/zone_cues.toml`, whose comments say what each list is for. Out: `ZoneCues`.
"""

from __future__ import annotations

from dataclasses import dataclass

from reporter.lexicon import table


@dataclass(frozen=True, slots=True)
class ZoneCues:
    """The lists of the table, each as a tuple of words."""

    general: tuple[str, ...]
    name_verbs: tuple[str, ...]
    not_in_names: tuple[str, ...]
    visitors: tuple[str, ...]
    not_before_word: tuple[str, ...]
    city_areas: tuple[str, ...]
    trade: tuple[str, ...]
    became: tuple[str, ...]
    run_by_place: tuple[str, ...]
    too_plain: tuple[str, ...]
    headline_verbs: tuple[str, ...]
    offices: tuple[str, ...]
    organisation: tuple[str, ...]
    partner: tuple[str, ...]
    together: tuple[str, ...]
    aside: tuple[str, ...]
    place: tuple[str, ...]
    gained_for: tuple[str, ...]
    described: tuple[str, ...]
    adverb: tuple[str, ...]
    area: tuple[str, ...]
    whole: tuple[str, ...]
    ranked: tuple[str, ...]
    honour: tuple[str, ...]
    stating: tuple[str, ...]
    continuing: tuple[str, ...]
    compared: tuple[str, ...]
    agency: tuple[str, ...]
    issuing: tuple[str, ...]
    handing_out: tuple[str, ...]
    office_goes_on: tuple[str, ...]
    place_has: tuple[str, ...]
    counted: tuple[str, ...]
    speech: tuple[str, ...]
    undertaking: tuple[str, ...]
    named_thing: tuple[str, ...]
    carrying: tuple[str, ...]
    held: tuple[str, ...]


def load() -> ZoneCues:
    """The shipped lists."""
    section = table.section("zone_cues")
    return ZoneCues(**{name: tuple(section[name]) for name in ZoneCues.__dataclass_fields__})
