"""OptimisticVerifier, typed.

Generated from `contracts/verification/OptimisticVerifier.sol` by `scripts/build.py`: do not edit.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from lazai_py._contract.abi import Event, Function, Kind, Parameter, Struct
from lazai_py._contract.contract import Contract
from lazai_py._contract.intent import Intent, Sent
from lazai_py._types import Address, Wei


@dataclass(frozen=True, slots=True)
class Dispute(Struct):
    """The struct `Dispute`."""

    KINDS: ClassVar[tuple[Kind, ...]] = (
        "uint256",
        "address",
        "uint8",
        "uint256",
        "uint256",
        "uint256",
        "uint256",
        "uint256",
        "bytes32",
        "uint256",
        "uint256",
        "uint256",
        "int32",
        "int32",
    )

    proposal_id: int
    challenger: Address
    phase: int
    proposer_left: int
    challenger_left: int
    since: int
    level: int
    number: int
    node: bytes
    neuron: int
    from_: int
    to: int
    before: int
    end: int


@dataclass(frozen=True, slots=True)
class Network(Struct):
    """The struct `Network`."""

    KINDS: ClassVar[tuple[Kind, ...]] = ("uint32[]", "uint8[]", "bytes32[]", "bytes32[]")

    sizes: tuple[int, ...]
    shifts: tuple[int, ...]
    weight_roots: tuple[bytes, ...]
    bias_roots: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Subject(Struct):
    """The struct `Subject`."""

    KINDS: ClassVar[tuple[Kind, ...]] = ("address", "bytes32", "bytes32", Network)

    collection: Address
    prompt_hash: bytes
    content_hash: bytes
    network: Network


@dataclass(frozen=True, slots=True)
class Leaf(Struct):
    """The struct `Leaf`."""

    KINDS: ClassVar[tuple[Kind, ...]] = ("uint256", "bytes32", "bytes32[]")

    number: int
    content: bytes
    opening: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Proposal(Struct):
    """The struct `Proposal`."""

    KINDS: ClassVar[tuple[Kind, ...]] = ("address", "uint256", "uint256", "uint256", "bytes32", "bytes32", "uint8")

    proposer: Address
    last_block: int
    open: int
    leaves: int
    statement_hash: bytes
    trace: bytes
    status: int


@dataclass(frozen=True, slots=True)
class Statement(Struct):
    """The struct `Statement`."""

    KINDS: ClassVar[tuple[Kind, ...]] = ("bytes32", "address", "bytes", "bytes")

    commitment: bytes
    collection: Address
    prompt: bytes
    content: bytes


@dataclass(frozen=True, slots=True)
class Rival(Struct):
    """The struct `Rival`."""

    KINDS: ClassVar[tuple[Kind, ...]] = ("uint256", "uint256", Leaf, Leaf)

    image: int
    output: int
    said: Leaf
    found: Leaf


@dataclass(frozen=True, slots=True)
class ChallengeLost(Event):
    """The proposer won a dispute.

    Solidity: `ChallengeLost(uint256,uint256)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("887aab8ca24bf41c19bfacbd592e5c9b0b94db4fd232ba76396ddb777743e180")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("disputeId", "uint256", indexed=True),
        Parameter("proposalId", "uint256", indexed=True),
    )

    dispute_id: int
    proposal_id: int


@dataclass(frozen=True, slots=True)
class ChallengeOpened(Event):
    """Somebody bonded that a proposal is wrong.

    Solidity: `ChallengeOpened(uint256,uint256,address)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("3697894ec66a38c058ce9710530679f02ee820632ee202a905c2c307eda4258e")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("proposalId", "uint256", indexed=True),
        Parameter("disputeId", "uint256", indexed=True),
        Parameter("challenger", "address", indexed=True),
    )

    proposal_id: int
    dispute_id: int
    challenger: Address


