"""The published predecessor's faults, by their ids: ours must not have the like. What has its own file is named there.

B3, B4, B10, B12, B14 (signatures and proofs): `test_proofs.py`. B15 (somebody else's class): `test_classes.py`.
"""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from lazai_py._chain.engine import Call
from lazai_py._contract import errors
from lazai_py._contract.bindings.data_anchoring_token import Claimed, ClassCreated, DataAnchoringToken, UsageRecorded
from lazai_py._contract.bindings.erc20 import Erc20
from lazai_py._errors import ContractError, UnknownRevert
from lazai_py._types import NATIVE, Wei, keccak
from tests.behaviours.world import CALLS, FORTUNE, START, Actor, World, token_id_of

DELEGATECALL, CALLCODE, SELFDESTRUCT = 0xF4, 0xF2, 0xFF
RULES = ("owner", "admin", "pause", "upgrade", "implementation", "withdraw", "initialize", "blacklist", "setfee")


def test_what_is_paid_in_is_credited_and_what_is_paid_out_debited(w: World) -> None:
    """Peer faults B1 and B2: money moves in the books as it moves in the balances, so a second claim drains nobody."""
    mine, other = w.mint(w.alice, share=1), w.mint(w.bob, share=3)
    w.settle(1_000)
    assert (w.pending(mine), w.pending(other), w.balance(w.dat)) == (250, 750, 1_000)
    for _ in range(3):
        w.claim(mine)
    assert (w.pending(mine), w.pending(other), w.balance(w.dat)) == (0, 750, 750)
    assert w.balance(w.alice) == FORTUNE + 250


def test_what_is_claimed_is_paid(w: World) -> None:
    """Peer fault B5: every `Claimed` comes with its coins, of either kind."""
    token = w.mint(w.alice, share=1)
    w.settle(1_000)
    w.settle(70, w.usd)
    for asset, before in ((NATIVE, FORTUNE), (w.usd, 0)):
        [claimed] = w.claim(token, asset).all(Claimed)
        held = w.balance(w.alice, None if asset == NATIVE else w.usd)
        assert held == before + claimed.amount > before


def test_nothing_is_forgotten_when_a_role_ends(w: World) -> None:
    """Peer faults B6, B7 and B13: whoever loses a role, or a class that loses its controller, strands no money."""
    token = w.mint(w.alice, share=1)
    w.settle(1_000)
    w.controller.does(w.dat.freeze_class(1))
    w.controller.does(w.dat.renounce_controller(1))
    w.settle(1_000)
    w.claim(token)
    assert (w.balance(w.alice), w.balance(w.dat)) == (FORTUNE + 2_000, 0)


def test_nobody_rules_the_contract(w: World) -> None:
    """Peer faults B9 and B20: there is no owner, pause, upgrade or proxy to be trusted, in the ABI or in the code."""
    names = [item["name"].lower() for item in DataAnchoringToken.artifact().abi if item["type"] == "function"]
    assert [name for name in names if any(rule in name for rule in RULES)] == ["ownerof"]
    assert not {DELEGATECALL, CALLCODE, SELFDESTRUCT} & opcodes(w.engine.code(w.dat.address))


def opcodes(code: bytes) -> set[int]:
    """The instructions of a contract, without the data of its pushes and the metadata at its end."""
    end, place, found = len(code) - int.from_bytes(code[-2:], "big") - 2, 0, set()
    while place < end:
        found.add(code[place])
        place += 1 + max(0, code[place] - 0x5F) * (code[place] <= 0x7F)
    return found


def test_whoever_deployed_the_contract_is_nobody(w: World) -> None:
    """Peer fault B20: the deployer can do in a class what a stranger can."""
    token = w.mint(w.alice, quota=5, share=1)
    who = w.payer.address  # it deployed the contract
    w.payer.is_refused(w.dat.mint(1, who, 1, 1, 0), errors.NotMinter(1, who))
    w.payer.is_refused(w.dat.transfer_token(token, who), errors.NotOwnerOrOperator(token, who))
    w.payer.is_refused(w.dat.freeze_class(1), errors.NotController(1, who, w.controller.address))


