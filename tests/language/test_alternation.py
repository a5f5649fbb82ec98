"""Lists of words in patterns: the longest word at a place is found, and only words."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.language.alternation import behind, one_of

WORDS = st.lists(st.text("产业链新材料-]^", min_size=1, max_size=4), min_size=1, max_size=12, unique=True)


@given(WORDS, st.text("产业链新材料-]^", max_size=24))
def test_a_search_finds_the_longest_word_at_each_place(words: list[str], text: str) -> None:
    plain = re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))))
    quick = re.compile(one_of(words))
    assert [m.span() for m in quick.finditer(text)] == [m.span() for m in plain.finditer(text)]


@given(WORDS, st.text("产业链新材料-]^", max_size=24))
def test_a_place_has_a_word_before_it_where_the_text_up_to_it_ends_in_one(words: list[str], text: str) -> None:
    pattern = re.compile(f"“{behind(words)}")
    assert bool(pattern.search(f"{text}“")) == text.endswith(tuple(words))


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        (["产业", "产业链", "新材料"], "新材料产业链", ["新材料", "产业链"]),
        (["将", "将来"], "将来将会", ["将来", "将"]),
    ],
)
def test_words_in_a_text(words: list[str], text: str, found: list[str]) -> None:
    assert re.findall(one_of(words), text) == found
