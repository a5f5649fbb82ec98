"""Briefs to HTML: an audience's templates and styles, in Jinja's sandbox, to one file that asks no network.

Templates and styles are looked for along the audience's chain (`招商局`, `investor`, `_base`), in the user's folder
before the built-in one. A template that wants to change a built-in one of the same name extends `builtin/leader/…`.
"""

from __future__ import annotations

import difflib
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from reporter import model
from reporter.errors import DocumentError, ReporterError
from reporter.model import Audience, Brand, Brief, Overview
from reporter.rendering.citations import CURRENT, Citations
from reporter.rendering.filters import FILTERS
from reporter.rendering.fonts import screen_css
from reporter.rendering.pictures import FOLDERS, data_address
from reporter.rendering.sheets import read

TEMPLATE = "brief.html.j2"
_GIVEN = ("brief", "audience", "brand", "labels", "colours", "screen", "notes", "css", "logo", "ui")
STYLE = "style.css"
_SCREEN = re.compile(r"@media\s+(?:screen|\()[^{]*\{")
_BREAK = re.compile(r"\s*\n\s*")
_TIGHT = re.compile(r"[<>\u2014-\u2026\u2018-\u201f\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")


_LONGEST = 10_000_000
"""How long a text or list a template may make by `*`."""
_MOST_BITS = 10_000
"""How large a number a template may make by `*` and `**`: some 3,000 digits."""


class _Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, without what no time limit can interrupt: a product beyond all measure, nesting without end."""

    intercepted_binops = frozenset({"*", "**"})

    def call_binop(self, context: jinja2.runtime.Context, operator: str, left: Any, right: Any) -> Any:
        if _beyond_measure(operator, left, right):
            raise OverflowError(f"the result of `{operator}` is too large")
        return super().call_binop(context, operator, left, right)

    def compile(self, source: Any, name: str | None = None, filename: str | None = None, *rest: Any) -> Any:
        try:
            return super().compile(source, name, filename, *rest)
        except (RecursionError, MemoryError, SyntaxError) as error:  # of Python's own parser, which knows no template
            raise jinja2.TemplateSyntaxError("it is nested too deeply", 0, name, filename) from error


def _beyond_measure(operator: str, left: Any, right: Any) -> bool:
    if isinstance(left, int) and isinstance(right, int):
        bits = left.bit_length() * right if operator == "**" else left.bit_length() + right.bit_length()
        return bits > _MOST_BITS
    for thing, times in ((left, right), (right, left)):
        if isinstance(thing, str | list | tuple) and isinstance(times, int):
            return len(thing) * times > _LONGEST
    return False


class HtmlRenderer:
    """Fills templates; keep one per process, its compiled templates stay warm.

    `roots` are the folders of audiences, the user's before the built-in; `base` the folder that a brand's logo counts
    from (default: the current one); `cache` a folder for compiled templates, or None. Style sheets in
    `without` are left out.
    """

    def __init__(self, roots: Sequence[Path], base: Path | None = None, cache: Path | None = None) -> None:
        self.roots = tuple(roots)
        self.base = base or Path()
        self.without: frozenset[Path] = frozenset()
        folders = [str(root) for root in self.roots]
        loader = jinja2.ChoiceLoader(
            [
                jinja2.FileSystemLoader(folders),
                jinja2.PrefixLoader({"builtin": jinja2.FileSystemLoader(folders[-1:])}),
            ]
        )
        self.environment = _Sandbox(
            loader=loader,
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            bytecode_cache=jinja2.FileSystemBytecodeCache(str(cache)) if cache else None,
        )
        self.environment.filters.update(FILTERS)

    def html(self, brief: Brief | Overview) -> str:
        """One self-contained file for the screen: styles, drawings and pictures inside, no script, no request.

        Raises DocumentError naming template and line when a template is wrong.
        """
        return self._render(brief, screen=True)

    def print_html(self, brief: Brief | Overview) -> str:
        """The same content for the PDF engine, with the print style and links instead of buttons."""
        return self._render(brief, screen=False)

    def _render(self, brief: Brief | Overview, *, screen: bool) -> str:
        audience = brief.audience
        citations = Citations(brief.facts, brief.articles, brief.lines, screen=screen)
        token = CURRENT.set(citations)
        looked = FOLDERS.set((*(root / name for name in audience.chain for root in self.roots), self.base))
        try:
            template = self.environment.select_template([f"{name}/{TEMPLATE}" for name in audience.chain])
            made = template.render(
                brief=brief,
                audience=audience,
                brand=brief.brand,
                labels=audience.labels,
                colours=_colours(audience, brief.brand),
                screen=screen,
                notes=citations.notes,
                css=Markup(self._css(audience, brief.brand, screen=screen)),
                logo=self._logo(brief.brand),
            )
        except ReporterError:
            raise
        except Exception as error:  # a template may go wrong in any way that Python knows
            raise told(error, brief.name, self.environment) from error
        except BaseException as stop:  # its time is up: whoever stops it tells where it was
            stop.add_note(_line_of(stop))
            raise
        finally:
            CURRENT.reset(token)
            FOLDERS.reset(looked)
        return _close_up(made)

    def _css(self, audience: Audience, brand: Brand, *, screen: bool) -> str:
        """Styles from the shared ones to the audience's own, then the choices of its settings."""
        names = ["base.css", "screen.css" if screen else "print.css"]
        sheets = [screen_css()] if screen else [_page(audience)]
        for name in reversed(audience.chain):
            wanted = names if name == "_base" else [STYLE]
            for file in wanted:
                paths = [root / name / file for root in reversed(self.roots)]
                sheets += [read(path) for path in paths if path.is_file() and path not in self.without]
        sheet = "\n".join([_variables(audience, brand, screen=screen), *sheets])
        return sheet if screen else _without_screen(sheet)

    def _logo(self, brand: Brand) -> str:
        """The logo as a data address, so that the document stays one file."""
        if not brand.logo:
            return ""
        path = self.base / brand.logo
        try:
            return data_address(path)
        except OSError as error:
            what = f"the logo cannot be read: {(error.strerror or '').lower()}"
            raise DocumentError(what, where=str(path), hint="see `logo` in [brand]") from error
        except ValueError as error:
            what = f"the logo {error}"
            raise DocumentError(what, where=str(path), hint="see `logo` in [brand]: png, jpeg, webp, svg") from error


