"""A key for one circuit, by a ceremony of one: whoever runs it could keep its secrets and forge proofs.

It is for tests, demos and models that nobody pays for. A key that others are to rely on needs the contributions of
many, of whom one is honest: `snarkjs` has the commands, and `assemble` takes their result as well.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from lazai_py.networks import IntegerNetwork
from lazai_py.proofs import Circuit, ProvingKey, VerifyingKey, Witness
from lazai_py.proofs.circuit import Combination
from lazai_py.proofs.curve import G1Point, G2Point, Pair
from scripts.circuits.source import main_file
from scripts.circuits.tools import CACHE, circom, install, snarkjs

NAME = "circuit"
_ENTROPY = 64


def folder_of(network: IntegerNetwork, images: int) -> Path:
    """Return where everything about a circuit is kept."""
    return CACHE / f"{network.commitment.hex()[:16]}-{images}"


def compiled(network: IntegerNetwork, images: int) -> Circuit:
    """Compile the circuit of a network."""
    install()
    folder = folder_of(network, images)
    folder.mkdir(exist_ok=True)
    (folder / f"{NAME}.circom").write_text(main_file(network, images))
    circom(folder, NAME)
    snarkjs(folder, "r1cs", "export", "json", f"{NAME}.r1cs", "constraints.json")
    written = json.loads((folder / "constraints.json").read_text())["constraints"]
    constraints = tuple((_combination(a), _combination(b), _combination(c)) for a, b, c in written)
    return Circuit(network, images, _wires(network, images, folder), constraints)


def make_key(network: IntegerNetwork, images: int) -> ProvingKey:
    """Compile, hold the ceremony, and return the key."""
    circuit = compiled(network, images)
    folder = folder_of(network, images)
    hold(folder)
    return assemble(circuit, folder)


def hold(folder: Path) -> None:
    """Make `key.zkey` for the constraints in a folder, each secret drawn and forgotten at once."""
    power = _power(json.loads((folder / "constraints.json").read_text()))
    snarkjs(folder, "powersoftau", "new", "bn128", str(power), "empty.ptau")
    snarkjs(folder, "powersoftau", "contribute", "empty.ptau", "one.ptau", f"-e={secrets.token_hex(_ENTROPY)}")
    snarkjs(folder, "powersoftau", "prepare", "phase2", "one.ptau", "powers.ptau")
    snarkjs(folder, "groth16", "setup", f"{NAME}.r1cs", "powers.ptau", "empty.zkey")
    snarkjs(folder, "zkey", "contribute", "empty.zkey", "key.zkey", f"-e={secrets.token_hex(_ENTROPY)}")
    snarkjs(folder, "zkey", "verify", f"{NAME}.r1cs", "powers.ptau", "key.zkey")


def assemble(circuit: Circuit, folder: Path) -> ProvingKey:
    """Return the key in a folder in the form that the package proves with."""
    snarkjs(folder, "zkey", "export", "json", "key.zkey", "key.json")
    snarkjs(folder, "zkey", "export", "verificationkey", "key.zkey", "verifying.json")
    key = json.loads((folder / "key.json").read_text())
    return ProvingKey(
        circuit=circuit,
        verifying=_verifying(key),
        a=tuple(map(_first, key["A"])),
        b=tuple(map(_second, key["B2"])),
        c=tuple(map(_first, key["C"][2:])),
        h=tuple(map(_first, key["hExps"])),
    )


def _wires(network: IntegerNetwork, images: int, folder: Path) -> tuple[str, ...]:
    """A name of each wire that `Witness` knows; signals that are equal have one wire."""
    known = Witness(network, [[0] * network.sizes[0]] * images, 0).signals
    names = {wire: name for wire, name in _symbols(folder) if name in known}
    return tuple(names[wire] for wire in range(1, len(names) + 1))


def _symbols(folder: Path) -> Iterator[tuple[int, str]]:
    """Wire and name of each signal; wire -1 is that of signals which were simplified away."""
    for line in (folder / f"{NAME}.sym").read_text().splitlines():
        _, wire, _, name = line.split(",")
        if int(wire) > 0:
            yield int(wire), name


def _power(circuit: Mapping[str, Any]) -> int:
    """A domain holds the constraints, and one more for the number one and for each public signal."""
    return int(circuit["nConstraints"] + circuit["nOutputs"]).bit_length()


def _verifying(key: Mapping[str, Any]) -> VerifyingKey:
    return VerifyingKey(
        alpha=_pair(key["vk_alpha_1"]),
        beta=_quartet(key["vk_beta_2"]),
        gamma=_quartet(key["vk_gamma_2"]),
        delta=_quartet(key["vk_delta_2"]),
        constant=_pair(key["IC"][0]),
        signal=_pair(key["IC"][1]),
    )


def _combination(written: Mapping[str, str]) -> Combination:
    return {int(wire): int(factor) for wire, factor in written.items()}


def _pair(written: list[str]) -> Pair:
    return int(written[0]), int(written[1])


def _quartet(written: list[list[str]]) -> tuple[int, int, int, int]:
    (x_real, x_imaginary), (y_real, y_imaginary) = map(_pair, written[:2])
    return x_imaginary, x_real, y_imaginary, y_real


def _first(written: list[str]) -> G1Point:
    return None if written[2] == "0" else _pair(written)


def _second(written: list[list[str]]) -> G2Point:
    return None if written[2] == ["0", "0"] else (_pair(written[0]), _pair(written[1]))
