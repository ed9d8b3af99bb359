"""The router from the SDK: terms, derivations, payments, flows, pots and the lineage as a graph."""

from __future__ import annotations

from datetime import timedelta
from importlib.util import find_spec
from xml.etree import ElementTree as ET

import pytest

from lazai_py import LazAI, ether, wei
from lazai_py._chain.engine import Call
from lazai_py._types import NATIVE, Address
from lazai_py.dat import DatClass
from lazai_py.erc20 import Erc20Asset
from lazai_py.errors import (
    ChangeAnnounced,
    ConsentMissing,
    InputError,
    InvalidAmount,
    LineageLoop,
    MissingDependency,
    NotController,
    PartTooSmall,
    UnknownTerms,
)
from lazai_py.market import (
    Allowance,
    Derivation,
    Parent,
    Payee,
    PendingTerms,
    Permission,
    Pots,
    Purpose,
    Terms,
)

SERVICE = Address("0x" + "51" * 20)


@pytest.fixture
def family(lz: LazAI) -> list[DatClass]:
    """Two datasets, a model of both, and a model that was tuned from that; only datasets are open."""
    digits, letters, model, tuned = (
        lz.dat.create_class({"name": name}) for name in ("digits", "letters", "model", "tuned")
    )
    for each in (digits, letters):
        lz.router.set_derivation(each, Permission.OPEN, least_bps=100)
    lz.router.consent(model, tuned, least_bps=1_000, purposes=Purpose.FINE_TUNE)
    lz.router.set_terms(model, service=(SERVICE, 1_000), parents=[Parent(digits, 2_000), Parent(letters, 500)])
    lz.router.set_terms(tuned, parents=[Parent(model, 3_000, Purpose.FINE_TUNE)])
    return [digits, letters, model, tuned]


# --- terms ---


def test_a_class_begins_with_everything_to_its_holders(lz: LazAI, cls: DatClass) -> None:
    """As version 0, and nothing is on its way."""
    assert lz.router.terms(cls) == Terms(0, 10_000)
    assert lz.router.pending_terms(cls) is None


def test_first_terms_are_in_force_at_once(lz: LazAI, cls: DatClass) -> None:
    """What nobody is given is the holders'; they read as one line."""
    done = lz.router.set_terms(cls, service=(SERVICE, 1_000), rev_share=(lz, 550), treasury=(lz.address, 25))

    expected = Terms(1, 8_425, Payee(SERVICE, 1_000), Payee(lz.address, 550), Payee(lz.address, 25))
    assert done == expected
    assert lz.router.terms(cls.id) == expected
    assert str(done) == "service 10 %, RevShare 5.5 %, treasury 0.25 %, holders 84.25 %"


def test_a_change_is_announced(lz: LazAI, cls: DatClass) -> None:
    """And readable with its time before it is in force."""
    lz.router.set_terms(cls, service=(SERVICE, 1_000))

    done = lz.router.set_terms(cls, service=(SERVICE, 2_000))

    assert isinstance(done, PendingTerms)
    assert lz.router.pending_terms(cls) == done
    assert lz.router.terms(cls).version == 1
    with pytest.raises(ChangeAnnounced) as refused:
        lz.router.set_terms(cls)
    assert refused.value.effective_at == done.effective_at
    lz.chain.advance(timedelta(days=7))
    assert lz.router.terms(cls) == done.terms
    assert lz.router.terms(cls, 1).service == Payee(SERVICE, 1_000)
    with pytest.raises(UnknownTerms):
        lz.router.terms(cls, 3)


def test_more_than_the_whole_is_refused_before_anything_is_asked(lz: LazAI, cls: DatClass) -> None:
    """With how much it was."""
    with pytest.raises(InputError, match="10001 basis points"):
        lz.router.set_terms(cls, service=(SERVICE, 10_000), treasury=(lz, 1))


def test_only_the_controller_sets_terms(lz: LazAI, bob: LazAI, cls: DatClass) -> None:
    """Others are refused before anything is sent."""
    with pytest.raises(NotController):
        bob.router.set_terms(cls)


# --- lineage ---


def test_parents_that_are_not_named_stay_as_they_were(lz: LazAI, family: list[DatClass]) -> None:
    """Only what changes is named, and new ones come last."""
    digits, letters, model, _ = family
    music = lz.dat.create_class({"name": "music"})
    lz.router.set_derivation(music, Permission.OPEN)

    done = lz.router.set_terms(model, parents=[Parent(music, 50), Parent(letters, 100)])

    assert isinstance(done, PendingTerms)
    assert done.terms.parents == (Parent(digits.id, 2_000), Parent(letters.id, 100), Parent(music.id, 50))
    lz.chain.advance(timedelta(days=7))
    with pytest.raises(PartTooSmall) as refused:
        lz.router.set_terms(model, parents=[Parent(letters, 99)])
    assert (refused.value.parent_id, refused.value.bps, refused.value.least_bps) == (letters.id, 99, 100)


