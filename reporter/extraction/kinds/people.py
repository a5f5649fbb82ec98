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

from reporter.extraction.kinds.edges import name_start
from reporter.extraction.kinds.owners import IN_SENTENCE, SPOKEN_OF, Anchors, whose
from reporter.extraction.kinds.scene import HEADS, Passage, Scene
from reporter.extraction.kinds.untitled import called, untitled
from reporter.language.alternation import alternatives, one_of
from reporter.language.text import CJK
from reporter.language.words import Words
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
_UNNAMED = (
    _PARTICLES + "并拿没不去很都就才只跟给让叫说看带做问找抓拉推站坐住吃喝摊搬"
)  # nor by one of these, at the end
_MARKS = "，。；：！？、“”（）,;: \u3000\n"


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = people_words()
    posts = one_of(sorted({*words.posts, *words.callings}, key=len, reverse=True))
    return {
        "post": re.compile(rf"{posts}(?!们|级|室|任务|制|会议|办|(?<=长)[沙春治期远三城]|(?<=工)[程艺业作厂资会地])"),
        "calling": re.compile(f"(?:{alternatives(words.callings)})$"),
        "speech": re.compile(one_of(words.speech)),
        "after": re.compile(one_of(words.after)),
        "family": re.compile(f"(?:{alternatives(words.double_surnames)})|[{''.join(words.surnames)}]"),
        "not_name": re.compile(one_of(words.not_names)),
        "foreign": re.compile(
            rf"[{CJK}]{{1,6}}(?:[·•・][{CJK}A-Za-z.]{{1,8}}?){{1,3}}(?=[，。；：！？、（“]|{alternatives(words.speech)}|[在向对与和的]|$)"
        ),
        "transcribed": re.compile(
            rf"[{''.join(words.transcribed)}][{''.join((*words.transcribed, *words.transcribed_later))}]{{2,5}}?"
            rf"(?:和(?={alternatives(words.speech)})|(?=[，：]|{alternatives(words.speech)}|{alternatives(words.after)}))"
        ),
        "mongol": re.compile(rf"[{''.join(words.transcribed)}]{{3}}(?={alternatives(words.speech)})"),
        "latin": re.compile(r"[A-Z][a-z]+(?:[ ·][A-Z][a-z.]+){1,2}"),
        "before": re.compile(
            rf"(?<![{CJK}])(?P<name>[{CJK}]{{2,3}})(?P<post>{alternatives(words.after_name)})(?=[，。；：]|{alternatives(words.speech)}|一行|在|率)"
        ),
        "after_name": re.compile(one_of(words.after_name)),
        "state_post": re.compile(one_of(words.state_posts)),
        "rare_post": re.compile(one_of((*words.after_name, *words.state_posts))),
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
    if patterns["not_name"].match(text, at):
        return None
    family = patterns["family"].match(text, at)
    if family and (name := _chinese(text, at, family.group())):
        return name
    match = patterns["transcribed"].match(text, at)
    return Name(at, match.end(), _PARTICLE, "transcribed") if match else None


def _chinese(text: str, at: int, family: str) -> Name | None:
    """The name of one or two characters after a family name that what follows confirms best."""
    size = len(family)
    best: Name | None = None
    for given in (2, 1):
        end = at + size + given
        if end > len(text) or not _CHINESE.fullmatch(text, at, end):
            continue
        strength, cue = _follow(text, end)
        strength -= 4 * (given == 2 and text[end - 1] in _UNNAMED)  # 齐安|在走访时
        if best is None or strength > best.strength:
            best = Name(at, end, strength, cue)
    if best is None:
        return None
    everyday = size == 1 and family in people_words().rare_surnames
    if best.strength == 0 and (longer := _patterns()["mongol"].match(text, at + size)):
        return Name(at, longer.end(), _PARTICLE, "transcribed")  # 白格勒图|说
    if best.strength == 0 and (everyday or best.end - best.start < 3):
        return None
    if everyday and best.strength < _MARK:
        return None
    return best


def _follow(text: str, end: int) -> tuple[int, str]:
    """How well a name can end at `end`: before a verb of saying, a mark, a word or a letter that follow names."""
    patterns = _patterns()
    if match := patterns["speech"].match(text, end) or _SPEAKS.match(text, end):
        return _SPEECH, match.group()
    if end >= len(text) or text[end] in _MARKS:
        return _MARK, text[end : end + 1]
    if text[end] in _PARTICLES:
        return _PARTICLE, text[end]
    if match := patterns["after"].match(text, end):
        return (_WORD if len(match.group()) > 1 else _LETTER), match.group()
    if match := _DOES.match(text, end):
        return _PARTICLE, match.group()
    return 0, ""


_SPEAKS = re.compile(f"看来[，,]|[给向对跟](?:记者|笔者|我们)|在[{CJK}]{{2,6}}[中上时里](?:说|表示|指出|介绍|强调)")
"""于澄岳|在致辞中说, 强毓岚|给记者算账."""

_DOES = re.compile(f"[{CJK}]着")
"""何柳|掰着手指: a verb of one character that goes on."""


def find_people(scene: Scene, anchors: Anchors, words: Words) -> list[Sighting]:
    """Everybody whom the article introduces, in reading order; `anchors` are its companies and projects."""
    found: list[Sighting] = []
    for passage in scene.passages:
        ends = -1
        if passage.kind in HEADS:
            seen = list(_asked(scene, passage, anchors, words))
        else:
            seen = [*_in(scene, passage, anchors, words), *_untitled(scene, passage, words, anchors)]
        for sighting in sorted(seen, key=_place):
            if sighting.name.start >= ends:
                found.append(_beside(sighting, found))
                ends = sighting.name.end
    whole = "\n".join(passage.text for passage in scene.body)
    return [_cut(sighting, whole) for sighting in found]


def _cut(sighting: Sighting, whole: str) -> Sighting:
    """A name that took a sign of what follows, without it: 吴桐|下班, where the article has 吴桐|住的公寓 as well."""
    name, text = sighting.name, sighting.text
    short = text[:-1]
    if name.strength > 0 or len(text) != _LONG or whole.count(text) > 1 or whole.count(short) < _TWICE:
        return sighting
    return replace(sighting, name=name._replace(end=name.end - 1), text=short)


_LONG, _TWICE = 3, 2


def _place(sighting: Sighting) -> tuple[int, bool, int]:
    """Where a sighting stands; of two at a place the one with a post first, then the longer."""
    return sighting.name.start, not sighting.post, -sighting.name.end


def _asked(scene: Scene, passage: Passage, anchors: Anchors, words: Words) -> Iterator[Sighting]:
    """Whoever a headline says to have been asked: ——访云杉岭高新区科技局局长孟秋."""
    if not (asked := _ASKED.search(passage.text)):
        return
    for sighting in _in(scene, passage, anchors, words):
        if sighting.name.end == len(passage.text) and sighting.title_start >= asked.start("who"):
            yield sighting


_ASKED = re.compile("(?:^|[—：:\\s])(?:本报)?(?:专访|访谈?|对话|对谈|走近|会客厅|独家专访)[：—]*(?P<who>)")


def _untitled(scene: Scene, passage: Passage, words: Words, anchors: Anchors) -> Iterator[Sighting]:
    """People without a post before the name; what they are may be told after it."""
    for start, end, rule in untitled(passage, scene.body, words, _end_and_strength):
        name = Name(start, end, _WORD, "")
        if post := called(passage.text, end, _patterns()["ends_post"]):
            yield _introduced(scene, passage, *post, name, anchors)
        else:
            yield Sighting(passage, name, passage.text[start:end], start, start, "", "", "", rule)


def _end_and_strength(text: str, at: int) -> tuple[int, int] | None:
    name = read_name(text, at)
    return (name.end, name.strength) if name else None


def _beside(sighting: Sighting, found: Sequence[Sighting]) -> Sighting:
    """The sighting with the organisation of the person right before it: X公司董事长李文、副总经理王远."""
    last = found[-1] if found else None
    bare = not sighting.organisation or sighting.rule in (IN_SENTENCE, SPOKEN_OF)
    if last is None or not bare or last.passage is not sighting.passage or not last.organisation:
        return sighting
    if sighting.passage.text[last.name.end : sighting.title_start] not in ("、", "和", "与", "及"):
        return sighting
    title = last.organisation + sighting.post
    return replace(sighting, organisation=last.organisation, title=title, rule="organisation of the person before")


_FIRMS_PROJECT = ("集团项目", "公司项目")
"""中铁城建集团|项目负责人 leads a project for the firm; 砺风减速器项目|负责人 is of that project."""


def _in(scene: Scene, passage: Passage, anchors: Anchors, words: Words) -> Iterator[Sighting]:
    text = passage.text
    patterns = _patterns()
    for match in patterns["post"].finditer(text):
        at = match.end()
        if text[at : at + 1] == " ":
            at += 1
        name = read_name(text, at)
        if name is not None and not (_goes_on(text, match, name) or _other_words(text, match, words)):
            yield _introduced(scene, passage, match.start(), match.end(), name, anchors)
    if not patterns["rare_post"].search(text):
        return
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


def _goes_on(text: str, post: re.Match[str], name: Name) -> bool:
    """Whether an everyday noun is no post here and its sentence goes on: 带动农民|种植, 缺的是工人|和电."""
    if not _patterns()["calling"].search(post.group()):
        return False
    everyday = text[name.start] in people_words().rare_surnames
    return name.strength < (_SPEECH if everyday else _LETTER)


def _other_words(text: str, post: re.Match[str], words: Words) -> bool:
    """Whether a post is but the end of one word and the start of another: 厂|区长|满荒草 is 厂区, 长满."""
    before, after = text[post.start() - 1 : post.start() + 1], text[post.end() - 1 : post.end() + 1]
    if len(post.group()) != len("区长") or not (words.is_word(before) and words.is_word(after)):
        return False
    start = max(0, post.start() - _AROUND)
    edges = {start + word.start for word in words.cut(text[start : post.end() + _AROUND])}
    return post.start() not in edges and post.end() not in edges  # but 管委会|主任|何柳


_AROUND = 4


def _leader(text: str, match: re.Match[str]) -> Name | None:
    """The name before a leader's post: 牢记习近平总书记嘱托."""
    family = _patterns()["family"]
    for size in (3, 2):
        start = match.start("post") - size
        if start >= 0 and family.match(text, start) and _CHINESE.fullmatch(text, start, start + size):
            return Name(start, start + size, _WORD, match["post"])
    return None


def _introduced(scene: Scene, passage: Passage, start: int, end: int, name: Name, anchors: Anchors) -> Sighting:
    """The sighting of a name after the post at `start`–`end`: reads the title back from it."""
    text = passage.text
    title_start = _title_start(passage, start, anchors)
    post_start = _post_start(text, title_start, start)
    printed, post = text[title_start:post_start], text[post_start:end]
    organisation, rule = whose(scene, passage, title_start, printed, post, anchors)
    title = organisation + post
    return Sighting(passage, name, text[name.start : name.end], title_start, start, organisation, post, title, rule)


def _title_start(passage: Passage, start: int, anchors: Anchors) -> int:
    """Where the title begins whose last post begins at `start`.

    Earlier parts between 、 belong to it when they are posts or bodies; so do the parts of a bureau's name (经济发展
    和企业服务局), and the whole of a company's name that the grammar has read.
    """
    text = passage.text
    tail = _patterns()["tail"]
    begin = min(name_start(text, start), start)
    while begin > 0:
        owner = next((a for a in anchors.every if a.passage is passage and a.start < begin <= a.end <= start), None)
        if owner is not None:
            begin = owner.start
            continue
        joint = begin - 2 if text[begin - 2 : begin] in ("企业", "公司") else begin
        if text[begin - 1] == "、":
            earlier = name_start(text, begin - 1)
            if earlier >= begin - 1 or not tail.search(text, earlier, begin - 1):
                break
            if text[earlier : begin - 1] in people_words().callings:
                break  # 签约企业代表、|砺风公司董事长
        elif joint and text[joint - 1] in "和与及":
            earlier = name_start(text, joint - 1)
            part = text[earlier : joint - 1]
            if not 4 <= len(part) <= 18 or not _PLACED.search(part) or tail.search(part):
                break
        else:
            break
        begin = earlier
    if _NUMBERED.match(text, begin):  # 投资促进|一局副局长
        named = _FIELD.search(text, max(0, begin - _LONGEST_FIELD), begin)
        begin = min(named.start(), name_start(text, named.start())) if named else begin
    return begin


_NUMBERED = re.compile("[一二三四五六七八九]局")
_FIELD = re.compile("(?:投资|招商|产业|企业|经济|合作)[^，。；：“”]{0,6}(?:促进|服务|发展|合作)\\Z")
_LONGEST_FIELD = 14
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


def people_facts(scene: Scene, sightings: Sequence[Sighting]) -> list[Person]:
    """One fact a person, at the first introduction; later places of the name are further mentions."""
    facts: list[Person] = []
    seen: set[str] = set()
    titled = {sighting.text for sighting in sightings if sighting.post}
    for sighting in sightings:
        if sighting.text in seen or (not sighting.post and sighting.text in titled):
            continue
        seen.add(sighting.text)
        first = sighting.name
        state = sighting.rule == "leader of the state"
        organisation, post = sighting.organisation, sighting.post
        if organisation.endswith(_FIRMS_PROJECT):
            organisation, post = organisation.removesuffix("项目"), f"项目{post}"
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
                organisation=organisation,
                post=post,
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
