"""People: a post and the name after it, with the organisation that the post belongs to.

In: a scene and its companies. Out: one `Person` a name, and all places where the name stands (for quotes).

    山特维克工具制造（廊坊）有限公司总经理|金振喜|说          organisation, post, name, verb of saying
    廊坊经济技术开发区党工委副书记、管委会主任|王一平|说      nested posts
    …动力电池项目现场，总经理|孙光忠|告诉记者                 the organisation stands in the clause before
    该公司执行董事|李成|充满信心                              该公司: the company named last

Nobody is taken for a person without a post; 相关负责人 has no name and is none. The family name comes from a
table; whether two or three characters are the name is decided by what follows them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from reporter.extraction.kinds.companies import Mention
from reporter.extraction.kinds.edges import name_start
from reporter.extraction.kinds.scene import Passage, Scene
from reporter.language.alternation import alternatives, one_of
from reporter.language.text import CJK
from reporter.lexicon.kinds import people_words
from reporter.model import Decision, Evidence, Person


class Name(NamedTuple):
    """A person's name at a place, how strongly what follows confirms it (5 verb … 0 nothing), and what follows."""

    start: int
    end: int
    strength: int
    cue: str


class Sighting(Struct, frozen=True, gc=False):
    """A person introduced with a post: `title_start` is where the title begins."""

    passage: Passage
    name: Name
    text: str
    title_start: int
    post_start: int
    organisation: str
    post: str
    title: str
    rule: str


_CHINESE = re.compile(f"[{CJK}]+")
_SPEECH, _MARK, _WORD, _PARTICLE, _LETTER = 5, 4, 3, 2, 1
_PARTICLES = "在对被把将也已则却便即仍还又的了"  # hardly anybody is called by one of these
_MARKS = "，。；：！？、“”（）,;: \u3000\n"


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = people_words()
    posts = one_of(words.posts)
    return {
        "post": re.compile(rf"{posts}(?!们|级|室|任务|制|会议|办|(?<=长)[沙春治期远三城])"),
        "speech": re.compile(one_of(words.speech)),
        "after": re.compile(one_of(words.after)),
        "family": re.compile(f"(?:{alternatives(words.double_surnames)})|[{''.join(words.surnames)}]"),
        "not_name": re.compile(one_of(words.not_names)),
        "foreign": re.compile(
            rf"[{CJK}]{{1,6}}(?:[·•・][{CJK}A-Za-z.]{{1,8}}?){{1,3}}(?=[，。；：！？、（“]|{alternatives(words.speech)}|[在向对与和的]|$)"
        ),
        "latin": re.compile(r"[A-Z][a-z]+(?:[ ·][A-Z][a-z.]+){1,2}"),
        "before": re.compile(
            rf"(?<![{CJK}])(?P<name>[{CJK}]{{2,3}})(?P<post>{alternatives(words.after_name)})(?=[，。；：]|{alternatives(words.speech)}|一行|在|率)"
        ),
        "after_name": re.compile(one_of(words.after_name)),
        "state_post": re.compile(one_of(words.state_posts)),
        "state": re.compile(rf"(?P<name>[{CJK}]{{2,3}}?)(?P<post>{alternatives(words.state_posts)})"),
        "tail": re.compile(rf"(?:{posts}|{alternatives(words.bodies)})$"),
        "ends_post": re.compile(rf"{posts}$"),
        "post_part": re.compile(rf"(?:{alternatives(words.post_prefixes)}|兼)*$"),
        "body": re.compile(rf"(?:{alternatives(words.bodies)})"),
    }


def read_name(text: str, at: int) -> Name | None:
    """The name that begins at `at`, or None: 李东生 (告诉), 马克·罗林森 (说), 马跃 (表示)."""
    patterns = _patterns()
    for kind in ("foreign", "latin"):
        if match := patterns[kind].match(text, at):
            return Name(at, match.end(), _MARK, kind)
    family = patterns["family"].match(text, at)
    if family is None or patterns["not_name"].match(text, at):
        return None
    size = len(family.group())
    best: Name | None = None
    for given in (2, 1):
        end = at + size + given
        if end > len(text) or not _CHINESE.fullmatch(text, at, end):
            continue
        strength, cue = _follow(text, end)
        strength -= 2 * (given == 2 and text[end - 1] in _PARTICLES)  # 齐安|在走访时
        if best is None or strength > best.strength:
            best = Name(at, end, strength, cue)
    if best is None:
        return None
    everyday = size == 1 and family.group() in people_words().rare_surnames
    if best.strength == 0 and (everyday or best.end - best.start < 3):
        return None
    if everyday and best.strength < _MARK:
        return None
    return best