def _colours(audience: Audience, brand: Brand) -> dict[str, str]:
    """The audience's colours with the house's own in their place."""
    own = {"accent": brand.accent, "ink": brand.ink}
    return {**audience.colours, **{name: value for name, value in own.items() if value}}


def _variables(audience: Audience, brand: Brand, *, screen: bool) -> str:
    rules = [f"--{name}:{value}" for name, value in (*_colours(audience, brand).items(), *audience.fonts.items())]
    sheet = f":root{{{';'.join(rules)}}}"
    if screen and audience.dark:
        dark = ";".join(f"--{name}:{value}" for name, value in audience.dark.items())
        sheet += f"\n@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}"
    return sheet


def _without_screen(css: str) -> str:
    """Leave out `@media screen` and other conditions that paper cannot meet: the engine would warn of each."""
    kept, at = [], 0
    for found in _SCREEN.finditer(css):
        if found.start() < at:
            continue
        kept.append(css[at : found.start()])
        depth, at = 1, found.end()
        while depth and at < len(css):
            depth += {"{": 1, "}": -1}.get(css[at], 0)
            at += 1
    return "".join([*kept, css[at:]])


def _page(audience: Audience) -> str:
    """The sheet; odd pages are right-hand pages, with the binding on their left."""
    p = audience.paper
    if p.inner == p.outer:
        return f"@page{{size:{p.size};margin:{p.top} {p.outer} {p.bottom} {p.inner}}}"
    return (
        f"@page{{size:{p.size};margin:{p.top} {p.outer} {p.bottom} {p.inner}}}"
        f"@page:left{{margin:{p.top} {p.inner} {p.bottom} {p.outer}}}"
    )