@dataclass(frozen=True, slots=True)
class Collected(Event):
    """The money of a dispute was paid out.

    Solidity: `Collected(uint256,address,uint256,uint256)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("e985bb809569e1ab693b8d0a44015cb780fa698a4b16df55472d8eeffa185b39")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("disputeId", "uint256", indexed=True),
        Parameter("to", "address", indexed=True),
        Parameter("amount", "uint256"),
        Parameter("burnt", "uint256"),
    )

    dispute_id: int
    to: Address
    amount: int
    burnt: int


@dataclass(frozen=True, slots=True)
class Finalized(Event):
    """A proposal is final, and its bond is back with its proposer.

    Solidity: `Finalized(uint256,bytes32,address)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("8a55cc9b7a6e561b4db74834d3f5dbbe1150d235f3dd15b521585aec8026ea4a")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("proposalId", "uint256", indexed=True),
        Parameter("statementHash", "bytes32", indexed=True),
        Parameter("proposer", "address"),
    )

    proposal_id: int
    statement_hash: bytes
    proposer: Address


@dataclass(frozen=True, slots=True)
class NeuronPicked(Event):
    """The challenger picked a value of a leaf: what a neuron of its layer is said to put out.

    Solidity: `NeuronPicked(uint256,uint256,uint256,int32)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("7af535f4ba3b341cc0e06f3f12ba03b769f8aacec3747cafa5e00ecff38ead80")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("disputeId", "uint256", indexed=True),
        Parameter("leaf", "uint256"),
        Parameter("neuron", "uint256"),
        Parameter("value", "int32"),
    )

    dispute_id: int
    leaf: int
    neuron: int
    value: int


@dataclass(frozen=True, slots=True)
class NodePicked(Event):
    """The challenger picked a node.

    Solidity: `NodePicked(uint256,uint256,uint256,bytes32)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("da5f2234d34a7764dd492f6134445e89bc8e70bd67286a6b8d63271adfad66cf")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("disputeId", "uint256", indexed=True),
        Parameter("level", "uint256"),
        Parameter("number", "uint256"),
        Parameter("node", "bytes32"),
    )

    dispute_id: int
    level: int
    number: int
    node: bytes


@dataclass(frozen=True, slots=True)
class NodesRevealed(Event):
    """The proposer showed what lies under the node in question.

    Solidity: `NodesRevealed(uint256,bytes32[])`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("4c1fd9fa392a9ebad90cd5b7b6c047fd8fa8976cddb459034b3ea169a2d6156d")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("disputeId", "uint256", indexed=True),
        Parameter("nodes", "bytes32[]"),
    )

    dispute_id: int
    nodes: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class ProposalOverturned(Event):
    """A proposal fell: the challenger of this dispute won it.

    Solidity: `ProposalOverturned(uint256,bytes32,uint256)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("35775e84e9facf15390dec899d47153c0e06cffaa7671c2f9cc66d31d7337734")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("proposalId", "uint256", indexed=True),
        Parameter("statementHash", "bytes32", indexed=True),
        Parameter("disputeId", "uint256", indexed=True),
    )

    proposal_id: int
    statement_hash: bytes
    dispute_id: int


@dataclass(frozen=True, slots=True)
class Proposed(Event):
    """A result is bonded from now on.

    Solidity: `Proposed(uint256,bytes32,bytes32,address,address,bytes,bytes,bytes32,uint256)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("bf19f8f054c4b9a6208436d4cde7ad8308af1b30ec2040a5e9e41b4f0b433df4")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("proposalId", "uint256", indexed=True),
        Parameter("statementHash", "bytes32", indexed=True),
        Parameter("commitment", "bytes32", indexed=True),
        Parameter("proposer", "address"),
        Parameter("collection", "address"),
        Parameter("prompt", "bytes"),
        Parameter("content", "bytes"),
        Parameter("trace", "bytes32"),
        Parameter("lastBlock", "uint256"),
    )

    proposal_id: int
    statement_hash: bytes
    commitment: bytes
    proposer: Address
    collection: Address
    prompt: bytes
    content: bytes
    trace: bytes
    last_block: int


@dataclass(frozen=True, slots=True)
class SegmentPicked(Event):
    """The challenger picked a segment.

    Solidity: `SegmentPicked(uint256,uint256,uint256,int32,int32)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("65e233f9358cc3ba0d711bc88231ebb4a7427e1155f1f4c34c0d4dde795f5589")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("disputeId", "uint256", indexed=True),
        Parameter("from", "uint256"),
        Parameter("to", "uint256"),
        Parameter("before", "int32"),
        Parameter("end", "int32"),
    )

    dispute_id: int
    from_: int
    to: int
    before: int
    end: int


@dataclass(frozen=True, slots=True)
class SumsRevealed(Event):
    """The proposer showed partial sums, four bytes each.

    Solidity: `SumsRevealed(uint256,bytes)`
    """

    TOPIC: ClassVar[bytes] = bytes.fromhex("f68b104d34ad7daba2c0842dffdb48d55c46f0cadf42b445d7794634633d5177")
    INPUTS: ClassVar[tuple[Parameter, ...]] = (
        Parameter("disputeId", "uint256", indexed=True),
        Parameter("sums", "bytes"),
    )

    dispute_id: int
    sums: bytes


