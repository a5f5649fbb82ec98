"""Plain documents read at once: the very tree that the engine's parser makes, or none."""

from __future__ import annotations

import random
import re
from io import StringIO
from typing import Any

import pytest
from tinyhtml5.parser import HTMLParser

from reporter.rendering import markup

PLAIN = """<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>德阳高新区 &amp; 其他</title>
</head>
<body class="leader"><h1 data-plain="说&quot;好&quot;">德<br>阳<sup id="m1"><a href="#n1">1</a></sup></h1>
<p>一&lt;二<b>三</b>四<mark>五</mark></p><section><ul><li>甲<ol><li>乙</li></ol></li><li hidden></li></ul></section>
<table><caption>表</caption><thead><tr><th scope="col">年</th></tr></thead><tbody><tr><td>1<p>2</p></td></tr></tbody></table>
<svg viewBox="0 0 9 9" aria-hidden="true"><g><path d="M0 0"/><text x="1">图</text></g></svg>
</body>
</html>
"""


def parsed(html: str) -> Any:
    return HTMLParser(namespace_html_elements=False).parse(StringIO(html))


def whole(element: Any) -> tuple[Any, ...]:
    return element.tag, list(element.attrib.items()), element.text, element.tail, [whole(one) for one in element]


def test_a_plain_document_is_read_as_the_parser_reads_it() -> None:
    found = markup.read(PLAIN)
    assert found is not None
    assert whole(found) == whole(parsed(PLAIN))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<!DOCTYPE html>", ""),
        ("<p>", "<!-- note --><p>"),
        ("<p>", "<p><ul></ul>"),
        ("<b>", "<b><b></b>"),
        ("<b>", "<unknown></unknown><b>"),
        ("</b>", ""),
        ("<b>三</b>四", "<b>三<i>四</b></i>"),
        ("<tbody>", "<tbody>字"),
        ("<tbody>", "<tr></tr><tbody>"),
        ("<li>乙", "<p><li>乙"),
        ("&lt;", "&copy"),
        ("一", "一\r"),
        ("<head>", ""),
        (' class="leader"', " class='leader'"),
        (' class="leader"', ' class="leader" class="other"'),
        (' class="leader"', ' CLASS="leader"'),
        ("<svg ", "<svg><p></p></svg><svg "),
        ("<mark>", "<mark/>"),
        ("</body>", "</body><p>末</p>"),
        ("</html>", "</html></body>"),
        ("<title>", "<base href='x'><title>"),
    ],
)
def test_what_is_not_plain_is_left_to_the_parser(old: str, new: str) -> None:
    html = PLAIN.replace(old, new, 1)
    assert html != PLAIN
    assert markup.read(html) is None


def test_whatever_is_torn_is_read_alike_or_not_at_all() -> None:
    pieces = re.findall(r"<[^>]*>|[^<]+", PLAIN)
    chance = random.Random(7)
    read = 0
    for _ in range(1500):
        torn = list(pieces)
        for _ in range(chance.randint(1, 3)):
            at = chance.randrange(2, len(torn))
            if chance.random() < 0.4:
                torn[at : at + 1] = []
            else:
                name = chance.choice(("p", "b", "span", "div", "li", "td", "svg", "g", "h2", "title", "a", "ul"))
                torn.insert(min(len(torn), at + chance.randint(0, 5)), f"</{name}>")
                torn.insert(at, f"<{name}>")
        html = "".join(torn)
        found = markup.read(html)
        if found is not None:
            read += 1
            assert whole(found) == whole(parsed(html)), html
    assert read > 30