def _follow(text: str, end: int) -> tuple[int, str]:
    """How well a name can end at `end`: before a verb of saying, a mark, a word or a letter that follow names."""
    patterns = _patterns()
    if match := patterns["speech"].match(text, end):
        return _SPEECH, match.group()
    if end >= len(text) or text[end] in _MARKS:
        return _MARK, text[end : end + 1]
    if text[end] in _PARTICLES:
        return _PARTICLE, text[end]
    if match := patterns["after"].match(text, end):
        return (_WORD if len(match.group()) > 1 else _LETTER), match.group()
    return 0, ""


def find_people(scene: Scene, anchors: Sequence[Mention]) -> list[Sighting]:
    """Everybody whom the article introduces with a post, in reading order; `anchors` are its companies."""
    found: list[Sighting] = []
    for passage in scene.body:
        ends = -1
        for sighting in sorted(_in(scene, passage, anchors), key=lambda s: (s.name.start, -s.name.end)):
            if sighting.name.start >= ends:
                found.append(_beside(sighting, found))
                ends = sighting.name.end
    return found


def _beside(sighting: Sighting, found: Sequence[Sighting]) -> Sighting:
    """The sighting with the organisation of the person right before it: X公司董事长李文、副总经理王远."""
    last = found[-1] if found else None
    bare = not sighting.organisation or sighting.rule == "organisation in the clause before"
    if last is None or not bare or last.passage is not sighting.passage or not last.organisation:
        return sighting
    if sighting.passage.text[last.name.end : sighting.title_start] not in ("、", "和", "与", "及"):
        return sighting
    title = last.organisation + sighting.post
    return replace(sighting, organisation=last.organisation, title=title, rule="organisation of the person before")


def _in(scene: Scene, passage: Passage, anchors: Sequence[Mention]) -> Iterator[Sighting]:
    text = passage.text
    patterns = _patterns()
    for match in patterns["post"].finditer(text):
        at = match.end()
        if text[at : at + 1] == " ":
            at += 1
        name = read_name(text, at)
        if name is not None:
            yield _introduced(scene, passage, match.start(), match.end(), name, anchors)
    for match in patterns["state"].finditer(text) if patterns["state_post"].search(text) else ():
        if name := _leader(text, match):
            yield Sighting(
                passage,
                name,
                text[name.start : name.end],
                name.start,
                match.start("post"),
                "",
                match["post"],
                match["post"],
                "leader of the state",
            )
    for match in patterns["before"].finditer(text) if patterns["after_name"].search(text) else ():
        name = read_name(text, match.start("name"))
        if (
            name
            and patterns["family"].match(match["name"])
            and match["post"] not in people_words().state_posts
            and len(match["name"]) in (2, 3)
        ):
            name = Name(match.start("name"), match.end("name"), _WORD, match["post"])
            yield Sighting(
                passage,
                name,
                match["name"],
                name.start,
                match.start("post"),
                "",
                match["post"],
                match["post"],
                "post after the name",
            )


def _leader(text: str, match: re.Match[str]) -> Name | None:
    """The name before a leader's post: 牢记习近平总书记嘱托."""
    family = _patterns()["family"]
    for size in (3, 2):
        start = match.start("post") - size
        if start >= 0 and family.match(text, start) and _CHINESE.fullmatch(text, start, start + size):
            return Name(start, start + size, _WORD, match["post"])
    return None


def _introduced(
    scene: Scene, passage: Passage, start: int, end: int, name: Name, anchors: Sequence[Mention]
) -> Sighting:
    """The sighting of a name after the post at `start`–`end`: reads the title back from it."""
    text = passage.text
    title_start = _title_start(passage, start, anchors)
    post_start = _post_start(text, title_start, start)
    organisation, post, rule = text[title_start:post_start], text[post_start:end], "post before the name"
    before = text[max(0, title_start - 8) : title_start]
    owner, owner_rule = "", ""
    if _THIS.search(before):
        owner, owner_rule = _named_before(passage, title_start, anchors), "该公司: the company named last"
    elif not organisation and before.endswith("的"):
        owner, owner_rule = _ends_at(passage, title_start - 1, anchors), "organisation before 的"
    elif not organisation:
        owner, owner_rule = _in_sentence(passage, title_start, anchors), "organisation in the clause before"
        if _ZONE_POST.search(post):
            owner, owner_rule = scene.zone(passage, start, end), "zone of the sentence"
    title = text[title_start:end]
    if owner:
        organisation, rule = owner + organisation, owner_rule
        title = organisation + post
    return Sighting(passage, name, text[name.start : name.end], title_start, start, organisation, post, title, rule)


