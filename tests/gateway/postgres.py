"""A PostgreSQL of our own: Debian's programs, a folder of ours, a free port, and a user without rights."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

_FOLDERS = Path("/usr/lib/postgresql")
_USERS = ("postgres", "nobody")


def programs() -> Path:
    """The folder with `initdb` and `postgres`."""
    found = sorted(_FOLDERS.glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if found:
        return found[-1].parent
    on_path = shutil.which("initdb")
    if on_path is None:
        pytest.skip("PostgreSQL is not installed: apt-get install postgresql (Debian), and run this again")
    return Path(on_path).parent


@contextmanager
def postgres() -> Iterator[str]:
    """A running PostgreSQL; yields its URL for SQLAlchemy."""
    home, folder, user = programs(), Path(tempfile.mkdtemp(prefix="pg")), _user()
    if user is not None:
        os.chown(folder, user.pw_uid, user.pw_gid)
    identity: dict[str, Any] = {} if user is None else {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
    data, port = folder / "data", free_port()
    arguments = [
        str(home / "initdb"),
        "-D",
        str(data),
        "-U",
        "postgres",
        "-A",
        "trust",
        "-E",
        "UTF8",
        "--no-sync",
    ]
    subprocess.run(arguments, check=True, capture_output=True, cwd=folder, **identity)
    command = [
        str(home / "postgres"),
        "-D",
        str(data),
        "-p",
        str(port),
        "-k",
        str(folder),
        "-c",
        "listen_addresses=127.0.0.1",
    ]
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **identity)
    try:
        _wait(process, port)
        yield f"postgresql+psycopg://postgres@127.0.0.1:{port}/postgres"
    finally:
        process.terminate()
        process.wait(20)
        shutil.rmtree(folder, ignore_errors=True)


def _user() -> pwd.struct_passwd | None:
    """Who runs it: PostgreSQL refuses root. None for ourselves."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name: entry for entry in pwd.getpwall()}
    return next(names[name] for name in _USERS if name in names)


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(process: subprocess.Popen[bytes], port: int) -> None:
    import psycopg

    deadline = time.monotonic() + 30
    while True:
        assert process.poll() is None, f"PostgreSQL ended with code {process.returncode}"
        try:
            psycopg.connect(host="127.0.0.1", port=port, user="postgres", dbname="postgres").close()
        except psycopg.OperationalError:
            assert time.monotonic() < deadline, "PostgreSQL did not start within 30 s"
            time.sleep(0.05)
        else:
            return
