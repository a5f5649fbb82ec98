"""What is wrong with a style sheet has a line; what a document would fetch from the network is found wherever it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from reporter.errors import DocumentError
from reporter.rendering import remote, sheets

FAULTS = [
    ("h1 { color: red\nh2 { color: blue; }", 1, "the rule that begins here is not closed"),
    ("a {}\n/* open", 2, "the comment that begins here is not closed"),
    ("a {}\nb { width: calc(1px + }", 2, "the rule that begins here is not closed"),
    ("a { color: red; }\n}\n", 2, "there is a `}` too many"),
    ("a { color: red; }}\nb {}", 1, "there is a `}` too many"),
    ('a {}\nb { content: "x\n}', 2, "a text is not closed"),
    ("a {\n  color red;\n}", 2, "this is no rule and no declaration"),
    ("@media print {\n  a {\n color red; }\n}", 3, "this is no rule and no declaration"),
    ("a {}\f\r\nb { color: red; }}", 2, "there is a `}` too many"),
    ('a {}\n@import "b.css";', 2, "@import does nothing here"),
    ("a {}\n/* </style> */", 2, "`</style` ends the styles"),
]
REMARKS = [
    ("a {}\nb { colr: red }", 2, "the PDF engine: ignored `colr: red`, unknown property"),
    ("a { color: bleu }", 1, "the PDF engine: ignored `color: bleu`, invalid value"),
]
FINE = [
    "",
    "h1 { background: url(a.png) } h1::after { content: '}' }",
    ":root { --x: {a} } @layer a { h1 { color: red } } a { &:hover { color: red } }",
    "@media screen { a { backdrop-filter: blur(2px) } } @media (prefers-color-scheme: dark) { a { color: red } }",
    "@page { size: A4; @top-left { content: 'x' } }",
]


@pytest.mark.parametrize(("text", "line", "what"), [*FAULTS, *REMARKS])
def test_faults_have_a_line(text: str, line: int, what: str) -> None:
    (fault,) = sheets.faults(text, Path())
    assert (fault.line, fault.what[: len(what)], fault.grave) == (line, what, (text, line, what) in FAULTS)


@pytest.mark.parametrize("text", FINE)
def test_what_is_right_is_left_alone(text: str) -> None:
    assert sheets.faults(text, Path()) == []


def test_a_sheet_that_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "style.css").write_bytes(b"h1{}\xff")
    with pytest.raises(DocumentError, match=r"style\.css: is not UTF-8 text"):
        sheets.read(tmp_path / "style.css")


@pytest.mark.parametrize(
    "written",
    [
        '<img alt="" src="https://a.example/b.png">',
        "<img srcset='HTTP://a.example/b.png 2x'>",
        '<link rel="stylesheet" href="//a.example/b.css">',
        "<p style=\"background: url( 'http://a.example/b.png' )\">",
        '<svg xmlns="http://www.w3.org/2000/svg"><image xlink:href="http://a.example/b.png"/></svg>',
        '<object data="https://a.example/b.svg"></object>',
    ],
)
def test_remote_addresses_of_a_template(written: str) -> None:
    ((line, address),) = remote.in_template(f"{{# <img src='http://no.example'>\n#}}\n{written}")
    assert line == 3
    assert address.lower().partition("//")[2].startswith("a.example/b.")
    assert list(remote.in_page(f"<html><body>{written}</body></html>")) == [address]


def test_links_and_pictures_of_ones_own_are_no_remote_addresses() -> None:
    page = '<a href="https://a.example">a</a><img src="data:image/png;base64,//aa" data-src="http://a.example" alt="">'
    assert not list(remote.in_template(page))
    assert not list(remote.in_page(f"<html><body>{page} src=http://a.example</body></html>"))


def test_remote_addresses_of_a_sheet() -> None:
    sheet = """@import "http://a/b.css";
@import url(https://c);
a { background: url("//d/e"), url(data:x), url(own.png) } /* url(http://no) */
@media print { a { background: url(http://f) } }"""
    assert list(remote.in_sheet(sheet)) == [(1, "http://a/b.css"), (2, "https://c"), (3, "//d/e"), (4, "http://f")]
