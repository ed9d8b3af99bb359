"""Works as they are at the end of a run: what they say, how believable they are, what they cost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lazai_py._contract.bindings.aigc_token import AigcData
from lazai_py._contract.bindings.optimistic_verifier import Proposed
from lazai_py.aigc.terms import id_of
from lazai_py.models import Way

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lazai_py import Address
    from lazai_py.aigc import Status, Work

    from .data import Part
    from .gas import Trail

_VERIFIED = {Way.REEXECUTION: "re-execution", Way.PROOF: "validity proof", Way.FRAUD: "bond and time"}


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One work.

    Attributes:
        token_id: the hash of its prompt.
        content: the labels.
        right: how many of them are those that people gave.
        way: how it is verified.
        status: how believable it is.
        owner: whose it is.
        gas: of its mint, and of the first bond on it.
        svg: its picture, as the chain draws it.
    """

    token_id: int
    content: str
    right: int
    way: Way
    status: Status
    owner: str
    gas: int
    svg: str

    @classmethod
    def of(cls, work: Work, asked: Part, names: Mapping[Address, str], trail: Trail) -> Exhibit:
        """Look at a work now.

        Args:
            work: the token.
            asked: the images of its prompt.
            names: of accounts.
            trail: what the collection and the contract of the bonds emitted.
        """
        content = work.content().decode()
        return cls(
            token_id=work.id,
            content=content,
            right=sum(int(label, 16) == int(seen) for label, seen in zip(content, asked.labels, strict=True)),
            way=work.way(),
            status=work.status(),
            owner=names[work.owner()],
            gas=_gas(trail, work.id),
            svg=work.svg(),
        )

    def cells(self) -> tuple[str, ...]:
        """The exhibit as a row of a table."""
        way, status = _VERIFIED[self.way], self.status.name.lower()
        return (mark(self.token_id), self.content, way, status, self.owner, f"{self.gas:,}")

    def to_json(self) -> dict[str, Any]:
        """The exhibit as JSON."""
        return {
            "id": f"{self.token_id:#066x}",
            "content": self.content,
            "right": self.right,
            "way": self.way.name.lower(),
            "status": self.status.name.lower(),
            "owner": self.owner,
            "gas": self.gas,
            "svg": self.svg,
        }


def mark(token_id: int) -> str:
    """Return what people tell a work by: the first digits of its id, as its picture has them."""
    return f"#{token_id >> 224:08x}"


def _gas(trail: Trail, token_id: int) -> int:
    mints = [each for each in trail.events if isinstance(each, AigcData) and each.token_id == token_id]
    bonds = [each for each in trail.events if isinstance(each, Proposed) and id_of(each.prompt) == token_id]
    logs = (event.log for event in (*mints[:1], *bonds[:1]))
    return sum(trail.receipts[log.tx_hash].gas_used for log in logs if log is not None)
