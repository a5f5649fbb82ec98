"""Where audiences are found: the user's own folder first, then those that come with the program."""

from __future__ import annotations

from pathlib import Path


def builtin_root() -> Path:
    """The folder of the built-in audiences: inside an installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "templates"
    return installed if installed.is_dir() else package.parent / "templates"


def template_roots(project: Path) -> tuple[Path, ...]:
    """Folders of audiences, the user's `templates/` below `project` before the built-in ones."""
    own, builtin = (project / "templates").resolve(), builtin_root()
    return (own, builtin) if own.is_dir() and own != builtin else (builtin,)
