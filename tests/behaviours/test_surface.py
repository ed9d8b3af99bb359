"""The surface of the standard, byte by byte: selectors, topics and ids as the specification's tables list them.

Calls are encoded, and answers and logs decoded, from the tables alone and not by the generated bindings.
"""

from __future__ import annotations

from typing import Any

import pytest
from eth_abi import decode, encode

from lazai_py._chain.engine import Call, Receipt
from lazai_py._types import NATIVE, keccak
from tests.behaviours.world import Actor, World, token_id_of

# signature, indexed arguments, topic0
EVENTS = {
    "ClassCreated(uint256,string,bytes32)": (1, "cbf4ceec2e5c8865b509fd65a97a450ff709dd1d0c9aeae52f474abe06dfb974"),
    "ClassPolicyUpdated(uint256,string)": (1, "24f901353f9b15125ed7f539fcad3b7fc50110d676d3b4298d3d3808df39e65b"),
    "MetadataUpdated(uint256,string,bytes32)": (1, "eab02659d82f207d7ba3d346964d09c280396a4798fae5bd584257ca14376475"),
    "Minted(uint256,uint256,address,uint256,uint256,uint64)": (
        2,
        "04cd2cb07f7dd64bac6ce0436354822231650e9bf1a1e4d74932a3efa6a6e552",
    ),
    "TransferToken(uint256,address,address)": (3, "883cf583b77e18ff7c8e1a0e71a7cb0a9820e3af728c467709769c1a0e035c20"),
    "ValueTransferred(uint256,uint256,uint256)": (
        2,
        "08fdc9b4581fc254e3e52b2c48704fb0d46ce55b2994a2ee7387f87229a1396d",
    ),
    "Expired(uint256)": (1, "f80dbaea4785589e52984ca36a31de106adc77759539a5c7d92883bf49692fe9"),
    "UsageRecorded(uint256,bytes32,uint256,address)": (
        1,
        "bcb77240b51e5ddedd76eb0d4dc554941237485a5801d9083681e97b2fe3e531",
    ),
    "RevenueSettled(uint256,address,uint256)": (2, "8066141f58a3e577c2951d2908ae9e935232ae42f3f2a18c5dfc13b5d2aae98f"),
    "Claimed(uint256,address,address,uint256)": (3, "ce3bcb6e219596cf26007ffdfaae8953bc3f76e3f36c0a79b23e28020da3222e"),
    "ApprovalForClass(address,uint256,address,bool)": (
        3,
        "5c3b9a34af8ecb94c7bef73773568e163cf361fa5d76fa5d52dab8f4498817cf",
    ),
    "ProofAdded(uint256,bytes32,string,bytes)": (
        1,
        "c0e7adc38a1c7019b393a30383bfb487d98ae418e0e57e1ff87b39e9265e2056",
    ),
}
# signature, selector, what it returns
FUNCTIONS = {
    "getClassMeta(uint256)": ("0a4fda67", "string,bytes32,uint8,string"),
    "classOf(uint256)": ("4324aa21", "uint256"),
    "valueOf(uint256)": ("cadf338f", "uint256"),
    "shareRatioOf(uint256)": ("36d98ca1", "uint256"),
    "expireAtOf(uint256)": ("56626b7f", "uint64"),
    "ownerOf(uint256)": ("6352211e", "address"),
    "pendingRevenue(uint256,address)": ("bb0bc514", "uint256"),
    "createClass(string,bytes32,uint8,string)": ("e0fc0eca", "uint256"),
    "updateClassMetadata(uint256,string,bytes32)": ("38b40dc2", ""),
    "updateClassPolicy(uint256,string)": ("4f2b75e2", ""),
    "mint(uint256,address,uint256,uint256,uint64)": ("741e3723", "uint256"),
    "transferToken(uint256,address)": ("bad42590", ""),
    "approveForClass(uint256,address,bool)": ("14050fab", ""),
    "isApprovedForClass(address,uint256,address)": ("766e346c", "bool"),
    "transferValue(uint256,uint256,uint256)": ("54e26179", ""),
    "recordUsage(uint256,bytes32,uint256)": ("48904648", ""),
    "settleRevenueETH(uint256)": ("8ccd0350", ""),
    "settleRevenueERC20(uint256,address,uint256)": ("90f1e29d", ""),
    "claim(uint256,address,address)": ("2cd1b113", "uint256"),
    "addProof(uint256,bytes32,string,bytes)": ("c40b0372", ""),
}
OURS = (
    "claimAndTransfer(uint256,address[],address)",
    "claimMany(uint256[],address)",
    "mintBatch(uint256,address[],uint256[],uint256[],uint64[])",
    "recordUsageBatch(uint256[],bytes32,uint256[])",
    "setMinter(uint256,address,bool)",
    "createClassWithCap(string,bytes32,uint8,string,uint256)",
    "maxTotalShareOf(uint256)",
    "totalShareOf(uint256)",
    "freezeClass(uint256)",
    "sync(uint256,uint256)",
    "pokeExpired(uint256[])",
)
HASH, METRIC = keccak(b"hash"), keccak(b"inference_calls")


