"""The versions, by content, of what documents are made with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import msgspec

from reporter.build.files import digest, digest_file
from reporter.config import Settings
from reporter.model import Audience
from reporter.rendering.pictures import NAMES_PICTURE, pictures

_TEMPLATES = (".j2", ".html")
_NAMED = re.compile(r"""["'](?:builtin/)?([^"'/\s]+)/[^"'\s]+\.(?:j2|html)["']""")
"""A template of another folder, as `include`, `import` and `extends` name it."""
_encoder = msgspec.json.Encoder(order="deterministic")


def templates_version(audience: Audience, roots: Sequence[Path], base: Path) -> str:
    """All files that an audience's documents may be made from.

    That is: those in its own folder, in the folders it extends, in the shared one and in any that its templates name;
    and where they name a picture, the pictures that stand beside reporter.toml, in `base`.
    """
    parts = []
    wanted, pictured = list(audience.chain), False
    for name in wanted:  # which grows as templates name further folders
        for root in roots:
            folder = root / name
            files = [path for path in sorted(folder.rglob("*")) if path.is_file() and not path.name.startswith(".")]
            parts += [f"{name}/{path.relative_to(folder).as_posix()} {digest_file(path)}" for path in files]
            for path in files:
                text = path.read_text("utf-8", "replace") if path.suffix in _TEMPLATES else ""
                wanted += [other for other in dict.fromkeys(_NAMED.findall(text)) if other not in wanted]
                pictured = pictured or bool(NAMES_PICTURE.search(text))
    if pictured:
        parts += [f"{name} {digest_file(path)}" for name, path in pictures(base).items()]
    return digest("\n".join(parts).encode())


def settings_version(audience: Audience, settings: Settings) -> str:
    """Brand, logo and the choices of the audience, wherever they were made."""
    logo = digest_file(settings.root / settings.brand.logo) if settings.brand.logo else ""
    plain = msgspec.to_builtins(audience)
    for paths in ("places", "folders"):  # what they hold counts, not where they stand
        plain.pop(paths, None)
    return digest(_encoder.encode([msgspec.to_builtins(settings.brand), logo, plain]))
