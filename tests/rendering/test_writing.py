"""The bytes of a PDF's objects: the engine's own, sooner."""

from __future__ import annotations

from importlib.util import find_spec, module_from_spec

import pydyf
import pytest

from reporter.rendering import writing


@pytest.fixture(scope="module")
def ours() -> object:
    """The engine's writer with the quicker ways, in a copy of its own."""
    spec = find_spec("pydyf")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    original = module_from_spec(spec)
    spec.loader.exec_module(original)
    writing.install(module)
    return module, original


@pytest.mark.parametrize(
    "value", [b"1 0 R", "/Page", "", 0, -7, 10**12, True, 0.0, -0.0, 3.0, 0.1, -2.5, 1e-9, 123456.789012345, 1e20]
)
def test_values_are_written_as_the_engine_writes_them(ours: tuple[object, object], value: object) -> None:
    quick, own = ours
    for module in (quick, own):
        assert module._to_bytes(value) == own._to_bytes(value)  # type: ignore[attr-defined]


def test_objects_are_written_as_the_engine_writes_them(ours: tuple[object, object]) -> None:
    written = []
    for module in ours:
        inner = module.Array([1, 2.5, module.String("德(阳)"), module.String("a(b)")])  # type: ignore[attr-defined]
        written.append(module.Dictionary({"Type": "/Page", "K": inner, b"x": module.Dictionary()}).data)  # type: ignore[attr-defined]
    assert written[0] == written[1]


def test_pages_are_referred_to_by_their_numbers_as_they_are_added(ours: tuple[object, object]) -> None:
    found = []
    for module in ours:
        pdf = module.PDF()  # type: ignore[attr-defined]
        for _ in range(2):
            pdf.add_page(module.Dictionary())  # type: ignore[attr-defined]
            found.append(pdf.page_references)
    assert found[:2] == found[2:]
    assert len(found[1]) == 2


def test_the_engine_is_the_version_that_this_was_written_for() -> None:
    assert pydyf.VERSION.startswith("0.13")
