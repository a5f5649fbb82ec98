"""One zone for the several names that a page gives one that no table has.

In: the zones of a page. Out: for each name that is another's shorter or longer form, the zone that stands for both.

    香河经济开发区, 香河经开区 → 香河经开区            唐山海港经济开发区, 海港经开区 → 唐山海港经济开发区
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from reporter.lexicon.zones import Gazetteer
from reporter.model import Zone

_SUFFIX = re.compile("(?<=.)[市县区州](?=.|$)")
_SHORTEST = 2


class _Form(NamedTuple):
    core: str
    word: str
    zone: Zone


def fold(zones: Iterable[Zone], gazetteer: Gazetteer) -> dict[str, Zone]:
    """The name of each zone that is another's form, with the zone that it is."""
    zones = tuple(zones)
    if len(zones) < 2 or all(zone.known for zone in zones):
        return {}  # as on most pages
    forms = []
    for zone in zones:
        core, word = gazetteer.split(zone.name)
        forms.append(_Form(_SUFFIX.sub("", core), word.short if word else "", zone))
    same: dict[str, Zone] = {}
    for form in forms:
        if form.zone.known or len(form.core) < _SHORTEST:
            continue
        for other in forms:
            if other.zone is not form.zone and _alike(form, other) and _stands_for(other, form):
                same[form.zone.name] = other.zone
                break
    return {name: same.get(zone.name, zone) for name, zone in same.items() if same.get(zone.name, zone).name != name}


def _alike(a: _Form, b: _Form) -> bool:
    """Whether the closing words can be said of one zone: 开发区 of an 经开区 or a 高新区 too."""
    return a.word == b.word or ("开发区" in (a.word, b.word) and {a.word, b.word} <= {"开发区", "经开区", "高新区"})


def _plainness(form: _Form) -> tuple[bool, int, str]:
    """The order of names of one zone: a kind before the vague 开发区, then the shorter."""
    return form.word == "开发区", len(form.zone.name), form.zone.name


def _stands_for(full: _Form, form: _Form) -> bool:
    """Whether `full` is the name to keep: with more of a core, or with the same core and the shorter word."""
    if full.core == form.core:
        if full.zone.known:
            return True
        return _plainness(full) < _plainness(form)
    return full.core.endswith(form.core)