_THIS = re.compile("(?:该|本|这家|这个)(?:公司|企业|集团|项目|厂)?$")
_ZONE_POST = re.compile("管委会|党工委|党委")


def _title_start(passage: Passage, start: int, anchors: Sequence[Mention]) -> int:
    """Where the title begins whose last post begins at `start`.

    Earlier parts between 、 belong to it when they are posts or bodies; so do the parts of a bureau's name (经济发展
    和企业服务局), and the whole of a company's name that the grammar has read.
    """
    text = passage.text
    tail = _patterns()["tail"]
    begin = min(name_start(text, start), start)
    while begin > 0:
        owner = next((a for a in anchors if a.passage is passage and a.start < begin <= a.end <= start), None)
        if owner is not None:
            begin = owner.start
            continue
        joint = begin - 2 if text[begin - 2 : begin] in ("企业", "公司") else begin
        if text[begin - 1] == "、":
            earlier = name_start(text, begin - 1)
            if earlier >= begin - 1 or not tail.search(text, earlier, begin - 1):
                break
        elif joint and text[joint - 1] in "和与及":
            earlier = name_start(text, joint - 1)
            part = text[earlier : joint - 1]
            if not 4 <= len(part) <= 18 or not _PLACED.search(part) or tail.search(part):
                break
        else:
            break
        begin = earlier
    return begin


_PLACED = re.compile("区|市|省|县|州|局|厅|委")


def _post_start(text: str, title_start: int, post: int) -> int:
    """Where the post begins inside the title: after the last body; 党工委 and 党委 belong to the post."""
    patterns = _patterns()
    first = text.find("、", title_start, post)
    limit = post if first < 0 or not patterns["ends_post"].search(text, title_start, first) else first
    begin = title_start
    for match in patterns["body"].finditer(text, title_start, limit):
        begin = match.end()
    head = text[title_start:begin]
    for party in ("党工委", "党委", "党组", "工委"):
        if head.endswith(party) and len(head) > len(party):
            return begin - len(party)
        if head == party:
            return title_start
    if begin == title_start and limit == post and (prefix := patterns["post_part"].search(text, title_start, post)):
        return prefix.start()
    return begin


def _ends_at(passage: Passage, offset: int, anchors: Sequence[Mention]) -> str:
    """The company whose name ends at an offset."""
    return next((a.name for a in anchors if a.passage is passage and a.end == offset), "")


def _named_before(passage: Passage, offset: int, anchors: Sequence[Mention]) -> str:
    """What 该公司 stands for: the company named last with its legal form, or else the one named last.

    It stands in this paragraph or the one before; a customer named in passing by a short name is not meant.
    """
    before = [
        a
        for a in anchors
        if (a.passage.index, a.start) < (passage.index, offset) and passage.index - a.passage.index <= 1
    ]
    formal = [a for a in before if a.formal]
    return (formal or before)[-1].name if before else ""


def _in_sentence(passage: Passage, offset: int, anchors: Sequence[Mention]) -> str:
    """The company or project named last before an offset in the same sentence."""
    first, _ = passage.sentence_at(offset)
    before = [a for a in anchors if a.passage is passage and first <= a.start and a.end <= offset]
    return max(before, key=lambda a: a.end).name if before else ""


def people_facts(scene: Scene, sightings: Sequence[Sighting]) -> list[Person]:
    """One fact a person, at the first introduction; later places of the name are further mentions."""
    facts: list[Person] = []
    seen: set[str] = set()
    for sighting in sightings:
        if sighting.text in seen:
            continue
        seen.add(sighting.text)
        first = sighting.name
        state = sighting.rule == "leader of the state"
        facts.append(
            Person(
                id=scene.identity("person", sighting.passage, first.start, sighting.text),
                zone="" if state else scene.zone(sighting.passage, first.start, first.end),
                mentions=_mentions(scene, sightings, sighting),
                decided=(
                    Decision("name", sighting.text, sighting.rule, first.cue),
                    Decision("title", sighting.title, sighting.rule, sighting.post),
                ),
                name=sighting.text,
                organisation=sighting.organisation,
                post=sighting.post,
                title=sighting.title,
            )
        )
    return facts


def _mentions(scene: Scene, sightings: Sequence[Sighting], of: Sighting) -> tuple[Evidence, ...]:
    return tuple(
        scene.evidence(
            s.passage,
            min(s.title_start, s.name.start),
            max(s.name.end, s.post_start + len(s.post) if s.name.start < s.post_start else 0),
        )
        for s in sightings
        if s.text == of.text
    )