def test_a_parent_is_asked_and_consents(lz: LazAI, bob: LazAI, family: list[DatClass]) -> None:
    """Without its consent nobody derives from a class that is not open."""
    model = family[2]
    his = bob.dat.create_class({"name": "his"})
    assert lz.router.derivation(model) == Allowance(Permission.BY_REQUEST, 0, Purpose(0))
    with pytest.raises(ConsentMissing):
        bob.router.set_terms(his, parents=[Parent(model, 1)])

    asked = bob.router.request(his, model, bps=200, purposes=Purpose.EVALUATE)
    lz.router.consent(model, his, least_bps=200, purposes=Purpose.EVALUATE)
    bob.router.set_terms(his, parents=[Parent(model, 200, Purpose.EVALUATE)])

    (event,) = asked.events
    assert (event.class_id, event.parent_id, event.bps) == (his.id, model.id, 200)  # type: ignore[attr-defined]
    assert lz.router.terms(his).parents == (Parent(model.id, 200, Purpose.EVALUATE),)


def test_a_loop_is_refused(lz: LazAI, family: list[DatClass]) -> None:
    """By the chain, which needs no search for it."""
    digits, _, _, tuned = family
    lz.router.set_derivation(tuned, Permission.OPEN)
    with pytest.raises(LineageLoop):
        lz.router.set_terms(digits, parents=[Parent(tuned, 1)])


def test_a_lineage_is_a_graph(lz: LazAI, family: list[DatClass]) -> None:
    """Of ancestors and descendants, with the parts by the terms in force and what was accepted."""
    digits, letters, model, tuned = (each.id for each in family)
    edges = (
        Derivation(model, digits, 2_000, 100, Purpose.TRAIN),
        Derivation(model, letters, 500, 100, Purpose.TRAIN),
        Derivation(tuned, model, 3_000, 1_000, Purpose.FINE_TUNE),
    )

    graph = lz.lineage(model)

    assert [(each.id, each.name, each.rank) for each in graph] == [
        (digits, "digits", 0),
        (letters, "letters", 0),
        (model, "model", 1),
        (tuned, "tuned", 2),
    ]
    assert graph.derivations == edges
    assert (graph.parents_of(model), graph.children_of(model)) == (edges[:2], edges[2:])
    assert graph.upstream() == (model, letters, digits)
    assert len(graph) == 4
    assert graph[model].terms == lz.router.terms(model)
    # Of a dataset, what was made from it, and not what else that was made from.
    assert {each.id for each in lz.lineage(digits)} == {digits, model, tuned}


def test_a_lineage_reads_as_a_tree(lz: LazAI, family: list[DatClass]) -> None:
    """In a terminal, what was shown before is not unfolded again."""
    digits, _, model, tuned = family
    lz.chain.advance(timedelta(days=7))
    lz.router.set_terms(tuned, parents=[Parent(digits, 100)])
    lz.chain.advance(timedelta(days=7))

    assert str(lz.lineage(tuned)).splitlines() == [
        f"{tuned.id} tuned",
        f"  {digits.id} digits  1 % train",
        f"  {model.id} model  30 % fine-tune",
        f"    {digits.id} digits ...  20 % train",
        f"    {family[1].id} letters  5 % train",
    ]


def test_a_lineage_is_drawn(lz: LazAI, family: list[DatClass]) -> None:
    """As a well-formed SVG with a box for each class and a line for each derivation; names are escaped."""
    odd = lz.dat.create_class({"name": "<b>&a long name that does not fit"})
    lz.router.set_terms(odd, parents=[Parent(family[0], 100)])

    drawn = ET.fromstring(lz.lineage(family[0])._repr_svg_())

    space = "{http://www.w3.org/2000/svg}"
    assert len(drawn.findall(f".//{space}rect")) == 4
    assert len(drawn.findall(f".//{space}line")) == 3
    titles = [title.text for title in drawn.iter(f"{space}title")]
    assert f"{odd.id} <b>&a long name that does not fit" in titles
    corners = {(each.get("x"), each.get("y")) for each in drawn.iter(f"{space}rect")}
    assert len(corners) == 4


def test_a_class_alone_is_a_lineage(lz: LazAI, cls: DatClass) -> None:
    """Of one, without a name where another vault has it."""
    alone = lz.anew().lineage(cls)

    assert [each.id for each in alone] == [cls.id]
    assert alone.derivations == ()
    assert lz.anew(vault=type(lz.vault)()).lineage(cls)[cls.id].name == ""


def test_a_lineage_becomes_a_networkx_graph(lz: LazAI, family: list[DatClass]) -> None:
    """Where networkx is installed; otherwise the error says how to get it."""
    lineage = lz.lineage(family[3])
    if find_spec("networkx") is None:
        with pytest.raises(MissingDependency, match="lineage"):
            lineage.to_networkx()
        return

    graph = lineage.to_networkx()

    assert set(graph.edges) == {(each.child, each.parent) for each in lineage.derivations}
    assert graph.nodes[family[2].id]["name"] == "model"
    assert graph.edges[family[3].id, family[2].id]["bps"] == 3_000


