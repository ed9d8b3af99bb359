"""What is optional: nothing else is imported, and whoever lacks it is told how to install it."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions, requires
from pathlib import Path

import pytest

from lazai_py._extras import EXTRA_OF

_ROOT = Path(__file__).parents[2]
_PROJECT = tomllib.loads((_ROOT / "pyproject.toml").read_text("utf-8"))["project"]
# What asks for each of the optional modules.
_USES = [
    ("joblib", "from lazai_py.cli.models import _from_pickle; _from_pickle(None, None)"),
    ("networkx", "from lazai_py.market.lineage import Lineage; Lineage(1, (), ()).to_networkx()"),
    ("numpy", "import lazai_py.networks.onnx"),
    ("numpy", "import lazai_py.networks.quantise"),
    ("numpy", "import lazai_py.networks.sklearn"),
    ("numpy", "from lazai_py.cli.models import _quantised; _quantised(None, None, None)"),
    ("psycopg", "from lazai_py.gateway.database import Database; Database('postgresql+psycopg://nowhere/none')"),
    ("sqlalchemy", "import lazai_py.gateway"),
]


def named(requirements: list[str]) -> set[str]:
    """Return the names of what is required, as registries spell them."""
    return {re.split(r"[^\w.-]", each, maxsplit=1)[0].lower().replace("_", "-") for each in requirements}


def imported(module: ast.Module) -> set[str]:
    """Return the top-level packages that a module imports, but for what only type checkers see."""
    for node in ast.walk(module):
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            node.body = []
    nodes = list(ast.walk(module))
    whole = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    parts = {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom) and not node.level}
    return {name.partition(".")[0] for name in whole | parts}


@pytest.mark.parametrize(("module", "use"), _USES)
def test_who_lacks_an_extra_is_told_its_name(module: str, use: str) -> None:
    """By one error of ours, with the command that installs it."""
    program = f"import sys; sys.modules[{module!r}] = None; {use}"

    ran = subprocess.run([sys.executable, "-c", program], cwd=_ROOT, capture_output=True, text=True, check=False)

    last = ran.stderr.strip().splitlines()[-1]
    assert last.startswith(f"lazai_py._errors.MissingDependency: {module} is not installed")
    assert f'pip install "lazai_py[{EXTRA_OF[module]}]"' in last


def test_every_optional_module_is_shown_missing() -> None:
    """The list above is whole."""
    assert {module for module, _ in _USES} == set(EXTRA_OF)


@pytest.mark.parametrize("module", sorted(EXTRA_OF))
def test_an_extra_brings_the_module_that_it_is_named_for(module: str) -> None:
    """Itself, or by what it requires."""
    asked = named(_PROJECT["optional-dependencies"][EXTRA_OF[module]])
    brought = asked.union(*(named(requires(each) or []) for each in asked if each in _installed()))
    assert brought & named(packages_distributions()[module])


def test_nothing_else_is_imported() -> None:
    """Each module outside the standard library belongs to a dependency, or to an extra that is named."""
    sources = [path.read_text("utf-8") for path in (_ROOT / "lazai_py").rglob("*.py")]
    found = set().union(*(imported(ast.parse(source)) for source in sources))
    ours = {each.replace("-", "_") for each in named(_PROJECT["dependencies"])} | {"lazai_py"}
    # Whoever uses `lazai_py.testing` is running pytest.
    assert found - sys.stdlib_module_names - ours - set(EXTRA_OF) == {"pytest"}


def _installed() -> set[str]:
    return {name for names in packages_distributions().values() for name in named(names)}
