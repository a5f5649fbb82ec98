"""A new audience made as a new user would, from docs/cookbook.md alone: the snippets there are what is run here."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT, Reporter

COOKBOOK = (ROOT / "docs" / "cookbook.md").read_text("utf-8")
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><circle cx="20" cy="20" r="18"/></svg>'


def snippets(heading: str) -> dict[str, str]:
    """The code under a heading of the cookbook, by language; of several the last."""
    part = COOKBOOK.split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]
    return dict(re.findall(r"```(\w+)\n(.*?)```", part, re.S))


@pytest.fixture(scope="module")
def project(here: Reporter, seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder after the cookbook's steps: own logo, one section dropped, one added, one chart."""
    folder = tmp_path_factory.mktemp("cook") / "work"
    assert here("init", folder).returncode == 0
    page = next(seeds.glob("004*"))
    shutil.copy(page, folder / "articles" / page.name)
    assert "reporter audience new 招商局 --from investor" in snippets("Begin")["sh"]
    assert here("audience", "new", "招商局", "--from", "investor", cwd=folder).returncode == 0

    (folder / "logo.svg").write_text(LOGO)
    settings = (folder / "reporter.toml").read_text("utf-8").split("[brand]", 1)[0]
    (folder / "reporter.toml").write_text(settings + snippets("Your own logo and name")["toml"], "utf-8")

    own = folder / "templates" / "招商局"
    section = snippets("A section of your own")
    toml = (own / "audience.toml").read_text("utf-8")
    toml = re.sub(r"^order = .*$", "", toml, flags=re.M)
    order, _, rest = section["toml"].partition("\n\n")
    (own / "audience.toml").write_text(f"{toml}\n{order}\n\n{rest}", "utf-8")
    chart = snippets("Your own chart")["jinja"]
    (own / "brief.html.j2").write_text(f"{section['jinja']}\n{chart}", "utf-8")
    return folder


def test_nothing_is_wrong_before_the_batch_and_its_documents_say_what_it_asked_for(
    project: Path, here: Reporter
) -> None:
    commands = [line.split()[1:] for line in snippets("Before the batch")["sh"].splitlines()]
    assert ["build"] in commands
    for command in commands:
        run = here(*command, cwd=project)
        assert run.returncode == 0, run.stdout + run.stderr
    page = (project / "out" / "肇庆高新区" / "肇庆高新区-招商局.html").read_text("utf-8")
    assert "为什么来这里" in page
    assert "位于广东" in page
    assert "data:image/svg+xml;base64," in page
    assert "010-12345678" in page
    assert "主导产业" not in page
    assert (project / "out" / "肇庆高新区" / "肇庆高新区-招商局.pdf").stat().st_size > 5000


def test_a_batch_for_those_that_the_settings_name_leaves_the_others_documents(
    project: Path, here: Reporter, tmp_path: Path
) -> None:
    folder = tmp_path / "project"
    shutil.copytree(project, folder, ignore=shutil.ignore_patterns("out"))
    assert here("build", "-f", "html", "-a", "招商局", "-a", "public", cwd=folder).returncode == 0
    settings = folder / "reporter.toml"
    named = snippets("Before the batch")["toml"].replace('"招商局"', '"public"')
    text = settings.read_text("utf-8").replace("[build]\n", named).replace('["html", "pdf"]', '["html"]')
    settings.write_text(text, "utf-8")
    assert here("build", cwd=folder).returncode == 0
    assert (folder / "out" / "肇庆高新区" / "肇庆高新区-招商局.html").is_file()
    shutil.rmtree(folder / "templates" / "招商局")
    assert here("build", cwd=folder).returncode == 0
    assert not (folder / "out" / "肇庆高新区" / "肇庆高新区-招商局.html").exists()


@pytest.mark.parametrize("heading", ["Other fonts and colours", "Other words", "Fewer entries, another heading"])
def test_each_further_recipe_works_as_printed(project: Path, here: Reporter, tmp_path: Path, heading: str) -> None:
    folder = tmp_path / "project"
    shutil.copytree(project, folder, ignore=shutil.ignore_patterns("out"))
    toml = folder / "templates" / "招商局" / "audience.toml"
    toml.write_text(toml.read_text("utf-8") + "\n" + snippets(heading)["toml"], "utf-8")
    run = here("audience", "check", "招商局", cwd=folder)
    assert run.returncode == 0, run.stdout + run.stderr
