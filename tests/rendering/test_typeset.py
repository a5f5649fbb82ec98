"""The last touch before the engine."""

from reporter.rendering.typeset import finish


def test_a_line_end_between_chinese_characters_is_no_space() -> None:
    assert finish("<p>实际利用外资\n  同比增长</p>") == "<p>实际利用外资同比增长</p>"


def test_a_line_end_between_latin_words_stays_a_space() -> None:
    assert finish("<p>Infineon\nTechnologies</p>") == "<p>Infineon\nTechnologies</p>"


def test_preformatted_text_keeps_its_lines() -> None:
    assert finish("<pre>甲\n乙</pre>") == "<pre>甲\n乙</pre>"


def test_a_mark_of_evidence_is_bound_to_its_number() -> None:
    made = finish('2000家<sup class="cite"><a href="#n1">1</a></sup>')
    assert made == '2000家<sup class="cite"><a href="#n1">\u20601</a></sup>'


def test_a_closing_mark_is_bound_to_a_mark_in_another_element() -> None:
    made = finish('据报道：<q>“很好。”</q><sup class="cite"><a href="#n1">1</a></sup>')
    assert made == '据报道：\u2060<q>“很好。”\u2060</q><sup class="cite"><a href="#n1">\u20601</a></sup>'
    assert finish("<p>很好。</p><p>“新”</p>") == "<p>很好。</p><p>“新”</p>"


def test_text_in_a_drawing_gets_a_typeface_unless_it_has_one() -> None:
    assert finish("<svg><text>甲</text></svg>", "'Noto Sans CJK SC'").startswith(
        "<svg font-family=\"'Noto Sans CJK SC'\">"
    )
    assert finish('<svg font-family="x"></svg>', "'y'") == '<svg font-family="x"></svg>'


def test_a_heading_carries_its_words_without_marks() -> None:
    made = finish('<h2 class="x">“半数” <b>281亿元</b><sup><a href="#n">1</a></sup></h2>')
    assert made.startswith('<h2 class="x" data-plain="“半数” 281亿元">')


def test_a_title_is_joined_into_words_and_leaning_words_to_those_before() -> None:
    made = finish("<h1>开工的项目</h1>", split=lambda text: ["开工", "的", "项目"])
    assert made == '<h1 data-plain="开工的项目">开\u2060工\u2060的项\u2060目</h1>'