def kinds(signature: str) -> list[str]:
    """The types of a signature's arguments."""
    inner = signature[signature.index("(") + 1 : -1]
    return inner.split(",") if inner else []


def call_data(name: str, *values: Any) -> bytes:
    """The call data, by the table."""
    [signature] = [each for each in FUNCTIONS if each.startswith(f"{name}(")]
    return bytes.fromhex(FUNCTIONS[signature][0]) + encode(kinds(signature), values)


def ask(w: World, name: str, *values: Any, sender: Actor | None = None) -> tuple[Any, ...]:
    """What a call returns, decoded by the table; addresses come in lower case."""
    [returned] = [answer for each, (_, answer) in FUNCTIONS.items() if each.startswith(f"{name}(")]
    call = Call(w.dat.address, call_data(name, *values), sender=sender.address if sender else None)
    return tuple(decode(returned.split(",") if returned else [], w.engine.call(call)))


def act(w: World, actor: Actor, name: str, *values: Any, pay: int = 0) -> Receipt:
    """Sends a call that is encoded by the table."""
    return actor.sender.send(Call(w.dat.address, call_data(name, *values), pay, actor.address))


def emitted(w: World, receipt: Receipt, event: str) -> tuple[tuple[bytes, ...], tuple[Any, ...]]:
    """The indexed words and the decoded data of the one log of an event, as the table has it."""
    [(signature, (indexed, topic))] = [(each, row) for each, row in EVENTS.items() if each.startswith(f"{event}(")]
    [log] = [log for log in receipt.logs if log.address == w.dat.address and log.topics[0].hex() == topic]
    assert len(log.topics) == 1 + indexed
    return log.topics[1:], tuple(decode(kinds(signature)[indexed:], log.data))


def word(value: int | str) -> bytes:
    """A number or an address as a topic."""
    return (int(value, 16) if isinstance(value, str) else value).to_bytes(32, "big")


@pytest.mark.parametrize("signature", FUNCTIONS)
def test_every_function_answers_to_its_selector(w: World, signature: str) -> None:
    """Section 1: the selector is that of the table, and the contract knows it: it reads the arguments."""
    selector = bytes.fromhex(FUNCTIONS[signature][0])
    assert keccak(signature.encode())[:4] == selector
    assert dispatches(w, selector)


@pytest.mark.parametrize("signature", OURS)
def test_what_the_draft_does_not_name_is_there_as_well(w: World, signature: str) -> None:
    """Section 5: the signatures of this project's own functions."""
    assert dispatches(w, keccak(signature.encode())[:4])


def test_an_unknown_selector_is_not_answered(w: World) -> None:
    """So that the two tests above can fail."""
    assert not dispatches(w, bytes.fromhex("deadbeef"))


def dispatches(w: World, selector: bytes) -> bool:
    """Whether the code compares call data with this selector: PUSH4 and the four bytes stand in its dispatcher."""
    return b"\x63" + selector.lstrip(b"\0") in w.engine.code(w.dat.address)


@pytest.mark.parametrize("signature", EVENTS)
def test_every_topic_is_the_hash_of_its_signature(signature: str) -> None:
    """Section 1: the table itself."""
    assert keccak(signature.encode()).hex() == EVENTS[signature][1]


def test_the_interface_id_is_the_xor_of_nineteen_selectors(w: World) -> None:
    """Section 1: 0x2c0b686c, of all but the optional part."""
    xor = 0
    for selector, _ in list(FUNCTIONS.values())[:19]:
        xor ^= int(selector, 16)
    assert xor == 0x2C0B686C


@pytest.mark.parametrize(
    ("interface", "supported"),
    [
        ("d9b67a26", True),
        ("0e89341c", True),
        ("2c0b686c", True),
        ("2a55205a", True),
        ("49064906", True),
        ("01ffc9a7", True),
        ("80ac58cd", False),
        ("ffffffff", False),
        ("00000000", False),
    ],
)
def test_interfaces_are_advertised(w: World, interface: str, supported: bool) -> None:
    """Section 3: exactly these six, and never that of ERC-721."""
    assert w.dat.supports_interface(bytes.fromhex(interface)) is supported


