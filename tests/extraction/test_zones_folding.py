"""One zone under several names, on one page."""

from __future__ import annotations

import pytest

from reporter.extraction.zones.folding import fold
from reporter.extraction.zones.naming import describe
from tests.extraction.zones_help import finder

GAZETTEER = finder().gazetteer


@pytest.mark.parametrize(
    ("names", "same"),
    [
        (["香河经济开发区", "香河经开区"], {"香河经济开发区": "香河经开区"}),
        (["唐山海港经济开发区", "海港经开区"], {"海港经开区": "唐山海港经济开发区"}),
        (["云杉岭高新区", "云杉岭经开区"], {}),
        (["云杉岭高新区", "云杉岭开发区"], {"云杉岭开发区": "云杉岭高新区"}),
        (["新田县工业园区", "新田工业园区"], {"新田县工业园区": "新田工业园区"}),
    ],
)
def test_on_one_page(names: list[str], same: dict[str, str]) -> None:
    found = fold([describe(name, GAZETTEER) for name in names], GAZETTEER)
    assert {name: zone.name for name, zone in found.items()} == same
