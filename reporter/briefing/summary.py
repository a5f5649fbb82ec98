"""Sentences taken from the source, always whole and always marked as quotation.

Sentences are ranked by what was read from them: how many facts of the zone they state and of which kinds, whether they
name the zone, how early they stand. That is what a brief is about; ranking by the words alone (jieba's TextRank) put
sentences of colour before sentences of substance and costs the loading of its dictionary.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import replace

from reporter.briefing.desk import Desk
from reporter.briefing.excerpts import HANGS, SCENE, balanced, half_compared, stands_alone
from reporter.briefing.own import ITSELF, of_another_zone
from reporter.briefing.words import quotation
from reporter.lexicon.kinds import people_words
from reporter.model import BORROWED_ZONE, Evidence, Fact, Figure, Phrase, Project, Quote, Scope, Statement

_PLACE = re.compile(r"是|位于|定位|成为|打造|聚集|集聚|形成|围绕|依托|主导产业|重点发展|建设")
_DONE = re.compile("累计|以来[，,]")
_PLAN = re.compile(r"将(?!近)|下一步|力争|(?<!投资)(?<!年度)(?<![商营])计划(?!的|实施)|预计|未来|今后|接下来")
_AHEAD = re.compile(
    r"(?:^|，)(?:下一步|未来|今后|接下来)|将(?!近)(?:继续|全力|全面|进一步|着力|加快)?[\u4e00-\u9fff]{2}"
)
_HAPPENED = re.compile(r"(?:\d{4}年)?\d{1,2}月\d{1,2}日|近日|日前|不久前")  # what happened once is not what a place is
_OFFICE = re.compile(r"管委会|党工委|书记|主任|局长|局|市长|区长|委员")
_SPOKEN = re.compile(
    r"(?:表示|认为|介绍|说|称|坦言|告诉记者)[，,：:“]|(?:表示|介绍|说|坦言|感触|感慨|体会(?:深切|颇深|很深)?)。$|主持人|开幕式"
)
_NEWS = 14.0  # a sentence that says half of the headline goes before one with a number
_PLACED = 3.0  # points from which a sentence says what a place is
_NEXT = re.compile(r"(?:下一步|接下来|未来|今后|下阶段)[，,]|将(?:继续|全力|进一步|以|紧紧|举全|持续|坚持|聚力)")
_COLOUR = re.compile("缩影|写照|注脚|见证|掠影|剪影")
_FIRST_CLAUSE, _SUBJECT = re.compile("[，；]"), 16
_SHORTEST_SAID = 12
_OF_WHAT = re.compile("(?:下降|增长|上升|下滑|回落|减少|增加)(?:主要|的(?:原因|主因))|搁在|放在(?:以前|过去|从前)")
"""下降主要受……影响: what fell, the sentence before says; 搁在三年前……: what it is now, the one behind."""
_NOBODY = re.compile(r"(?:该|本|这)?(?:公司|企业|单位|部门|有关|相关)(?:相关|有关)?(?:负责人|人士|工作人员)")
_HEADLESS = re.compile(r"(?:委员会|公司|集团|办公室|中心|部门|局)(?!长)")
_FIRST_PERSON = re.compile(r"我们|我|本报|记者")


def position(desk: Desk, said: Collection[str] = ()) -> Statement | None:
    """The sentence of the source that says best what the zone is; none of those that have been `said`."""
    found = _ranked(desk, said, _dry, 0.0)
    found = [one for one in found if ITSELF.search(one[2].text) or desk.zone.named_in(one[2].text)]
    ranked = [
        one for one in found if one[0] >= _PLACED and not (_AHEAD.search(one[2].text) or _HAPPENED.match(one[2].text))
    ]
    return ranked[0][2] if ranked else None


def telling(desk: Desk, limit: int, *, of_zone: bool = False) -> list[Statement]:
    """Sentences of the source that state facts which the brief has not told: for zones with hardly a figure.

    What the headline announces goes first: it is the news. With `of_zone` none whose numbers are all some firm's.
    """
    told = {place.sentence for place in desk.told()}
    if desk.audience.section("projects"):
        projects = desk.of_kind(Project)  # their own section tells of them
        told |= {mention.sentence for project in projects for mention in project.mentions}
        figures = {name for project in projects for name in project.figures}
        told |= {line.fact.evidence.sentence for line in desk.lines.values() if line.fact.id in figures}
        told -= _with_news_of_the_zone(desk, figures)
    if desk.audience.section("targets"):
        told |= to_be_done(desk)
    quoted = {sentence for sentence, _ in desk.quoted}
    if of_zone:
        told |= {evidence.sentence for evidence, facts in sentences(desk) if _of_a_firm(desk, evidence.sentence, facts)}
    return [statement for _, _, statement in _ranked(desk, told | quoted, _substance, _NEWS)][:limit]


def _with_news_of_the_zone(desk: Desk, of_projects: Collection[str]) -> set[str]:
    """Sentences on a project that have a figure of the zone as well: 基地开园，|30家|企业集中签约落户."""
    figures = [line.fact for line in desk.lines.values() if line.fact.id not in of_projects]
    stated = {fact.evidence.sentence for fact in figures if fact.id in desk.said}
    return {fact.evidence.sentence for fact in figures if fact.scope is Scope.ZONE} - stated


def _ranked(
    desk: Desk, said: Collection[str], figures: Callable[[int], float], news: float
) -> list[tuple[float, int, Statement]]:
    """Quotable sentences with their points, the best first; `figures` gives points for how many figures it has.

    `news` is what a sentence gets that says all that the headline says.
    """
    found = []
    unwanted = desk.audience.wording.get("unwanted", ())
    headline = _pairs(desk.lead.title) - _pairs(desk.zone.name) if desk.lead else set()
    begins = {article: index for article, index, _ in reversed(desk.heads())}
    for order, (evidence, facts) in enumerate(sentences(desk)):
        statement = attributed(desk, _own_part(desk, quotation(evidence, facts[0])), evidence)
        if statement is None or evidence.sentence in said or _FIRST_PERSON.search(statement.text):
            continue
        if not stands_alone(statement) or _SPOKEN.search(statement.text) or of_another_zone(desk.zone, statement.text):
            continue
        if SCENE.search(statement.text) or any(word in statement.text for word in unwanted):
            continue
        if evidence.sentence.lstrip().startswith("其中"):
            continue  # of what, the sentence before says
        kinds = {fact.kind for fact in facts}
        points = 3.0 * desk.zone.named_in(statement.text)
        points += 2.0 * bool(_PLACE.search(statement.text))
        points += 1.5 * bool({"industry", "ranking"} & kinds)
        points += figures(sum(isinstance(fact, Figure) for fact in facts))
        points += news * len(headline & _pairs(statement.text)) / max(1, len(headline))
        points -= 4.0 * bool(_COLOUR.search(statement.text))
        points -= 0.15 * abs(evidence.paragraph - begins.get(evidence.article, 0)) + 0.02 * abs(
            len(statement.text) - 55
        )
        points -= 2.0 * bool(re.search(r"“[^”]{12,}", statement.text))
        found.append((points, order, statement))
    return sorted(found, key=lambda one: (-one[0], one[1]))


def _of_a_firm(desk: Desk, words: str, facts: Collection[Fact]) -> bool:
    """Whether all numbers of a sentence are somebody's in the zone, and it does not speak of the zone by any name."""
    figures = [fact for fact in facts if isinstance(fact, Figure)]
    theirs = bool(figures) and all(figure.scope is Scope.ENTITY for figure in figures)
    return theirs and not (desk.zone.named_in(words) or ITSELF.search(words))


