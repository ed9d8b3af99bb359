"""Contracts that say they are RevShare tokens, or anything at all, assembled by hand.

Each emits events about its victim when it is made; what is told of it is what it does from then on.
"""

from __future__ import annotations

from typing import Final

from lazai_py import LazAI
from lazai_py._chain.engine import Call
from lazai_py._contract.bindings.erc20 import Transfer
from lazai_py._contract.bindings.model_offering import Deposited
from lazai_py._contract.bindings.payout import PaidOut
from lazai_py._contract.bindings.rev_share_token import RevenueTokenSet
from lazai_py._types import Address
from lazai_py.payout.strangers import address_word
from tests.unit.chain.bytecode import BURN, ECHO, HALT

_NOBODY = bytes(32)
_CODE_COPY = 13

SAYS_YES: Final = bytes.fromhex("60015f5260205ff3")
"""Answers 1 to whatever it is asked, and so that it is everything."""

SAYS_TWO: Final = bytes.fromhex("60025f5260205ff3")
"""Answers 2 to whatever it is asked, and so that it is an offering which failed."""

BOMBS: Final = bytes.fromhex("620f42405ff3")
"""Answers a megabyte."""

REFUSES_AT_LENGTH: Final = bytes.fromhex("620f42405ffd")
"""Reverts with a megabyte."""

# Short calls are views: it denies to have the ERC-165 id that nothing may have, and answers 1 to all else. A long call
# is a claim, which what follows is made of.
_POSES = bytes.fromhex("6044361160" + "1a" + "57" + "60043560e01c63ffffffff14155f5260205ff3" + "5b")
# Sends 7 wei to whom the claim is for.
_PAYS = bytes.fromhex("5f5f5f5f60076004355af150")
# Emits the payout's own event: that all the coins there can be came in.
_BOASTS = bytes.fromhex("5f195f525f600435" + "7f") + PaidOut.TOPIC + bytes.fromhex("60205fa3")

PROMISES: Final = _POSES + bytes.fromhex("00")
"""Is a RevShare token by ERC-165, owes 1 of everything, and pays nothing."""

PROMISES_AND_REVERTS: Final = _POSES + bytes.fromhex("5f5ffd")
"""The same, and reverts when it is claimed from."""

PROMISES_AND_EATS: Final = _POSES + bytes.fromhex("601a56")
"""The same, and uses all the gas there is."""

PAYS_AND_BOASTS: Final = _POSES + _PAYS + _BOASTS
"""The same, and pays 7 wei, of which it says that it is more."""

PAYS_AND_WASTES: Final = _POSES + _PAYS + bytes.fromhex("5b5a61138810602757" + "00")
"""The same, and pays 7 wei, and uses what gas is left."""

PAYS_IN_TRIALS: Final = _POSES + bytes.fromhex("3a602c57") + _PAYS + bytes.fromhex("005b") + _BOASTS
"""The same, and pays only where gas costs nothing, as it does where calls are simulated; elsewhere it says it does."""

NO_SHARES: Final = {
    "says yes": SAYS_YES,
    "says two": SAYS_TWO,
    "echoes": ECHO,
    "eats gas": BURN,
    "bombs": BOMBS,
    "refuses at length": REFUSES_AT_LENGTH,
    "halts": HALT,
}
FALSE_SHARES: Final = {
    "promises": PROMISES,
    "reverts": PROMISES_AND_REVERTS,
    "eats gas": PROMISES_AND_EATS,
}


def deploy(lz: LazAI, runtime: bytes, victim: LazAI, *, assets: tuple[Address, ...] = ()) -> Address:
    """Deploy a contract that says first that `victim` got tokens of it and deposited, and that it pays in assets."""
    whom = address_word(victim.address)
    begin = bytes.fromhex("60015f52") + _log(Transfer.TOPIC, _NOBODY, whom) + _log(Deposited.TOPIC, whom)
    begin += b"".join(_log(RevenueTokenSet.TOPIC, address_word(asset)) for asset in assets)
    size, offset = len(runtime).to_bytes(2, "big"), (len(begin) + _CODE_COPY).to_bytes(2, "big")
    copy = b"\x61" + size + b"\x61" + offset + bytes.fromhex("5f39") + b"\x61" + size + bytes.fromhex("5ff3")
    receipt = lz.sender.send(Call(None, begin + copy + runtime))
    assert receipt.contract_address is not None
    return receipt.contract_address


def _log(*topics: bytes) -> bytes:
    """Emit the first word of the memory under these topics."""
    pushed = b"".join(b"\x7f" + topic for topic in reversed(topics))
    return pushed + bytes.fromhex("60205f") + bytes([0xA0 + len(topics)])