# --- money ---


def test_a_payment_reaches_the_third_generation(lz: LazAI, alice: LazAI, family: list[DatClass]) -> None:
    """One hop at once, the rest when anybody lets it flow; every part is exact."""
    digits, letters, model, tuned = family
    tokens = [each.mint(alice, share=1) for each in family]

    assert lz.router.pay(tuned, ether(1)) == ether(1)
    assert lz.router.pots(model) == Pots(ether("0.3"), wei(0), wei(0))
    assert alice.router.flow_up(tuned) == {
        model.id: ether("0.3"),
        digits.id: ether("0.06"),
        letters.id: ether("0.015"),
    }
    assert alice.router.flow_up(tuned) == {}

    assert [token.pending() for token in tokens] == [
        ether("0.06"), ether("0.015"), ether("0.195"), ether("0.7"),
    ]  # fmt: skip
    assert lz.router.owed(SERVICE) == ether("0.03")
    assert {lz.router.pots(each).received for each in (digits, letters, model)} == {wei(0)}


def test_pots_are_opened_once(lz: LazAI, family: list[DatClass], usdc: Erc20Asset) -> None:
    """Those of the class, of two parents and of its service; whoever does it again pays for none."""
    opened, again = (lz.router.open_pots(family[2], asset=usdc.address).receipt.gas_used for _ in range(2))

    assert opened - again >= 4 * 17_000
    assert lz.router.pots(family[2], asset=usdc.address) == Pots(usdc.raw(0), usdc.raw(0), usdc.raw(0))


def test_an_erc20_is_allowed_and_paid(lz: LazAI, family: list[DatClass], usdc: Erc20Asset) -> None:
    """Exactly what is paid is allowed, in the same call."""
    digits, _, model, _ = family

    assert lz.router.pay(model, usdc.amount("10")) == usdc.amount("10")

    assert usdc.allowance(lz.address, lz.router.address) == usdc.raw(0)
    assert lz.router.owed(SERVICE, asset=usdc.address) == usdc.amount("1")
    pots = lz.router.pots(model, asset=usdc.address)
    assert (pots.received, pots.held) == (usdc.raw(0), usdc.amount("6.5"))
    token = digits.mint(lz, share=1)
    moved = lz.router.flow(digits, model, asset=usdc.address)
    assert moved == {digits.id: usdc.amount("2")}
    assert lz.dat.token(token.id).pending(asset=usdc.address) == usdc.amount("2")


def test_what_is_owed_is_claimed(lz: LazAI, alice: LazAI, bob: LazAI, cls: DatClass) -> None:
    """By anyone to the account, and by the account to where it likes."""
    lz.router.set_terms(cls, service=(alice, 5_000))
    lz.router.pay(cls, ether(2))
    before = alice.balance()

    assert bob.router.claim(alice) == ether(1)
    assert alice.balance() == before + ether(1)
    assert bob.router.claim(alice) == wei(0)

    lz.router.pay(cls, ether(2))
    before = bob.balance()
    assert alice.router.claim(to=bob) == ether(1)
    assert bob.balance() == before + ether(1)
    assert alice.router.owed() == wei(0)


def test_an_inlet_takes_plain_transfers(lz: LazAI, cls: DatClass) -> None:
    """So royalties reach the class; an empty one is no error."""
    lz.router.set_terms(cls, service=(SERVICE, 5_000))
    inlet = lz.router.inlet(cls)
    cls.set_royalty(inlet, bps=500)
    lz.sender.send(Call(inlet, value=ether(1).raw, sender=lz.address))

    assert lz.router.flush(cls) == ether(1)

    assert lz.router.owed(SERVICE) == ether("0.5")
    assert lz.router.flush(cls) == wei(0)


def test_an_amount_without_a_unit_is_refused(lz: LazAI, cls: DatClass) -> None:
    """Nobody can say what 5 is."""
    with pytest.raises(InvalidAmount):
        lz.router.pay(cls, 5)  # type: ignore[arg-type]


def test_a_payment_can_be_planned(lz: LazAI, family: list[DatClass]) -> None:
    """With all that it would make known."""
    plan = lz.router.pay.plan(family[2], ether(1))

    assert plan.failure is None
    assert plan.effects is not None
    assert [type(event).__name__ for event in plan.effects] == ["Owed", "PassedUp", "PassedUp", "Paid", "HoldersWait"]


def test_the_router_says_where_it_is(lz: LazAI) -> None:
    """It is the deployment's, and one noun a connection."""
    assert lz.router is lz.router
    assert lz.router.address == lz.deployment["RevenueRouter"].address
    assert repr(lz.router) == f"Router({lz.router.address})"
    assert lz.router.owed(NATIVE) == wei(0)
