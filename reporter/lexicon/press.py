"""The words by which a newspaper page shows what each of its lines is for (`tables/press.toml`)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from reporter.lexicon.table import section


@dataclass(frozen=True, slots=True)
class PressWords:
    """Cue words of bylines, datelines, stamps, captions, credits, editors' lines and banners; openers and family names.

    Tuples are sorted longest first, so that the first match is the longest.
    """

    byline_cues: tuple[str, ...]
    byline_marks: frozenset[str]
    byline_closings: tuple[str, ...]
    datelines: tuple[str, ...]
    caption_cues: tuple[str, ...]
    caption_openings: tuple[str, ...]
    caption_people: tuple[str, ...]
    credit_openings: tuple[str, ...]
    credit_endings: tuple[str, ...]
    credit_sources: tuple[str, ...]
    editor_openings: tuple[str, ...]
    field_ends: tuple[str, ...]
    stamp_labels: tuple[str, ...]
    stamp_writers: frozenset[str]
    stamp_editors: frozenset[str]
    banner_names: frozenset[str]
    banner_words: frozenset[str]
    column_fields: tuple[str, ...]
    column_kinds: tuple[str, ...]
    series_kinds: tuple[str, ...]
    start_characters: frozenset[str]
    start_words: frozenset[str]
    never_first: frozenset[str]
    open_last: frozenset[str]
    obligations: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]
    surnames: frozenset[str]
    double_surnames: tuple[str, ...]
    not_names: frozenset[str]
    other_names: tuple[str, ...]
    known_years: dict[str, int]
    known_times: dict[str, int]
    editions: dict[str, tuple[int, int]]
    pilot_years: dict[str, int]


def _longest_first(words: list[str]) -> tuple[str, ...]:
    return tuple(sorted(set(words), key=lambda word: (-len(word), word)))


@cache
def press_words() -> PressWords:
    """The table, read once."""
    table = section("press")
    credit, names = table["credit"], table["names"]
    return PressWords(
        byline_cues=_longest_first(table["byline"]["cues"]),
        byline_marks=frozenset(table["byline"]["marks"]),
        byline_closings=_longest_first(table["byline"]["closings"]),
        datelines=_longest_first(table["dateline"]["openings"]),
        caption_cues=_longest_first(table["caption"]["cues"]),
        caption_openings=tuple(table["caption"]["openings"]),
        caption_people=tuple(table["caption"]["people"]),
        credit_openings=_longest_first(credit["openings"]),
        credit_endings=_longest_first(credit["endings"]),
        credit_sources=_longest_first(credit["sources"]),
        editor_openings=_longest_first(table["editor"]["openings"]),
        field_ends=_longest_first(table["field"]["ends"]),
        stamp_labels=_longest_first(table["stamp"]["labels"]),
        stamp_writers=frozenset(table["stamp"]["writers"]),
        stamp_editors=frozenset(table["stamp"]["editors"]),
        banner_names=frozenset(table["banner"]["names"]),
        banner_words=frozenset(table["banner"]["words"]),
        column_fields=tuple(table["banner"]["fields"]),
        column_kinds=tuple(table["banner"]["kinds"]),
        series_kinds=tuple(table["banner"]["series"]),
        start_characters=frozenset(table["start"]["characters"]),
        start_words=frozenset(table["start"]["words"]),
        never_first=frozenset(table["start"]["never"]),
        open_last=frozenset(table["finish"]["open"]),
        obligations=tuple((tuple(a), tuple(b)) for a, b in table["obligations"]["pairs"]),
        surnames=frozenset(names["single"]),
        double_surnames=_longest_first(names["double"]),
        not_names=frozenset(names["never"]),
        other_names=tuple(names["other"]),
        known_years=dict(table["known_years"]),
        known_times=dict(table["known_times"]),
        editions={words: (first, a_year) for words, (first, a_year) in table["editions"].items()},
        pilot_years={place: int(year) for year, places in table["pilot_years"].items() for place in places},
    )
