#!/usr/bin/env python3
"""Score people, companies, projects, policies, industries and rankings against labelled items.

usage: python tests/eval/score_items.py --facts all.jsonl --labels DIR [--labels DIR …]
       [--only ID,ID] [--wrong N] [--json]

all.jsonl   output of `reporter facts --format jsonl`
DIR         holds NNN.items.json: {"people": [{name, title, zone, quote}], "companies": [{name, zone}],
            "projects": [{name, zone, investment}], "policies": [{name, zone}],
            "industries": [{zone, industries: []}], "rankings": [{zone, text}]}

Labels and facts of one page (a source whose name begins with NNN) are matched greedily, best pair first, by the
normalised name: the same, one inside the other, or the share of common character pairs. Of each kind are printed
precision, recall and F1 of the names, and how many of the matched have the right zone, title (people), quote
(people, of those labelled with one) and investment (projects). A name that several facts give counts once.
"""

from __future__ import annotations

import argparse
import collections
import json
import pathlib
import re
import sys
import unicodedata

DROP = re.compile(r"[\s,，、“”\"'‘’「」《》〈〉（）()【】\[\]—\-–·:：;；!！?？。.►…]")
KINDS = {
    "people": "person",
    "companies": "company",
    "projects": "project",
    "policies": "policy",
    "industries": "industry",
    "rankings": "ranking",
}
ENOUGH = {"people": 0.99, "companies": 0.6, "projects": 0.6, "policies": 0.6, "industries": 0.6, "rankings": 0.5}
"""How alike two names must be to be one."""

SHORT = [
    ("自由贸易试验区|自贸试验区", "自贸区"),
    ("经济技术开发区", "经开区"),
    ("高新技术产业开发区|高新技术开发区", "高新区"),
    ("综合保税区", "综保区"),
    (r"^(?:中国|河北|江西|山东|广东|上海(?=浦东)|桂林市?(?=七星))(?=.{3,})", ""),
]


def norm(text: str) -> str:
    """A name without marks, in one width."""
    return DROP.sub("", unicodedata.normalize("NFKC", text or "")).lower()


def pairs(text: str) -> collections.Counter[str]:
    """The character pairs of a normalised name."""
    text = norm(text)
    return collections.Counter(text[at : at + 2] for at in range(max(1, len(text) - 1)))


def alike(one: str, other: str) -> float:
    """1 for the same name, 0.6 to 0.95 for one inside the other, else the share of common character pairs."""
    left, right = norm(one), norm(other)
    if not left or not right:
        return 0.0
    if left == right:
        return 1.0
    short, long = sorted((left, right), key=len)
    if short in long and (len(short) >= 4 or len(short) / len(long) >= 0.5):
        return 0.6 + 0.35 * len(short) / len(long)
    x, y = pairs(one), pairs(other)
    return 2 * sum((x & y).values()) / (sum(x.values()) + sum(y.values()))


def zone_key(name: str) -> str:
    """A zone's name with its type in short form."""
    name = norm(name)
    for long, short in SHORT:
        name = re.sub(long, short, name)
    return name


def zone_table(folders: list[pathlib.Path]) -> dict[str, set[str]]:
    """Every name of a labelled zone and the zones it may stand for; a park may be given as the zone it lies in."""
    table: dict[str, set[str]] = collections.defaultdict(set)
    for folder in folders:
        for path in sorted(folder.glob("*.zones.json")):
            for zone in json.loads(path.read_text(encoding="utf-8")):
                for name in (zone["zone"], zone.get("official") or "", *zone.get("aliases", [])):
                    if name:
                        table[zone_key(name)].add(zone["zone"])
                if zone.get("parent"):
                    table[zone_key(zone["parent"])].add(zone["zone"])
                    table[zone_key(zone["zone"])].add(zone["parent"])
    return table


def same_zone(given: str, label: str, table: dict[str, set[str]]) -> bool:
    """Whether a fact's zone is the labelled one."""
    if not given or not label:
        return not given and not label
    key = zone_key(given)
    return key == zone_key(label) or bool(table.get(key, set()) & (table.get(zone_key(label), set()) | {label}))


def labelled(path: pathlib.Path) -> dict[str, list[dict]]:
    """A page's items by kind; industries flattened to one item each."""
    items = json.loads(path.read_text(encoding="utf-8"))
    items["industries"] = [
        {"name": name, "zone": entry["zone"]} for entry in items.get("industries", []) for name in entry["industries"]
    ]
    for entry in items.get("rankings", []):
        entry["name"] = entry["text"]
    return items


def given(facts: list[dict], kind: str) -> list[dict]:
    """The facts of a kind, each name (and zone, for industries) once."""
    found: dict[tuple, dict] = {}
    for fact in facts:
        if fact["kind"] != KINDS[kind]:
            continue
        name = fact.get("name") or fact.get("statement") or fact.get("text") or ""
        key = (norm(name), fact["zone"]) if kind == "industries" else (norm(name),)
        entry = found.setdefault(key, fact | {"name": name, "zones": []})
        entry["zones"].append(fact["zone"])
    return list(found.values())


