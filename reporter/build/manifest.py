"""`out/manifest.json`: what was made, from what, by which versions; so the next build knows what to leave alone."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from reporter import __version__
from reporter.build.files import digest_file, write

NAME = "manifest.json"


@dataclass(frozen=True, slots=True)
class Made:
    """One file of the output.

    `parts` names each thing that the file was made from (facts, templates, settings, fonts, engine) with its digest;
    `collection` among them is the version of all sources together, which saves looking closer when it has not
    changed. `digest` is that of the file's bytes, empty where there is none because it would
    say nothing. `zone` and `audience` are empty for data files and the index.
    """

    path: str
    parts: dict[str, str]
    digest: str
    zone: str = ""
    audience: str = ""
    format: str = ""
    warnings: tuple[str, ...] = ()

    def whole(self, out: Path) -> bool:
        """Whether the file stands in `out` as it was made."""
        return digest_file(out / self.path) == self.digest


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """One input with the digest of its bytes."""

    name: str
    digest: str


@dataclass(frozen=True, slots=True)
class ZoneEntry:
    """One zone that has documents, as the index shows it.

    `kept` where no source of the last build told of it, but one failed: its documents are those of an earlier build.
    """

    name: str
    type: str = ""
    province: str = ""
    parent: str = ""
    facts: int = 0
    articles: int = 0
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Manifest:
    """Inputs, outputs, hashes, versions and warnings of the last build.

    `collection` is empty where a source that was there could not be read: the next build then looks again.

    `zones` are the zones that have documents, in the order of the index; `failures` name what could not be made.
    """

    version: str = __version__
    collection: str = ""
    sources: tuple[SourceEntry, ...] = ()
    zones: tuple[ZoneEntry, ...] = ()
    outputs: tuple[Made, ...] = ()
    failures: tuple[str, ...] = ()
    versions: dict[str, str] = field(default_factory=dict)

    def by_path(self) -> dict[str, Made]:
        """Outputs by their path below the output folder."""
        return {made.path: made for made in self.outputs}


def load(out: Path) -> Manifest:
    """The manifest of `out`, or an empty one where there is none that can be read."""
    try:
        return msgspec.json.decode((out / NAME).read_bytes(), type=Manifest)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return Manifest()


def save(out: Path, manifest: Manifest) -> None:
    """Write the manifest, readable for people too."""
    write(out / NAME, msgspec.json.format(msgspec.json.encode(manifest, order="sorted"), indent=1) + b"\n")