def _close_up(html: str) -> str:
    """Take line ends out of the body: between Chinese characters they would show as spaces."""
    head, body, rest = html.partition("<body")

    def closed(found: re.Match[str]) -> str:
        before, after = rest[found.start() - 1 : found.start()], rest[found.end() : found.end() + 1]
        return "" if _TIGHT.match(before) or _TIGHT.match(after) else " "

    return f"{head}{body}{_BREAK.sub(closed, rest).rstrip()}\n"


def told(error: Exception, name: str, environment: jinja2.Environment) -> DocumentError:
    """A template's fault as one sentence with file, line and the nearest right name; `name` is the document's."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        where = f"{error.filename or error.name}" + (f":{error.lineno}" if error.lineno else "")
        hint = _near_filter(str(error.message), environment)
        return DocumentError(f"the template is wrong: {error.message}", where=where, hint=hint)
    where = _line_of(error) or name
    if isinstance(error, jinja2.TemplatesNotFound | jinja2.TemplateNotFound):
        hint = "; ".join(filter(None, (_near_template(str(error.message), environment), f"while making {name}")))
        return DocumentError(f"there is no template {error.message}", where=where, hint=hint)
    hint = "; ".join(filter(None, (_near_name(str(error)), f"while making {name}")))
    return DocumentError(f"the template cannot be filled: {_plainly(error)}", where=where, hint=hint)


def _plainly(error: Exception) -> str:
    """What went wrong, where Python's own words say too little."""
    if isinstance(error, RecursionError):
        return "it calls itself without end"
    if isinstance(error, MemoryError):
        return "it needs more memory than there is"
    return str(error) or type(error).__name__


def _near_template(name: str, environment: jinja2.Environment) -> str:
    near = difflib.get_close_matches(name, environment.list_templates(), 1, 0.6)
    return f"did you mean `{near[0]}`?" if near else ""


def _near_name(message: str) -> str:
    """The nearest right name to an unknown variable, or to an unknown field of one of the nouns."""
    found = re.search(r"'(\w+)' is undefined", message)
    if found:
        near = difflib.get_close_matches(found[1], _GIVEN, 1, 0.5)
        return f"did you mean `{near[0]}`?" if near else f"known: {', '.join(_GIVEN)}"
    found = re.search(r"'(?:[\w.]+\.)?(\w+) object' has no attribute '(\w+)'", message)
    noun = getattr(model, found[1], None) if found else None
    if found is None or noun is None:
        return ""
    fields = [field for field in dir(noun) if not field.startswith("_")]
    near = difflib.get_close_matches(found[2], fields, 1, 0.5)
    return f"did you mean `{near[0]}`?" if near else f"known: {', '.join(fields)}"


def _near_filter(message: str, environment: jinja2.Environment) -> str:
    found = re.search(r"No filter named '(\w+)'", message)
    near = difflib.get_close_matches(found[1], list(environment.filters), 1, 0.4) if found else []
    return f"did you mean `{near[0]}`?" if near else ""


def _line_of(error: BaseException) -> str:
    """The template line that was being filled, from the traceback: as Jinja has rewritten it, or as it stands."""
    trace = error.__traceback__ or sys.exc_info()[2]
    found = ""
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename
        template = trace.tb_frame.f_globals.get("__jinja_template__")
        if template is not None:
            found = f"{template.filename or name}:{template.get_corresponding_lineno(_line(trace))}"
        elif name.endswith((".j2", ".html")):
            found = f"{name}:{_line(trace)}"
        trace = trace.tb_next
    return found


def _line(trace: TracebackType) -> int:
    """The line that a frame was at; a step of an endless loop may belong to none, so the one before it counts."""
    line: int | None = trace.tb_lineno
    if line is None:
        code = trace.tb_frame.f_code
        known = ((start, line) for start, _, line in code.co_lines() if line and start <= trace.tb_lasti)
        line = max(known, default=(0, code.co_firstlineno))[1]
    return line
