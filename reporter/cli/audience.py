"""`reporter audience`: the kinds of readers, and templates for a reader of one's own."""

from __future__ import annotations

import typer

from reporter.cli import options
from reporter.cli.output import console

app = typer.Typer(no_args_is_help=True, help="Kinds of readers: list, show, new, check.")


@app.command(name="list")
def list_(config: options.Config = None) -> int:
    """Every audience, and where it comes from."""
    from rich.markup import escape  # noqa: PLC0415

    from reporter import config as configuration  # noqa: PLC0415
    from reporter.briefing import audience_names, load_audience  # noqa: PLC0415
    from reporter.rendering.roots import builtin_root, template_roots  # noqa: PLC0415

    settings = configuration.load(config)
    roots = template_roots(settings.root)
    screen = console()
    for name in audience_names(roots):
        audience = load_audience(name, roots, settings.audiences.get(name))
        own = [root for root in roots if (root / name).is_dir() and root != builtin_root()]
        where = f"yours: {own[0] / name}" if own else "built in"
        screen.print(f"{escape(name):<12} {escape(audience.title)}  [dim]{escape(where)}[/dim]")
    return 0