def _own_part(desk: Desk, statement: Statement | None) -> Statement | None:
    """Of a sentence on several zones the clauses on this one: 甲片区成为……，|乙片区打造航空维修基地|."""
    if statement is None or not _of_another(desk, _FIRST_CLAUSE.split(statement.text)[0][:_SUBJECT]):
        return statement
    begins = [statement.text.find(mark + name) + 1 for mark in "，；" for name in desk.zone.names]
    at = min((begin for begin in begins if begin), default=0)
    words = statement.text[at:].rstrip("…。") if at else ""
    if not words or not balanced(words):
        return None
    return replace(statement, phrases=(replace(statement.phrases[0], text=words),))


def _of_another(desk: Desk, words: str) -> bool:
    """Whether words name another zone and not this one: its 片区, say, of which it is a part."""
    named = any(other.named_in(words) for other in desk.others)
    return of_another_zone(desk.zone, words) or (named and not desk.zone.named_in(words))


def _pairs(words: str) -> set[str]:
    """The pairs of characters that stand together in words."""
    kept = re.sub(r"[^\u4e00-\u9fffA-Za-z0-9]", " ", words)
    return {kept[at : at + 2] for at in range(len(kept) - 1) if " " not in kept[at : at + 2]}


def _dry(figures: int) -> float:
    """Numbers tell little of what a place is."""
    return -0.5 * figures


def _substance(figures: int) -> float:
    """One number tells more of what happened than words of colour do."""
    return 5.0 if figures else 0.0