def test_the_first_half_of_a_life_on_the_wire(w: World) -> None:
    """Section 1: classes, mint, views and usage, with events, returns and arguments as the tables have them."""
    controller, alice = w.controller, w.alice
    values = ("ipfs://m", HASH, 3, "ipfs://p")
    assert ask(w, "createClass", *values, sender=controller) == (2,)
    receipt = act(w, controller, "createClass", *values)
    assert emitted(w, receipt, "ClassCreated") == ((word(2),), ("ipfs://m", HASH))
    receipt = act(w, controller, "updateClassMetadata", 2, "ipfs://m2", METRIC)
    assert emitted(w, receipt, "MetadataUpdated") == ((word(2),), ("ipfs://m2", METRIC))
    receipt = act(w, controller, "updateClassPolicy", 2, "ipfs://p2")
    assert emitted(w, receipt, "ClassPolicyUpdated") == ((word(2),), ("ipfs://p2",))
    assert ask(w, "getClassMeta", 2) == ("ipfs://m2", METRIC, 3, "ipfs://p2")

    expiry, token = w.now + 1000, token_id_of(2, 1)
    values_ = (2, alice.address, 1_000, 2**40, expiry)
    assert ask(w, "mint", *values_, sender=controller) == (token,)
    receipt = act(w, controller, "mint", *values_)
    assert emitted(w, receipt, "Minted") == (
        (word(token), word(2)),
        (alice.address.lower(), 1_000, 2**32 - 1, expiry),
    )
    views = {"classOf": 2, "valueOf": 1_000, "shareRatioOf": 2**32 - 1, "expireAtOf": expiry}
    assert {view: ask(w, view, token)[0] for view in views} == views
    assert ask(w, "ownerOf", token) == (alice.address.lower(),)
    receipt = act(w, alice, "recordUsage", token, METRIC, 7)
    assert emitted(w, receipt, "UsageRecorded") == ((word(token),), (METRIC, 7, alice.address.lower()))


def test_the_second_half_of_a_life_on_the_wire(w: World) -> None:
    """Section 1: approvals, quota, money, transfers, a proof and the end."""
    alice, bob, usd = w.alice, w.bob, w.usd.address
    expiry = w.now + 1000
    token, other = w.mint(alice, quota=10, share=1, expire_at=expiry), w.mint(bob)
    receipt = act(w, alice, "approveForClass", 1, bob.address, True)
    approval = (word(alice.address), word(1), word(bob.address))
    assert emitted(w, receipt, "ApprovalForClass") == (approval, (True,))
    assert ask(w, "isApprovedForClass", alice.address, 1, bob.address) == (True,)
    receipt = act(w, bob, "transferValue", token, other, 4)
    assert emitted(w, receipt, "ValueTransferred") == ((word(token), word(other)), (4,))

    receipt = act(w, w.payer, "settleRevenueETH", 1, pay=500)
    assert emitted(w, receipt, "RevenueSettled") == ((word(1), word(0)), (500,))
    receipt = act(w, w.payer, "settleRevenueERC20", 1, usd, 60)
    assert emitted(w, receipt, "RevenueSettled") == ((word(1), word(usd)), (60,))
    assert (ask(w, "pendingRevenue", token, NATIVE), ask(w, "pendingRevenue", token, usd)) == ((500,), (60,))
    assert ask(w, "claim", token, usd, bob.address, sender=alice) == (60,)
    receipt = act(w, alice, "claim", token, usd, bob.address)
    assert emitted(w, receipt, "Claimed") == ((word(token), word(bob.address), word(usd)), (60,))

    receipt = act(w, w.controller, "addProof", token, HASH, "ipfs://proof", b"")
    assert emitted(w, receipt, "ProofAdded") == ((word(token),), (HASH, "ipfs://proof", b""))
    w.go_to(expiry + 1)
    receipt = act(w, alice, "transferToken", token, bob.address)
    assert emitted(w, receipt, "TransferToken") == ((word(token), word(alice.address), word(bob.address)), ())
    assert emitted(w, receipt, "Expired") == ((word(token),), ())


def test_the_contract_fits_on_every_chain(w: World) -> None:
    """EIP-170: at most 24,576 bytes of code, and EIP-3860: at most twice that to create it."""
    assert 0 < len(w.engine.code(w.dat.address)) < 24_576
    assert len(w.dat.creation()) < 49_152
