"""The versions, by content, of what documents are made with."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

from reporter.build.files import digest, digest_file
from reporter.config import Settings
from reporter.model import Audience

_encoder = msgspec.json.Encoder(order="deterministic")


def templates_version(audience: Audience, roots: Sequence[Path]) -> str:
    """All files in the folders that an audience draws on: its own, those it extends, and the shared base."""
    parts = []
    for name in audience.chain:
        for root in roots:
            folder = root / name
            for path in sorted(folder.rglob("*")):
                if path.is_file() and not path.name.startswith("."):
                    parts.append(f"{name}/{path.relative_to(folder).as_posix()} {digest_file(path)}")
    return digest("\n".join(parts).encode())


def settings_version(audience: Audience, settings: Settings) -> str:
    """Brand, logo and the choices of the audience, wherever they were made."""
    logo = digest_file(settings.root / settings.brand.logo) if settings.brand.logo else ""
    plain = msgspec.to_builtins(audience)
    plain.pop("places", None)
    return digest(_encoder.encode([msgspec.to_builtins(settings.brand), logo, plain]))
