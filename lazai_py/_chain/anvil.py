"""A local Anvil: found, started on a free port, watched, and stopped for sure."""

from __future__ import annotations

import os
import platform
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import weakref
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, Self

from lazai_py._chain.dev import DEV_MNEMONIC, dev_accounts
from lazai_py._chain.devrpc import AnvilEngine
from lazai_py._chain.transport import HttpTransport
from lazai_py._errors import MissingDependency, NodeFailed

_HOST = "127.0.0.1"
_START_SECONDS = 20.0
_STOP_SECONDS = 5.0
_TAIL_LINES = 20
_TAIL_BYTES = 16_384
_LISTENING = re.compile(rf"Listening on {re.escape(_HOST)}:(\d+)")
_PACKAGES = {
    ("linux", "x86_64"): "anvil-linux-amd64",
    ("linux", "aarch64"): "anvil-linux-arm64",
    ("darwin", "x86_64"): "anvil-darwin-amd64",
    ("darwin", "arm64"): "anvil-darwin-arm64",
}
# The shell's input is a pipe from us. It closes when we end, in whatever way, and then the node ends as well.
_GUARD = 'exec 3<&0; "$@" </dev/null 3<&- & node=$!; { read -r _ <&3; kill -9 "$node"; } 2>/dev/null & wait "$node"'


def find_anvil() -> Path:
    """Return the program: named by ANVIL, on PATH, or in the `node_modules` of this folder or one above it.

    Raises:
        MissingDependency: it is nowhere.
    """
    named = os.environ.get("ANVIL") or shutil.which("anvil")
    if named:
        return Path(named)
    found = next(filter(Path.is_file, _candidates()), None)
    if found is None:
        raise MissingDependency(
            "anvil",
            remedy="Install Foundry or `npm install @foundry-rs/anvil-linux-amd64` (or the package of your platform), "
            "set ANVIL to the program, or use LazAI.local(engine='revm')",
        )
    return found


def _candidates() -> Iterator[Path]:
    package = _PACKAGES.get((sys.platform, platform.machine()))
    for start in (Path.cwd(), Path(__file__).resolve()):
        for folder in (start, *start.parents):
            modules = folder / "node_modules"
            if package:
                yield modules / "@foundry-rs" / package / "bin" / "anvil"
            yield modules / ".bin" / "anvil"


class Anvil:
    """A running Anvil with the well-known accounts. Stops at the end of a `with` block, of the object, or of Python.

    Parameters:
        port: where to listen; 0 takes a free one.
        chain_id: the chain's id.
        block_time: seconds between blocks; left out, every transaction is mined at once.
        accounts: how many accounts hold 10,000 coins each.
        options: more options of the program, such as `--no-mining`.

    Raises:
        MissingDependency: there is no Anvil.
        NodeFailed: it did not start; the error shows the end of its log.
    """

    def __init__(
        self,
        *,
        port: int = 0,
        chain_id: int = 31337,
        block_time: float | None = None,
        accounts: int = 10,
        options: Sequence[str] = (),
    ) -> None:
        command = [str(find_anvil()), "--host", _HOST, "--port", str(port), "--chain-id", str(chain_id)]
        command += ["--mnemonic", DEV_MNEMONIC, "--accounts", str(accounts), "--hardfork", "prague"]
        # Otherwise old states go to the home folder, block by block, and stay there when the node is killed.
        command += ["--max-persisted-states", "0", *options]
        if block_time is not None:
            command += ["--block-time", f"{block_time:g}"]
        self.accounts = dev_accounts(accounts)
        self._log = tempfile.TemporaryFile()  # noqa: SIM115 - it lives as long as the node
        self._process = _start(command, self._log)
        self._finalizer = weakref.finalize(self, _stop, self._process, self._log, os.getpid())
        self._last_words = ""
        self.url = f"http://{_HOST}:{self._wait_for_port()}"
        self.engine = AnvilEngine(HttpTransport(self.url))

    @property
    def pid(self) -> int:
        """The process group of the node."""
        return self._process.pid

    @property
    def is_running(self) -> bool:
        """Whether the node is alive."""
        return self._process.poll() is None

    def log_tail(self) -> str:
        """Return the last lines that the node wrote, also after it was stopped."""
        if self._log.closed:
            return self._last_words
        return "\n".join(self._log_end().splitlines()[-_TAIL_LINES:])

    def dump_state(self, path: Path) -> None:
        """Write the whole state of the chain to a file."""
        path.write_bytes(self.engine.dump_state())

    def load_state(self, path: Path) -> None:
        """Take in a state that `dump_state` wrote."""
        self.engine.load_state(path.read_bytes())

    def stop(self) -> None:
        """Stop the node; safe to call twice."""
        self.engine.close()
        self._last_words = self.log_tail()
        self._finalizer()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def _wait_for_port(self) -> int:
        # The port is read from the node's own log: on a port that is taken, somebody else would answer.
        deadline = time.monotonic() + _START_SECONDS
        while time.monotonic() < deadline:
            is_running, found = self.is_running, _LISTENING.search(self._log_end())
            if found:
                return int(found[1])
            if not is_running:
                raise self._failure(f"Anvil ended with code {self._process.returncode} instead of starting")
            time.sleep(0.005)
        raise self._failure(f"Anvil did not start within {_START_SECONDS:g} s")

    def _failure(self, reason: str) -> NodeFailed:
        tail = self.log_tail()
        self._finalizer()
        if "Address already in use" in tail:
            return NodeFailed(reason, tail, remedy="Leave the port out to take a free one, or stop what listens there")
        return NodeFailed(reason, tail)

    def _log_end(self) -> str:
        # Read by position, for the node writes through the same open file.
        descriptor = self._log.fileno()
        start = max(0, os.fstat(descriptor).st_size - _TAIL_BYTES)
        return os.pread(descriptor, _TAIL_BYTES, start).decode(errors="replace")


def _start(command: Sequence[str], log: IO[bytes]) -> subprocess.Popen[bytes]:
    # A session of its own keeps Ctrl-C for us: we stop the node when we are done with it.
    return subprocess.Popen(  # noqa: S603 - the program is the one that `find_anvil` names
        ["/bin/sh", "-c", _GUARD, "anvil-guard", *command],
        stdin=subprocess.PIPE,
        stdout=log,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )


def _stop(process: subprocess.Popen[bytes], log: IO[bytes], owner: int) -> None:
    if os.getpid() != owner:
        # A fork of our process inherits this object and must not end the node of its parent.
        return
    for sign in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, sign)
            process.wait(_STOP_SECONDS)
        except (ProcessLookupError, subprocess.TimeoutExpired):
            continue
        break
    log.close()
    if process.stdin:
        process.stdin.close()