def test_a_url_that_somebody_else_registered_first_takes_nothing(w: World) -> None:
    """Peer fault B15: two classes may name one URI; each belongs to who made it, and neither stands for the other."""
    sent = w.stranger.does(w.dat.create_class("ipfs://metadata", keccak(b"data"), 0, "ipfs://policy"))
    second = sent.only(ClassCreated).class_id
    third = w.create_class(by=w.alice)
    assert [w.dat.controller_of(each) for each in (1, second, third)] == [
        w.controller.address,
        w.stranger.address,
        w.alice.address,
    ]
    w.stranger.is_refused(w.dat.mint(1, w.stranger, 1, 1, 0), errors.NotMinter(1, w.stranger.address))


def test_a_batch_of_mints_overwrites_nothing(w: World) -> None:
    """Peer fault B16: batches and single mints take new ids each time."""
    ids = []
    for _ in range(2):
        ids += list(w.dat.mint_batch(1, [w.alice, w.bob], [1, 2], [1, 2], [0, 0]).plan(w.controller).result)
        w.controller.does(w.dat.mint_batch(1, [w.alice, w.bob], [1, 2], [1, 2], [0, 0]))
        ids.append(w.mint(w.carol, quota=3, share=3))
    assert ids == [token_id_of(1, serial) for serial in range(1, 7)]
    assert [w.dat.value_of(token) for token in ids] == [1, 2, 3, 1, 2, 3]
    assert [w.dat.owner_of(token) for token in ids] == [w.alice.address, w.bob.address, w.carol.address] * 2


def test_one_contract_is_not_read_as_another(w: World) -> None:
    """Peer faults S2 and S3: an address with another contract, or none, raises instead of giving some number."""
    with pytest.raises(ContractError) as refused:
        Erc20(w.engine, w.dat.address).decimals()
    assert (refused.value.contract, refused.value.function) == ("Erc20", "decimals")
    with pytest.raises(ContractError):
        DataAnchoringToken(w.engine, w.usd.address).owner_of(1)


def test_a_refusal_is_a_class_with_fields(w: World) -> None:
    """Peer faults S4 and S5: from a view, from a plan and from a transaction; and it keeps the raw data."""
    unknown = token_id_of(1, 1)
    with pytest.raises(errors.UnknownToken, match=str(unknown)) as read:
        w.dat.owner_of(unknown)
    with pytest.raises(errors.UnknownToken) as sent:
        w.alice.does(w.dat.transfer_token(unknown, w.bob))
    planned = w.dat.transfer_token(unknown, w.bob).plan(w.alice).failure
    for error in (read.value, sent.value, planned):
        assert isinstance(error, errors.UnknownToken)
        assert (error.token_id, error.contract) == (unknown, "DataAnchoringToken")
        assert error.data == errors.UnknownToken.selector + unknown.to_bytes(32, "big")


def test_a_refusal_that_nobody_knows_keeps_its_data(w: World) -> None:
    """Peer faults S4 and S5: somebody else's custom error comes out whole, as what it is."""
    refusing = w.deploy("RefusingReceiver", False)
    with pytest.raises(UnknownRevert) as refused:
        w.controller.does(w.dat.mint(1, refusing, 1, 1, 0))
    assert refused.value.data == keccak(b"NotToday(uint256)")[:4] + token_id_of(1, 1).to_bytes(32, "big")


def test_the_package_imports_without_a_key_a_home_or_a_network(tmp_path: Path) -> None:
    """Peer fault S6: in a bare environment, with every address unreachable."""
    code = "import socket; socket.socket.connect = None; import lazai_py; lazai_py.LazAI"
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, check=False, cwd=tmp_path, env={}, capture_output=True, text=True)
    assert (done.returncode, done.stderr, done.stdout) == (0, "", "")
    assert list(tmp_path.iterdir()) == []


