"""Bonded results of integer networks, and the disputes about them: `docs/disputes.md` shows the game.

`FraudProofs` bonds results; a `Prover` defends them, and a `Watcher` challenges wrong ones, both by themselves.
"""

from __future__ import annotations

from lazai_py.disputes.fraud_proofs import FraudProofs
from lazai_py.disputes.players import Act, Player, Prover, Watcher
from lazai_py.disputes.positions import Phase, Status, Table
from lazai_py.disputes.sides import Accusation, Defence, header
from lazai_py.disputes.trace import StatementTrace

__all__ = [
    "Accusation",
    "Act",
    "Defence",
    "FraudProofs",
    "Phase",
    "Player",
    "Prover",
    "StatementTrace",
    "Status",
    "Table",
    "Watcher",
    "header",
]
