"""The public face: complete, sorted, and free of side effects."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import lazai_py


def test_every_public_name_is_there() -> None:
    """Each is found where the package says, and shown by completion."""
    for name in lazai_py.__all__:
        assert getattr(lazai_py, name) is not None
        assert name in dir(lazai_py)
    with pytest.raises(AttributeError, match="has no attribute 'Blockchain'"):
        _ = lazai_py.Blockchain


def test_every_lazy_name_is_declared_to_type_checkers() -> None:
    """What is found at run time and what is written under TYPE_CHECKING are the same."""
    source = Path(lazai_py.__file__).read_text("utf-8")
    declared = source.split("if TYPE_CHECKING:")[1].split("__all__")[0]
    for module, names in lazai_py._HOMES.items():
        assert f"from {module} import" in declared
        for name in names:
            assert name in declared
            assert name in lazai_py.__all__


def test_importing_does_nothing(tmp_path: Path) -> None:
    """No key, no network, no node, no compiler, and nothing heavy is loaded (peer fault S6)."""
    program = (
        "import socket, subprocess, sys\n"
        "def refuse(*_, **__): raise SystemExit('a side effect')\n"
        "socket.socket.connect = subprocess.Popen.__init__ = refuse\n"
        "import lazai_py\n"
        "lazai_py.ether('1.5')\n"
        "heavy = {'web3', 'eth_account', 'eth_abi', 'httpx', 'pyrevm', 'typer', 'rich'} & set(sys.modules)\n"
        "sys.exit(f'loaded {heavy}' if heavy else 0)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program],
        env={"PATH": "", "HOME": str(tmp_path), "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, "")


def test_the_package_says_that_it_is_typed() -> None:
    """Type checkers look for the marker."""
    assert Path(lazai_py.__file__).with_name("py.typed").is_file()