_BOND: Function[int] = Function("BOND", bytes.fromhex("c1c1d218"), outputs=(Parameter("", "uint256"),))
_CLOCK: Function[int] = Function("CLOCK", bytes.fromhex("3d172e18"), outputs=(Parameter("", "uint256"),))
_WINDOW: Function[int] = Function("WINDOW", bytes.fromhex("a53e5412"), outputs=(Parameter("", "uint256"),))
_BURNT: Function[int] = Function("burnt", bytes.fromhex("b192da2d"), outputs=(Parameter("", "uint256"),))
_CHALLENGE: Function[int] = Function(
    "challenge",
    bytes.fromhex("ab82d9a0"),
    inputs=(Parameter("proposalId", "uint256"),),
    outputs=(Parameter("disputeId", "uint256"),),
)
_COLLECT: Function[int] = Function(
    "collect",
    bytes.fromhex("ce3f865f"),
    inputs=(Parameter("disputeId", "uint256"),),
    outputs=(Parameter("amount", "uint256"),),
)
_DISPUTE_COUNT: Function[int] = Function("disputeCount", bytes.fromhex("a28889e1"), outputs=(Parameter("", "uint256"),))
_DISPUTE_OF: Function[Dispute] = Function(
    "disputeOf",
    bytes.fromhex("b1eb0fb7"),
    inputs=(Parameter("disputeId", "uint256"),),
    outputs=(Parameter("dispute", Dispute),),
)
_FINALIZE: Function[None] = Function(
    "finalize", bytes.fromhex("05261aea"), inputs=(Parameter("proposalId", "uint256"),)
)
_PICK_NEURON: Function[None] = Function(
    "pickNeuron",
    bytes.fromhex("01c5f87d"),
    inputs=(
        Parameter("disputeId", "uint256"),
        Parameter("subject", Subject),
        Parameter("leaf", Leaf),
        Parameter("place", "uint256"),
    ),
)
_PICK_NODE: Function[None] = Function(
    "pickNode",
    bytes.fromhex("88a916f2"),
    inputs=(
        Parameter("disputeId", "uint256"),
        Parameter("number", "uint256"),
        Parameter("node", "bytes32"),
        Parameter("opening", "bytes32[]"),
    ),
)
_PICK_SEGMENT: Function[None] = Function(
    "pickSegment",
    bytes.fromhex("851c2ba8"),
    inputs=(Parameter("disputeId", "uint256"), Parameter("sums", "bytes"), Parameter("segment", "uint256")),
)
_PROPOSAL_COUNT: Function[int] = Function(
    "proposalCount", bytes.fromhex("da35c664"), outputs=(Parameter("", "uint256"),)
)
_PROPOSAL_OF: Function[Proposal] = Function(
    "proposalOf",
    bytes.fromhex("36e52ccc"),
    inputs=(Parameter("proposalId", "uint256"),),
    outputs=(Parameter("proposal", Proposal),),
)
_PROPOSE: Function[int] = Function(
    "propose",
    bytes.fromhex("8e881694"),
    inputs=(Parameter("statement", Statement), Parameter("network", Network), Parameter("trace", "bytes32")),
    outputs=(Parameter("proposalId", "uint256"),),
)
_REFUTE_BIAS: Function[None] = Function(
    "refuteBias",
    bytes.fromhex("a4497ab3"),
    inputs=(
        Parameter("disputeId", "uint256"),
        Parameter("subject", Subject),
        Parameter("bias", "int32"),
        Parameter("opening", "bytes32[]"),
    ),
)
_REFUTE_CHUNK: Function[None] = Function(
    "refuteChunk",
    bytes.fromhex("68d1eacc"),
    inputs=(
        Parameter("disputeId", "uint256"),
        Parameter("weights", "bytes32"),
        Parameter("weightsOpening", "bytes32[]"),
        Parameter("inputs", "bytes32"),
        Parameter("inputsOpening", "bytes32[]"),
    ),
)
_REFUTE_INPUT: Function[None] = Function(
    "refuteInput",
    bytes.fromhex("d9b4320c"),
    inputs=(
        Parameter("disputeId", "uint256"),
        Parameter("subject", Subject),
        Parameter("prompt", "bytes"),
        Parameter("leaf", Leaf),
    ),
)
_REFUTE_LABEL: Function[None] = Function(
    "refuteLabel",
    bytes.fromhex("2c004971"),
    inputs=(
        Parameter("disputeId", "uint256"),
        Parameter("subject", Subject),
        Parameter("content", "bytes"),
        Parameter("rival", Rival),
    ),
)
_REVEAL_NODES: Function[None] = Function(
    "revealNodes",
    bytes.fromhex("3526cfab"),
    inputs=(Parameter("disputeId", "uint256"), Parameter("nodes", "bytes32[]")),
)
_REVEAL_SUMS: Function[None] = Function(
    "revealSums", bytes.fromhex("95744abb"), inputs=(Parameter("disputeId", "uint256"), Parameter("sums", "bytes"))
)
_STATUS_OF: Function[int] = Function(
    "statusOf",
    bytes.fromhex("c7df14e2"),
    inputs=(Parameter("statementHash", "bytes32"),),
    outputs=(Parameter("status", "uint8"),),
)
_TIMEOUT: Function[None] = Function("timeout", bytes.fromhex("08148f7a"), inputs=(Parameter("disputeId", "uint256"),))
_VERIFY: Function[bool] = Function(
    "verify",
    bytes.fromhex("a7e08be8"),
    inputs=(Parameter("statement", Statement), Parameter("proof", "bytes")),
    outputs=(Parameter("valid", "bool"),),
)


