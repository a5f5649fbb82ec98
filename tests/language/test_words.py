"""One seam over segmentation."""

import subprocess
import sys

import pytest

from reporter import lexicon
from reporter.config.words import UserWords
from reporter.language.words import Words


@pytest.fixture(scope="module")
def words():
    return Words(lexicon.load(UserWords(words=("云雾谷计划",))), extra=["青石岭高新区"])


def test_words_cover_the_text_with_their_offsets(words):
    text = "青石岭高新区实际利用外资1.13亿美元，启动云雾谷计划。"
    cut = words.cut(text)
    assert "".join(w.text for w in cut) == text
    assert all(text[w.start : w.end] == w.text for w in cut)
    assert {"青石岭高新区", "实际利用外资", "云雾谷计划"} <= {w.text for w in cut}


def test_the_two_halves_of_a_cut_word_make_a_word(words):
    assert words.is_word("停车场")
    assert words.is_word("新能源汽车")
    assert not words.is_word("源汽")
    assert not words.is_word("")


def test_rjieba_cuts_as_jieba_does(words):
    import jieba

    jieba.setLogLevel(60)
    plain = Words(lexicon.load())
    text = "随着改革创新红利的持续释放，高端产业正加速向园区集聚，企业开足马力赶订单。"
    for word in plain._lexicon.words:
        jieba.add_word(word.text, word.frequency, word.tag)
    assert plain.split(text, unknown=False) == jieba.lcut(text, HMM=False)


def test_no_dictionary_is_loaded_by_importing():
    code = "import sys, reporter.language.words; print('rjieba' in sys.modules, 'jieba' in sys.modules)"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out.split() == ["False", "False"]