def names_of(fact: dict) -> list[str]:
    """All names under which a fact can be met."""
    return [fact["name"], *(fact.get("short_names") or [])]


def match(facts: list[dict], labels: list[dict], kind: str, table: dict[str, set[str]]) -> list[tuple[dict, dict]]:
    """Pairs of fact and label, the most alike first, each used once."""
    options = []
    for at, fact in enumerate(facts):
        for number, label in enumerate(labels):
            score = max(alike(name, label["name"]) for name in names_of(fact))
            if score >= ENOUGH[kind]:
                zone = any(same_zone(z, label["zone"], table) for z in fact["zones"])
                options.append((-score - 0.3 * zone, at, number))
    used_facts: set[int] = set()
    used_labels: set[int] = set()
    found = []
    for _, at, number in sorted(options):
        if at not in used_facts and number not in used_labels:
            used_facts.add(at)
            used_labels.add(number)
            found.append((facts[at], labels[number]))
    return found


def quoted(facts: list[dict], person: dict) -> bool:
    """Whether a person's labelled quote is among the facts, with that speaker."""
    start = norm(person["quote"])
    return any(
        fact["kind"] == "quote" and fact["speaker"] == person["name"] and start in norm(fact["words"]) for fact in facts
    )


def score(facts: list[dict], folders: list[pathlib.Path], only: set[str], wrong: int) -> dict[str, dict[str, float]]:
    """The measures of every kind over all labelled pages."""
    table = zone_table(folders)
    tally: dict[str, collections.Counter[str]] = {kind: collections.Counter() for kind in KINDS}
    for path in (p for folder in folders for p in sorted(folder.glob("*.items.json"))):
        page = path.name.split(".")[0]
        if only and page not in only:
            continue
        here = [f for f in facts if pathlib.PurePosixPath(f["source"]).name.startswith(page)]
        items = labelled(path)
        for kind in KINDS:
            labels, found = items.get(kind, []), given(here, kind)
            matched = match(found, labels, kind, table)
            count = tally[kind]
            count.update(labels=len(labels), facts=len(found), matched=len(matched))
            for fact, label in matched:
                count["zone"] += any(same_zone(z, label["zone"], table) for z in fact["zones"])
                if kind == "people":
                    count["title"] += alike(fact.get("title", ""), label["title"]) >= 0.6
                    if label.get("quote"):
                        count["quotes"] += 1
                        count["quote"] += quoted(here, label)
                if kind == "projects":
                    count["investment"] += fact.get("investment") == label.get("investment")
            if wrong:
                missed = [x["name"] for x in labels if not any(x is y for _, y in matched)]
                extra = [x["name"] for x in found if not any(x is y for y, _ in matched)]
                zones = [
                    (f["name"], f["zones"], x["zone"])
                    for f, x in matched
                    if not any(same_zone(z, x["zone"], table) for z in f["zones"])
                ]
                print(
                    f"{page} {kind}\n  missed {missed[:wrong]}\n  extra  {extra[:wrong]}\n  zone   {zones[:wrong]}",
                    file=sys.stderr,
                )
    return {kind: measures(count) for kind, count in tally.items()}


def measures(count: collections.Counter[str]) -> dict[str, float]:
    """Precision, recall, F1 and shares of the matched."""
    matched = count["matched"]
    precision = matched / count["facts"] if count["facts"] else 0.0
    recall = matched / count["labels"] if count["labels"] else 0.0
    out = {
        "labels": count["labels"],
        "facts": count["facts"],
        "precision": round(precision, 3),
        "recall": round(recall, 3),
        "F1": round(2 * precision * recall / (precision + recall), 3) if matched else 0.0,
        "zone": round(count["zone"] / matched, 3) if matched else 0.0,
    }
    for key, of in (("title", matched), ("quote", count["quotes"]), ("investment", matched)):
        if key in count:
            out[key] = round(count[key] / of, 3) if of else 0.0
    return out


def main() -> None:
    """Read the arguments, print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--facts", required=True, type=pathlib.Path)
    parser.add_argument("--labels", action="append", required=True, type=pathlib.Path)
    parser.add_argument("--only", default="", help="comma-separated page numbers")
    parser.add_argument("--wrong", type=int, default=0, help="print up to N missed and extra names a kind and page")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    with args.facts.open(encoding="utf-8") as lines:
        facts = [json.loads(line) for line in lines if line.strip()]
    out = score(facts, args.labels, set(filter(None, args.only.split(","))), args.wrong)
    if args.json:
        print(json.dumps(out, ensure_ascii=False))
        return
    for kind, values in out.items():
        print(f"{kind:11}", "  ".join(f"{name} {value}" for name, value in values.items()))


if __name__ == "__main__":
    main()