def test_addresses_may_be_written_in_lower_case(w: World) -> None:
    """Peer fault S8: to write and to read, in lower case, upper case and with a checksum."""
    token = w.mint(w.alice.address.lower(), share=1)
    upper = "0x" + w.alice.address[2:].upper()
    assert w.dat.owner_of(token) == w.alice.address
    assert [w.dat.balance_of(form, token) for form in (w.alice.address.lower(), upper, w.alice.address)] == [1, 1, 1]
    w.settle(10, w.usd)
    assert w.dat.pending_revenue(token, w.usd.address.lower()) == 10


def test_quota_cannot_be_spent_twice_at_once(w: World) -> None:
    """Peer fault S13: of ten parallel uses of five units, five succeed and five are refused."""
    token = w.mint(w.alice, quota=5)
    w.alice.does(w.dat.approve_for_class(1, w.bob, True))

    def use(actor: Actor) -> bool:
        try:
            actor.does(w.dat.record_usage(token, CALLS, 1))
        except errors.InsufficientValue:
            return False
        return True

    with ThreadPoolExecutor(10) as pool:
        done = list(pool.map(use, [w.alice, w.bob] * 5))
    assert (sum(done), w.dat.value_of(token)) == (5, 0)


@pytest.mark.parametrize("number", [2**53 + 1, 2**64 + 1, 2**96 + 1])
def test_numbers_beyond_those_of_javascript_are_exact(w: World, number: int) -> None:
    """Peer fault S15: amounts, quotas, ids and expiries, on the way in and out."""
    token = w.mint(w.alice, quota=number, share=1, expire_at=min(number, 2**64 - 1))
    w.payer.does(w.dat.settle_revenue_eth(1, pay=Wei(number)))
    sent = w.alice.does(w.dat.record_usage(token, CALLS, number - 1))
    assert sent.events == (UsageRecorded(token, CALLS, number - 1, w.alice.address),)
    assert (w.dat.value_of(token), w.pending(token)) == (1, number)
    assert w.dat.expire_at_of(token) == min(number, 2**64 - 1) > START


def test_a_new_id_is_read_from_its_own_event(w: World) -> None:
    """Peer fault S17: people who create classes at the same time each get the id of their own."""
    creators = [w.alice, w.bob, w.carol, w.stranger] * 3

    def create(place: int) -> tuple[int, str]:
        intent = w.dat.create_class(f"ipfs://{place}", bytes(32), 0, "")
        return creators[place].does(intent).only(ClassCreated).class_id, f"ipfs://{place}"

    with ThreadPoolExecutor(12) as pool:
        created = list(pool.map(create, range(12)))
    assert sorted(class_id for class_id, _ in created) == list(range(2, 14))
    for place, (class_id, uri) in enumerate(created):
        assert w.dat.get_class_meta(class_id).metadata_uri == uri
        assert w.dat.controller_of(class_id) == creators[place].address


def test_a_refusal_that_was_mined_raises(w: World) -> None:
    """Peer fault S18: sent with a gas limit and so untried, it costs its fee and is an error all the same."""
    token = w.mint(w.alice, quota=1)
    intent = w.dat.record_usage(token, CALLS, 2)
    before = w.balance(w.alice)
    with pytest.raises(UnknownRevert) as refused:
        w.alice.sender.send(Call(intent.contract.address, intent.data, gas=200_000))
    assert refused.value.tx_hash is not None
    explained = intent.explained(refused.value)
    assert isinstance(explained, errors.InsufficientValue)
    assert explained.fields == {"token_id": token, "available": 1, "required": 2}
    assert explained.tx_hash == refused.value.tx_hash
    assert w.balance(w.alice) < before
