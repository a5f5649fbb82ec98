"""What of CSS a setting may say: it is pasted into a style sheet, where anything else would change the whole page."""

from __future__ import annotations

import math
import re
from typing import Any

_NAME = re.compile(r"[^\W\d][\w-]*")
_UNITS = frozenset(("mm", "cm", "in", "pt", "pc", "px", "q", "em", "rem"))
_SHEETS = frozenset(("a3", "a4", "a5", "b4", "b5", "jis-b4", "jis-b5", "letter", "legal", "ledger"))
_TURNED = frozenset(("portrait", "landscape"))


def is_name(text: str) -> bool:
    """Whether a variable may be called so: accent, own-red, 主色."""
    return bool(_NAME.fullmatch(text))


def is_colour(text: str) -> bool:
    """Whether a text is one colour: #1f5f8b, teal, rgb(31 95 139 / 50%), oklch(60% .1 240)."""
    from tinycss2 import color4  # noqa: PLC0415 - not for commands that make no documents

    return color4.parse_color(text) is not None


def rgb(text: str) -> tuple[float, float, float] | None:
    """A colour's red, green and blue (0 to 1); None for one that lets others shine through, or depends on them."""
    from tinycss2 import color4  # noqa: PLC0415

    colour = color4.parse_color(text)
    if colour is None or colour == "currentcolor" or colour.alpha != 1:
        return None
    red, green, blue = (min(1.0, max(0.0, value or 0.0)) for value in colour.to("srgb").coordinates)
    return red, green, blue


def is_length(text: str) -> bool:
    """Whether a text is one length that is not negative: 25mm, 1.5cm, 0."""
    tokens = _tokens(text)
    return len(tokens) == 1 and _length(tokens[0]) >= 0


def is_sheet(text: str) -> bool:
    """Whether a text is a size of paper: A4, A5 landscape, 210mm 297mm."""
    tokens = _tokens(text)
    if all(_length(token) > 0 for token in tokens):
        return 1 <= len(tokens) <= 2
    names = [token.lower_value if token.type == "ident" else "" for token in tokens]
    sheets = [name for name in names if name in _SHEETS]
    turned = [name for name in names if name in _TURNED]
    return len(sheets) == 1 and len(turned) <= 1 and len(sheets) + len(turned) == len(names)


def is_fonts(text: str) -> bool:
    """Whether a text is a list of typefaces: var(--song), "Source Han Serif SC", serif."""
    names: list[bool] = [False]
    for token in _tokens(text):
        if token.type == "literal" and token.value == ",":
            names.append(False)
        elif token.type in ("ident", "string") or _role(token):
            names[-1] = True
        else:
            return False
    return all(names) and not set("<>{}") & set(text)


def font_roles(text: str) -> list[str]:
    """The roles that a list of typefaces names: var(--song), serif → song."""
    return [role for token in _tokens(text) if (role := _role(token))]


def _role(token: Any) -> str:
    """The role of a token `var(--song)`; empty for any other."""
    if token.type != "function" or token.lower_name != "var":
        return ""
    inner = [one for one in token.arguments if one.type not in ("whitespace", "comment")]
    only = inner[0].value if len(inner) == 1 and inner[0].type == "ident" else ""
    return only[2:] if only.startswith("--") else ""


def _tokens(text: str) -> list[Any]:
    import tinycss2  # noqa: PLC0415

    found = tinycss2.parse_component_value_list(text)
    return [token for token in found if token.type not in ("whitespace", "comment")]


def _length(token: Any) -> float:
    """A length's number; -1 for what is none."""
    fits = (token.type == "dimension" and token.lower_unit in _UNITS) or (token.type == "number" and token.value == 0)
    return float(token.value) if fits and math.isfinite(token.value) else -1.0
