"""Floors under people, companies, projects and the rest on our own labelled pages, and the scorer's own arithmetic."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import run
import score
import score_items

HERE = Path(__file__).parent
FLOORS = {
    "people": 0.95,
    "companies": 0.94,
    "projects": 0.92,
    "policies": 0.92,
    "industries": 0.85,
    "rankings": 0.90,
}


@pytest.fixture(scope="module")
def measured():
    return run.items_of([HERE / "pages"], [score.SEEDS], 0)


@pytest.mark.parametrize(("kind", "floor"), FLOORS.items())
def test_kinds_stay_above_their_floor(measured, kind, floor):
    assert measured[kind]["F1"] >= floor


def test_people_have_their_titles_and_quotes(measured):
    assert measured["people"]["title"] >= 0.95
    assert measured["people"]["quote"] >= 0.90


def test_investments_are_right(measured):
    assert measured["projects"]["investment"] >= 0.90


@pytest.mark.parametrize(
    ("one", "other", "enough"),
    [
        ("莱曼电气系统(宁州)有限公司", "莱曼电气系统（宁州）有限公司", True),
        ("“揭榜挂帅”机制", "揭榜挂帅机制", True),
        ("机器人产业", "机器人", True),
        ("骏马集团", "骏马集团新能源公司", True),
        ("公司", "砺风精密科技有限公司", False),
        ("宁州银行", "工商银行宁州分行", False),
    ],
)
def test_names_are_alike(one, other, enough):
    assert (score_items.alike(one, other) >= 0.6) is enough


def test_each_label_and_fact_counts_once(tmp_path):
    labels = {
        "people": [{"name": "林知远", "title": "云峦精工总经理", "zone": "甲高新区", "quote": ""}],
        "companies": [{"name": "云峦精工有限公司", "zone": "甲高新区"}, {"name": "砚台科技", "zone": "甲高新区"}],
        "projects": [], "policies": [], "industries": [{"zone": "甲高新区", "industries": ["氢能"]}], "rankings": [],
    }  # fmt: skip
    (tmp_path / "p1.items.json").write_text(json.dumps(labels), encoding="utf-8")
    page = {"source": "p1.txt", "zone": "甲高新区"}
    facts = [
        page | {"kind": "person", "name": "林知远", "title": "云峦精工有限公司总经理"},
        page | {"kind": "company", "name": "云峦精工有限公司"},
        page | {"kind": "company", "name": "云峦精工"},
        page | {"kind": "industry", "name": "氢能产业", "zone": "乙高新区"},
    ]
    found = score_items.score(facts, [tmp_path], set(), 0)
    assert (found["people"]["F1"], found["people"]["title"]) == (1.0, 1.0)
    assert (found["companies"]["precision"], found["companies"]["recall"]) == (0.5, 0.5)
    assert (found["industries"]["F1"], found["industries"]["zone"]) == (1.0, 0.0)
