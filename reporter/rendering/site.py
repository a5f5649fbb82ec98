"""Pages that lead to documents rather than being one: the index."""

from __future__ import annotations

from typing import Any

from reporter.rendering.roots import builtin_root


def render_site(template: str, **values: Any) -> str:
    """A page of `templates/_site`, filled with `values`."""
    from jinja2 import FileSystemLoader, StrictUndefined  # noqa: PLC0415 - not for --help
    from jinja2.sandbox import SandboxedEnvironment  # noqa: PLC0415

    environment = SandboxedEnvironment(
        loader=FileSystemLoader(builtin_root() / "_site"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(template).render(**values)