def attributed(desk: Desk, statement: Statement | None, evidence: Evidence) -> Statement | None:
    """Somebody's own words with who said them; None where nobody can be named."""
    if statement is None:
        return None
    quote = next((q for q in desk.of_kind(Quote) if q.direct and said_in(q, evidence)), None)
    if quote is None:
        return (
            None
            if evidence.sentence.lstrip().startswith("“") and evidence.sentence.rstrip().endswith("”")
            else statement
        )
    if _NOBODY.match(quote.speaker):
        return None
    said = _spoken(quote, desk.title_of(quote), statement.text)
    return replace(statement, heading=f"{said.heading}表示")


def said_in(quote: Quote, evidence: Evidence) -> bool:
    """Whether the sentence is one of those that the quotation holds."""
    words = evidence.sentence.strip("“” \n")
    return evidence.article == quote.evidence.article and bool(words) and words in quote.words


def plans(desk: Desk) -> list[Statement]:
    """What those who are responsible say will be done, in their words."""
    found = []
    for quote in desk.of_kind(Quote):
        title = desk.title_of(quote)
        words = _whole(quote.words)
        if words and not _DONE.search(words) and _PLAN.search(words) and _OFFICE.search(f"{title}{quote.speaker}"):
            said = _spoken(quote, title, words)
            said = replace(said, heading=f"{said.heading}表示")
            if stands_alone(said):
                found.append(said if quote.direct else _reported(said))
    return found


def _reported(said: Statement) -> Statement:
    """What the page tells without marks, as told (局长某某表示，下一步还将……): no quotation."""
    end = "" if said.text.endswith(("。", "！", "？")) else "。"
    return replace(said, phrases=(Phrase(f"{said.heading}，"), *said.phrases, Phrase(end)), quoted=False, heading="")


def aims(desk: Desk) -> list[Statement]:
    """What the source says that the zone will do: 下一步，某区将继续强化服务."""
    found = []
    for evidence, facts in sentences(desk):
        words = evidence.sentence
        if _NEXT.search(words) and desk.zone.named_in(words) and not _FIRST_PERSON.search(words):
            statement = quotation(evidence, facts[0])
            if statement and stands_alone(statement):
                found.append(statement)
    return found


def to_be_done(desk: Desk) -> set[str]:
    """The sentences of the source that say what the zone will do."""
    return {phrase.fact.evidence.sentence for aim in aims(desk) for phrase in aim.phrases if phrase.fact}


def voices(desk: Desk) -> list[Statement]:
    """Every quotation with who said it: the name and post as heading, the words verbatim.

    Reported speech is left out: in quotation marks it would pass for the speaker's own words.
    """
    everything = desk.audience.selection.doubtful
    unwanted = desk.audience.wording.get("unwanted", ())
    found = []
    for quote in desk.of_kind(Quote):
        title = desk.title_of(quote)
        words = quote.words.strip("“”‘’")
        if not everything and (len(words) < _SHORTEST_SAID or HANGS.search(words)):
            continue  # 方便、快速。 of what, the question before it says
        if not everything and (_of_the_state(quote, title) or half_compared(words)):
            continue
        if not everything and (_OF_WHAT.match(words) or any(word in words for word in unwanted)):
            continue
        if words and quote.direct and not _NOBODY.match(quote.speaker):
            found.append(_spoken(quote, title, words))
    return found


def _of_the_state(quote: Quote, title: str) -> bool:
    """Whether one who leads the country speaks: the words are cited, but nobody lists them with a firm's manager's."""
    return any(post in f"{title}{quote.speaker}" for post in people_words().state_posts)


def _spoken(quote: Quote, title: str, words: str) -> Statement:
    name = quote.speaker
    heading = f"{title}{name}" if name not in title else title
    if title and f"{name}{title}" in quote.evidence.sentence:
        heading = f"{name}{title}"  # as printed: the name before the post
    if _HEADLESS.match(heading):
        heading = name or heading  # of which committee, the source says elsewhere
    return Statement((Phrase(words, quote),), quoted=True, heading=heading)


def _whole(words: str) -> str:
    words = words.strip("“”‘’")
    return words if 10 <= len(words) <= 120 and balanced(words) else ""


def sentences(desk: Desk) -> list[tuple[Evidence, list[Fact]]]:
    """Every sentence that states a fact of the zone, with the facts it states, in the order of the page.

    Not those of a text that may be of another article: whose they are is shown as a doubt, and stated nowhere.
    """
    found: dict[tuple[str, str, str], tuple[Evidence, list[Fact]]] = {}
    for fact in desk.facts:
        if any(doubt.startswith(BORROWED_ZONE) for doubt in fact.doubts):
            continue
        evidence = fact.evidence
        found.setdefault((evidence.source, evidence.article, evidence.sentence), (evidence, []))[1].append(fact)
    return list(found.values())