class OptimisticVerifier(Contract):
    """This file is the judge: each function executes one step, and finds against the proposer or not at
    all.
    """

    NAME = "OptimisticVerifier"
    EVENTS = (
        ChallengeLost,
        ChallengeOpened,
        Collected,
        Finalized,
        NeuronPicked,
        NodePicked,
        NodesRevealed,
        ProposalOverturned,
        Proposed,
        SegmentPicked,
        SumsRevealed,
    )
    CONSTRUCTOR = (Parameter("window", "uint256"), Parameter("clock", "uint256"), Parameter("bond", "uint256"))

    @classmethod
    def creation(cls, window: int, clock: int, bond: int) -> bytes:
        """The code that creates the contract, with its arguments."""
        return cls._creation(window, clock, bond)

    def bond(self) -> int:
        """What a proposal and a challenge are bonded with, in the smallest unit of the native coin."""
        return self._view(_BOND)

    def clock(self) -> int:
        """How many blocks each side of a dispute has for all its moves together."""
        return self._view(_CLOCK)

    def window(self) -> int:
        """In how many blocks after its own a proposal can be challenged."""
        return self._view(_WINDOW)

    def burnt(self) -> int:
        """What of all bonds was burnt so far: it stays here for good."""
        return self._view(_BURNT)

    def challenge(self, proposal_id: int, *, pay: Wei) -> Intent[Sent]:
        """Bonds that a proposal is wrong.

        Any number of disputes about one proposal run side by side.

        Parameters:
            pay: the native coin to send along.

        A plan's result:
            dispute_id: counts from 1.
        """
        return self._intent(_CHALLENGE, proposal_id, pay=pay)

    def collect(self, dispute_id: int) -> Intent[Sent]:
        """Pays out a dispute that is over; anyone may call it.

        The winner gets its bond and half of the loser's; whoever challenged a proposal that fell in another
        dispute gets its bond.

        A plan's result:
            amount: what was paid.
        """
        return self._intent(_COLLECT, dispute_id)

    def dispute_count(self) -> int:
        """How many disputes there ever were; they are numbered from 1."""
        return self._view(_DISPUTE_COUNT)

    def dispute_of(self, dispute_id: int) -> Dispute:
        """A dispute."""
        return self._view(_DISPUTE_OF, dispute_id)

    def finalize(self, proposal_id: int) -> Intent[Sent]:
        """Pays the bond of a final proposal back to its proposer; anyone may call it."""
        return self._intent(_FINALIZE, proposal_id)

    def pick_neuron(self, dispute_id: int, subject: Subject, leaf: Leaf, place: int) -> Intent[Sent]:
        """As the challenger: picks one value of a revealed leaf that is not of the inputs.

        Where no neuron is at that place, and something is, that decides the dispute.

        Parameters:
            place: which byte, or in the last layer which group of four.
        """
        return self._intent(_PICK_NEURON, dispute_id, subject, leaf, place)

    def pick_node(self, dispute_id: int, number: int, node: bytes, opening: Sequence[bytes]) -> Intent[Sent]:
        """As the challenger: picks one of the revealed nodes.

        Parameters:
            number: its number on its level, in the whole trace.
            opening: from the node upwards to below the node in question.
        """
        return self._intent(_PICK_NODE, dispute_id, number, node, opening)

    def pick_segment(self, dispute_id: int, sums: bytes, segment: int) -> Intent[Sent]:
        """As the challenger: picks a segment.

        Parameters:
            sums: what was revealed, as it was.
        """
        return self._intent(_PICK_SEGMENT, dispute_id, sums, segment)

    def proposal_count(self) -> int:
        """How many proposals there ever were; they are numbered from 1."""
        return self._view(_PROPOSAL_COUNT)

    def proposal_of(self, proposal_id: int) -> Proposal:
        """A proposal."""
        return self._view(_PROPOSAL_OF, proposal_id)

    def propose(self, statement: Statement, network: Network, trace: bytes, *, pay: Wei) -> Intent[Sent]:
        """Bonds a result.

        Anyone may, for any statement, also for one that was proposed before.

        Parameters:
            statement: `prompt` and `content` are what docs/networks.md says; only their lengths are checked
                here.
            network: the preimage of `statement.commitment`.
            trace: the root over the trace; see docs/disputes.md.
            pay: the native coin to send along.

        A plan's result:
            proposal_id: counts from 1.
        """
        return self._intent(_PROPOSE, statement, network, trace, pay=pay)

    def refute_bias(self, dispute_id: int, subject: Subject, bias: int, opening: Sequence[bytes]) -> Intent[Sent]:
        """As the challenger: the sum before the first chunk is not the neuron's bias, or that is out of its
        bounds.
        """
        return self._intent(_REFUTE_BIAS, dispute_id, subject, bias, opening)

    def refute_chunk(
        self,
        dispute_id: int,
        weights: bytes,
        weights_opening: Sequence[bytes],
        inputs: bytes,
        inputs_opening: Sequence[bytes],
    ) -> Intent[Sent]:
        """As the challenger: the sum after the one chunk left is not the sum before and its 32 products, or
        the chunk has a weight out of its bounds.

        Parameters:
            weights: the chunk, with its opening to the root over the layer's weights.
            inputs: the leaf of the layer below that it is multiplied by, with its opening to the root of
                the trace.
        """
        return self._intent(_REFUTE_CHUNK, dispute_id, weights, weights_opening, inputs, inputs_opening)

    def refute_input(self, dispute_id: int, subject: Subject, prompt: bytes, leaf: Leaf) -> Intent[Sent]:
        """As the challenger: a revealed leaf of the inputs is not what the prompt says there."""
        return self._intent(_REFUTE_INPUT, dispute_id, subject, prompt, leaf)

    def refute_label(self, dispute_id: int, subject: Subject, content: bytes, rival: Rival) -> Intent[Sent]:
        """As the challenger, at any time while the dispute is open: the label of an image in the content is no
        label of the network (then only `rival.image` matters), or has a rival that it should have lost to.
        """
        return self._intent(_REFUTE_LABEL, dispute_id, subject, content, rival)

    def reveal_nodes(self, dispute_id: int, nodes: Sequence[bytes]) -> Intent[Sent]:
        """As the proposer: shows what lies five levels under the node in question, or, where the leaves are no
        further than that, the contents of the leaves under it.
        """
        return self._intent(_REVEAL_NODES, dispute_id, nodes)

    def reveal_sums(self, dispute_id: int, sums: bytes) -> Intent[Sent]:
        """As the proposer: shows partial sums of the neuron in question: before the first, between every two
        and after the last of the segments that its chunks in question are cut into, at most 64 of one
        length, the last one maybe shorter.

        Parameters:
            sums: four bytes each, big-endian two's complement.
        """
        return self._intent(_REVEAL_SUMS, dispute_id, sums)

    def status_of(self, statement_hash: bytes) -> int:
        """How far a statement has come, by `Statements.hash`."""
        return self._view(_STATUS_OF, statement_hash)

    def timeout(self, dispute_id: int) -> Intent[Sent]:
        """Ends a dispute in which the side whose turn it is has no blocks left; anyone may call it."""
        return self._intent(_TIMEOUT, dispute_id)

    def verify(self, statement: Statement, proof: bytes) -> bool:
        """Whether the statement is known to be true now, on this chain.

        Parameters:
            proof: what the way of verifying needs besides; empty where it needs nothing. It must not be
                usable for any other chain, collection, model, prompt or content.
        """
        return self._view(_VERIFY, statement, proof)
