"""`out/manifest.json`: what was made, from what, by which versions; so the next build knows what to leave alone."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path, PureWindowsPath

import msgspec

from reporter import __version__
from reporter.build.files import digest_file, write, writing

NAME = "manifest.json"


@dataclass(frozen=True, slots=True)
class Made:
    """One file of the output.

    `parts` names each thing that the file was made from (facts, templates, settings, fonts, engine) with its digest;
    `collection` among them is the version of all sources together, which saves looking closer when it has not
    changed. `digest` is that of the file's bytes, empty where there is none because it would
    say nothing. `zone` and `audience` are empty for data files and the index; `title` is the audience's.
    """

    path: str
    parts: dict[str, str]
    digest: str
    zone: str = ""
    audience: str = ""
    format: str = ""
    warnings: tuple[str, ...] = ()
    title: str = ""

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


class Journal:
    """What a build has made since it wrote its manifest, a line a file.

    A file is noted before it is put in its place: whenever the build is killed, the next one knows every file that
    this one made, goes on from there, and can remove what is no longer wanted.
    """

    def __init__(self, out: Path) -> None:
        self._path = out / ".cache" / "made.jsonl"

    def note(self, made: Made) -> None:
        """Add a line. Raises UsageError where it cannot be written."""
        with writing(self._path):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._path.open("ab", buffering=0) as file:  # a line that was cut short ends where the next begins
                file.write(b"\n" + msgspec.json.encode(made))

    def read(self) -> Iterator[Made]:
        """The files that were noted, where they stand as they were made."""
        try:
            lines = self._path.read_bytes().splitlines()
        except OSError:
            return
        last: dict[str, list[Made]] = {}
        for line in lines:
            with contextlib.suppress(msgspec.MsgspecError, UnicodeDecodeError):
                made = msgspec.json.decode(line, type=Made)
                if _is_below(made.path):
                    last.setdefault(made.path, []).append(made)
        for notes in last.values():
            yield from [made for made in reversed(notes) if made.whole(self._path.parent.parent)][:1]

    def is_empty(self) -> bool:
        """Whether the manifest says all."""
        return not self._path.exists()

    def clear(self) -> None:
        """Forget what the manifest now says."""
        self._path.unlink(missing_ok=True)


def load(out: Path) -> Manifest:
    """The manifest of `out` with what a killed build had made; an empty one where there is none that can be read.

    Whoever has tampered with it must not make a build touch anything outside `out`: such outputs are left out.
    """
    try:
        manifest = msgspec.json.decode((out / NAME).read_bytes(), type=Manifest)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        manifest = Manifest()
    made = {one.path: one for one in Journal(out).read()}
    known = {path: one for path, one in manifest.by_path().items() if _is_below(path)} | made
    if len(known) == len(manifest.outputs) and not made:
        return manifest
    return replace(manifest, outputs=tuple(known[path] for path in sorted(known)))


def _is_below(path: str) -> bool:
    """Whether a path of a manifest names a file below its folder, as a build writes it."""
    return "\0" not in path and not PureWindowsPath(path).anchor and not {"", ".", ".."} & set(re.split(r"[/\\]", path))


def save(out: Path, manifest: Manifest) -> None:
    """Write the manifest, readable for people too; nothing needs to be noted beside it then."""
    write(out / NAME, msgspec.json.format(msgspec.json.encode(manifest, order="sorted"), indent=1) + b"\n")
    Journal(out).clear()
