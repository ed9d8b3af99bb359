"""Provers and watchers play by themselves: nobody has to tell them what happened."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from lazai_py import LazAI
from lazai_py._chain.anvil import Anvil
from lazai_py._contract.bindings.optimistic_verifier import Collected, Proposed, Statement
from lazai_py._types import Wei, to_address
from lazai_py.disputes import Act, Defence, FraudProofs, Phase, Status, header
from lazai_py.errors import InvalidPrompt, NotDeployed, NotFinal, WrongLength
from lazai_py.networks import IntegerNetwork
from tests.disputes.lies import Liar, network_of, prompt_of, trace_of, with_lie, wrong_content
from tests.sdk.test_cli import Shell

COLLECTION = to_address("0x" + "c0" * 20)
IMAGES = 7


def lie(proofs: FraudProofs, network: IntegerNetwork, number: int) -> tuple[Proposed, Liar]:
    """Somebody proposes a true content with a lie in its trace."""
    honest = trace_of(network, prompt_of(network, IMAGES))
    trace = with_lie(honest, number, 0)
    statement = Statement(network.commitment, COLLECTION, prompt_of(network, IMAGES), honest.content or b"")
    intent = proofs.contract.propose(statement, header(network), trace.root, pay=proofs.bond)
    return intent.send(proofs.sender).only(Proposed), Liar(proofs.contract, trace)


def calls(acts: list[Act]) -> list[str]:
    """The names of what was called, none of it refused."""
    assert all(act.refusal is None for act in acts)
    return [act.intent.function.name for act in acts]


def test_a_true_result_becomes_final_by_itself(lz: LazAI, alice: LazAI, bob: LazAI, network: IntegerNetwork) -> None:
    """The window passes, a watcher finds nothing, and the bond comes back."""
    prompt = prompt_of(network, IMAGES).decode()
    proposed = alice.fraud_proofs.propose(network, prompt, collection=COLLECTION)
    prover, watcher = alice.fraud_proofs.prover(network), bob.watch(network)

    assert (watcher.step(), prover.step()) == ([], [])
    assert alice.fraud_proofs.status(proposed.statement_hash) is Status.PENDING
    with pytest.raises(NotFinal):
        alice.fraud_proofs.finalize(proposed.proposal_id)

    lz.chain.mine(alice.fraud_proofs.window + 1)
    assert alice.fraud_proofs.status(proposed.statement_hash) is Status.FINAL
    assert calls(prover.step()) == ["finalize"]
    assert prover.step() == []
    statement = Statement(network.commitment, COLLECTION, proposed.prompt, proposed.content)
    contract = alice.fraud_proofs.contract
    assert contract.verify(statement, b"")
    assert not contract.verify(statement, b"\0")
    assert not contract.verify(replace(statement, content=b"0" + statement.content[1:] + b"0"), b"")


def test_a_lie_in_the_trace_is_found_and_paid_for(lz: LazAI, alice: LazAI, bob: LazAI, network: IntegerNetwork) -> None:
    """The watcher needs the network and the chain, and starts anew before each move."""
    proposed, liar = lie(alice.fraud_proofs, network, 40)
    done: list[str] = []
    while done[-1:] != ["collect"]:
        done += calls(bob.anew().watch(network).step())
        move = liar.move(1, liar.contract.dispute_of(1))
        if move is not None:
            move.send(alice.sender)
            done.append(move.function.name)

    assert done == [
        *("challenge", "revealNodes", "pickNode", "revealNodes", "pickNeuron", "revealSums"),
        *("pickSegment", "refuteChunk", "collect"),
    ]
    assert bob.fraud_proofs.status(proposed.statement_hash) is Status.OVERTURNED
    bond = bob.fraud_proofs.bond.raw
    paid = [each for each in bob.fraud_proofs.table.events(0, Collected.TOPIC) if isinstance(each, Collected)]
    assert [(each.to, each.amount, each.burnt) for each in paid] == [(bob.address, bond + bond // 2, bond - bond // 2)]
    assert lz.engine.balance(liar.contract.address) == liar.contract.burnt() == bond - bond // 2


@pytest.mark.parametrize(("lie_at", "last"), [(0, "refuteChunk"), (17, "refuteChunk"), (99, "refuteBias")])
def test_a_lie_among_many_chunks_is_found(alice: LazAI, bob: LazAI, lie_at: int, last: str) -> None:
    """More chunks than one move cuts are cut twice; wherever the sums leave the truth, one step shows it."""
    wide = network_of(2_100, 4, 20)
    honest = trace_of(wide, prompt_of(wide, 1))
    trace = with_lie(honest, 66, 2)
    statement = Statement(wide.commitment, COLLECTION, prompt_of(wide, 1), honest.content or b"")
    contract, watcher = alice.fraud_proofs.contract, bob.watch(wide)
    contract.propose(statement, header(wide), trace.root, pay=alice.fraud_proofs.bond).send(alice.sender)
    liar, done = Liar(contract, trace, lie_at), calls(watcher.step())
    while (move := liar.move(1, contract.dispute_of(1))) is not None:
        move.send(alice.sender)
        done += calls(watcher.step())
    done += calls(watcher.step())

    assert done[-4:] == ["pickNeuron", "pickSegment", "pickSegment", last]
    assert contract.proposal_of(1).status == Status.OVERTURNED


def test_a_wrong_content_is_overturned_in_two_moves(alice: LazAI, bob: LazAI, network: IntegerNetwork) -> None:
    """Where the trace is right, it shows itself that the label is wrong."""
    prompt = prompt_of(network, IMAGES)
    content = wrong_content(trace_of(network, prompt)).decode()
    proposed = alice.fraud_proofs.propose(network, prompt.decode(), collection=COLLECTION, content=content)
    watcher = bob.watch(network)

    assert [each.proposal_id for each in watcher.wrong()] == [proposed.proposal_id]
    assert calls(watcher.step()) == ["challenge", "refuteLabel"]
    assert calls(watcher.step()) == ["collect"]
    assert watcher.step() == []


def test_a_silent_proposer_loses_by_the_clock(lz: LazAI, alice: LazAI, bob: LazAI, network: IntegerNetwork) -> None:
    """So does whoever commits to a trace that it does not have."""
    lie(alice.fraud_proofs, network, 3)
    watcher = bob.watch(network)
    assert calls(watcher.step()) == ["challenge"]
    assert watcher.step() == []

    lz.chain.mine(watcher.table.clock)
    assert calls(watcher.step()) == ["timeout"]
    assert calls(watcher.step()) == ["collect"]


def test_a_prover_answers_and_is_paid_by_whoever_was_wrong(
    lz: LazAI, alice: LazAI, bob: LazAI, network: IntegerNetwork
) -> None:
    """A challenger who has nothing to say loses by the clock."""
    prompt = prompt_of(network, IMAGES).decode()
    proposed = alice.fraud_proofs.propose(network, prompt, collection=COLLECTION)
    contract, bond = bob.fraud_proofs.contract, bob.fraud_proofs.bond
    contract.challenge(proposed.proposal_id, pay=bond).send(bob.sender)
    prover = alice.fraud_proofs.prover(network)
    assert calls(prover.step()) == ["revealNodes"]
    assert alice.fraud_proofs.status(proposed.statement_hash) is Status.CHALLENGED

    lz.chain.mine(prover.table.clock)
    assert calls(prover.step()) == ["timeout"]
    lz.chain.mine(prover.table.window)
    assert sorted(calls(prover.step())) == ["collect", "finalize"]
    assert lz.engine.balance(contract.address) == contract.burnt() == bond.raw - bond.raw // 2


def test_two_watchers_get_what_they_bonded(lz: LazAI, alice: LazAI, bob: LazAI, carol: LazAI) -> None:
    """The first to win is paid; the other, whose dispute has no object any more, gets its bond back."""
    network = IntegerNetwork.of([[[1], [2]]], [[0, 0]], [])
    alice.fraud_proofs.propose(network, "05", collection=COLLECTION, content="0")
    first, second = bob.watch(network), carol.watch(network)
    contract, bond = bob.fraud_proofs.contract, bob.fraud_proofs.bond.raw
    contract.challenge(1, pay=carol.fraud_proofs.bond).send(carol.sender)
    assert calls(first.step()) == ["challenge", "refuteLabel"]
    assert (calls(second.step()), calls(first.step())) == (["collect"], ["collect"])
    paid = [each for each in bob.fraud_proofs.table.events(0, Collected.TOPIC) if isinstance(each, Collected)]
    assert [(each.to, each.amount) for each in paid] == [(carol.address, bond), (bob.address, bond + bond // 2)]
    assert lz.engine.balance(contract.address) == contract.burnt()


def test_a_refusal_stops_nobody(lz: LazAI, alice: LazAI, bob: LazAI, network: IntegerNetwork) -> None:
    """What somebody else was faster with is noted, and the rest is done."""
    lie(alice.fraud_proofs, network, 3)
    watcher = bob.watch(network)
    watcher.step()
    lz.chain.mine(watcher.table.clock + 1)
    opened = watcher.table.challenges(0)[0]
    refused = watcher._try("timeout", opened.proposal_id, 99, watcher.table.contract.timeout(99))
    assert refused.refusal is not None
    assert calls(watcher.step()) == ["timeout"]


def test_what_cannot_be_proposed_is_refused_before(alice: LazAI, network: IntegerNetwork) -> None:
    """A prompt that is none, by the network; a content of another length, by the contract."""
    with pytest.raises(InvalidPrompt):
        alice.fraud_proofs.propose(network, "zz", collection=COLLECTION)
    with pytest.raises(WrongLength):
        alice.fraud_proofs.propose(network, "00" * 70, collection=COLLECTION, content="00")
    with pytest.raises(NotDeployed):
        alice.watch(network, verifier=COLLECTION)


def test_a_watcher_runs_for_some_blocks(lz: LazAI, alice: LazAI, bob: LazAI, network: IntegerNetwork) -> None:
    """It yields what it does, and looks again with each block."""
    lie(alice.fraud_proofs, network, 3)
    acts = bob.watch(network).run(blocks=1, poll=0.01)
    assert next(acts).what == "challenge"
    lz.chain.mine()
    assert list(acts) == []
    assert bob.fraud_proofs.contract.dispute_of(1).phase == Phase.NODES


def test_defences_speak_only_in_turn(alice: LazAI, network: IntegerNetwork) -> None:
    """Nothing is sent that the contract would refuse."""
    contract = alice.fraud_proofs.contract
    dispute = contract.dispute_of(1)
    assert Defence(contract, trace_of(network, prompt_of(network, 1))).move(1, dispute) is None


def test_the_command_line_watches(tmp_path: Path, network: IntegerNetwork) -> None:
    """`lazai watch` challenges what is wrong; with --dry-run it only says what that is."""
    file = tmp_path / "network.json"
    network.save(file)
    with Anvil() as anvil, LazAI.connect(anvil.url, account=anvil.accounts[1]) as lz:
        lz.deploy()
        prompt = prompt_of(network, 1)
        content = wrong_content(trace_of(network, prompt)).decode()
        lz.fraud_proofs.propose(network, prompt.decode(), collection=COLLECTION, content=content)
        shell = Shell(anvil.url, tmp_path)
        assert shell.json("--dry-run", "watch", file) == {"wrong": [1], "bond": str(Wei(10**16).raw)}
        ran = shell("--json", "watch", file, "--blocks", 1)
        acts = json.loads("[" + ran.stdout.decode().replace("}\n{", "},{") + "]")
        assert [each["call"] for each in acts] == ["challenge", "refuteLabel", "collect"]
        assert {(each["proposal"], each["refused"]) for each in acts} == {(1, None)}
        assert lz.fraud_proofs.get(1).status == Status.OVERTURNED
