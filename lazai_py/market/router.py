"""`lz.router`: the terms of classes, payments that reach everybody behind one, and what waits for whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lazai_py._contract.abi import AddressLike
from lazai_py._contract.bindings.revenue_router import Derived, Flowed, OwedClaimed, Paid, RevenueRouter, TermsSet
from lazai_py._contract.handle import Handle
from lazai_py._contract.intent import Intent, Sent
from lazai_py._contract.write import write
from lazai_py._errors import LazAIError
from lazai_py._types import NATIVE, Address, Amount, Wei, to_address
from lazai_py.dat.context import Context
from lazai_py.dat.terms import money
from lazai_py.erc20 import Erc20Asset
from lazai_py.market.lineage import Derivation, Lineage, LineageClass, ancestors, descendants
from lazai_py.market.terms import (
    ANY_PURPOSE,
    Allowance,
    ClassLike,
    Parent,
    Part,
    PendingTerms,
    Permission,
    Purpose,
    Terms,
    id_of,
    merged,
    read,
    written,
)


@dataclass(frozen=True, slots=True)
class Pots:
    """What the router holds in the name of a class, in one asset.

    Parameters:
        received: what its children passed up, and nobody has let flow on yet.
        held: what waits for its holders.
        carried: what roundings left over, to be split with what comes next.
    """

    received: Amount
    held: Amount
    carried: Amount


class Router(Handle[RevenueRouter]):
    """The revenue router, as one account sees and uses it.

    Parameters:
        context: the surroundings of DAT handles.
        contract: the router.
        since: the block that it was created in.
    """

    def __init__(self, context: Context, contract: RevenueRouter, since: int) -> None:
        super().__init__(contract, context.sender)
        self._context = context
        self._since = since

    # --- terms ---

    def terms(self, cls: ClassLike, version: int | None = None) -> Terms:
        """Return the terms of a class: those in force when no version is named.

        Raises:
            UnknownTerms: there is no such version.
        """
        class_id = id_of(cls)
        number = self.contract.version_of(class_id) if version is None else version
        return read(number, self.contract.terms_of(class_id, number))

    def pending_terms(self, cls: ClassLike) -> PendingTerms | None:
        """Return the terms that were announced for a class; None when there are none."""
        version, effective_at = self.contract.pending_terms_of(id_of(cls))
        return PendingTerms(self.terms(cls, version), effective_at) if version else None

    @write
    def set_terms(
        self,
        cls: ClassLike,
        *,
        service: Part | None = None,
        rev_share: Part | None = None,
        treasury: Part | None = None,
        parents: Sequence[Parent] = (),
    ) -> Intent[Terms | PendingTerms]:
        """Set who gets what of the money of a class; only its controller. What nobody is given is the holders'.

        Its first terms are in force at once as long as nobody holds a token of it; others are announced for a week.

        Parameters:
            service, rev_share, treasury: an account and its part in basis points.
            parents: new ones, and those whose part changes; the others stay as they are.

        Returns:
            What was set: terms, or terms that are on their way.

        Raises:
            NotController, ChangeAnnounced, ConsentMissing, DerivationClosed, PartTooSmall, PurposeRefused, LineageLoop:
                the contract refuses.
            InputError: more than the whole is given away.
        """
        pending = self.pending_terms(cls)
        before = (pending.terms if pending else self.terms(cls)).parents
        terms = written(service, rev_share, treasury, merged(before, parents))
        return self.contract.set_terms(id_of(cls), terms).then(self._set)

    def _set(self, sent: Sent) -> Terms | PendingTerms:
        event = sent.only(TermsSet)
        terms = read(event.version, event.terms)
        is_in_force = event.effective_at <= self._context.now()
        return terms if is_in_force else PendingTerms(terms, event.effective_at)

    # --- deriving ---

    def derivation(self, cls: ClassLike) -> Allowance:
        """Return who may derive from a class, for at least what, and for which purposes."""
        permission, least_bps, purposes = self.contract.derivation_of(id_of(cls))
        return Allowance(Permission(permission), least_bps, Purpose(purposes))

    @write
    def set_derivation(
        self, cls: ClassLike, permission: Permission, *, least_bps: int = 0, purposes: Purpose = ANY_PURPOSE
    ) -> Intent[Sent]:
        """Set who may derive from a class, and for at least what; only its controller."""
        return self.contract.set_derivation(id_of(cls), permission, least_bps, int(purposes))

    @write
    def consent(
        self, parent: ClassLike, child: ClassLike, *, least_bps: int = 0, purposes: Purpose = ANY_PURPOSE
    ) -> Intent[Sent]:
        """Let one class derive from `parent`; only the parent's controller. With no purposes, no longer."""
        return self.contract.consent(id_of(parent), id_of(child), least_bps, int(purposes))

    @write
    def request(
        self, child: ClassLike, parent: ClassLike, *, bps: int, purposes: Purpose = Purpose.TRAIN
    ) -> Intent[Sent]:
        """Ask the controller of `parent` to let `child` derive from it; only the child's controller."""
        return self.contract.request_derivation(id_of(child), id_of(parent), bps, int(purposes))

    # --- money ---

    @write
    def open_pots(self, cls: ClassLike, *, asset: AddressLike) -> Intent[Sent]:
        """Pay for the storage that an ERC-20 needs on its way through a class, instead of its first payer; anyone may.

        Terms do so for the native coin, offers for their asset.
        """
        return self.contract.open_pots(id_of(cls), asset)

    @write
    def pay(self, cls: ClassLike, amount: Amount) -> Intent[Amount]:
        """Pay a class and everybody behind it, by its terms in force; returns what arrived and was split.

        Parameters:
            cls: which class.
            amount: of the native coin, or of an ERC-20, whose exact amount is allowed to the router first.

        Raises:
            UnknownClass, ZeroAmount, InvalidAsset: the contract refuses.
            InvalidAmount: `amount` does not say what it is an amount of.
        """
        paid, class_id = money(amount), id_of(cls)
        if isinstance(paid, Wei):
            return self.contract.pay(class_id, NATIVE, paid.raw, pay=paid).then(self._paid)
        asset = Erc20Asset(paid.asset, self.sender, self._context.assets)
        paying = self.contract.pay(class_id, paid.asset, paid.raw, pay=Wei(0)).then(self._paid)
        return paying.after(*asset.allowing(self.address, paid))

    def _paid(self, sent: Sent) -> Amount:
        event = sent.only(Paid)
        return self._context.amount(event.asset, event.amount)

    @write
    def flow(self, *classes: ClassLike, asset: AddressLike = NATIVE) -> Intent[dict[int, Amount]]:
        """Move on what classes received from their children, in the order given; anyone may.

        Returns:
            What was split, by class.
        """
        return self.contract.flow_many([id_of(each) for each in classes], asset).then(self._flowed)

    @write
    def flow_up(self, cls: ClassLike, *, asset: AddressLike = NATIVE) -> Intent[dict[int, Amount]]:
        """Move on what waits at a class and at all its ancestors, up to the first generation; anyone may.

        Returns:
            What was split, by class.
        """
        edges = self.derivations()
        rank = {each: self.contract.rank_of(each).rank for each in ancestors(id_of(cls), edges)}
        return self.contract.flow_many(sorted(rank, key=lambda each: (-rank[each], each)), asset).then(self._flowed)

    def _flowed(self, sent: Sent) -> dict[int, Amount]:
        raw: dict[int, int] = {}
        asset = NATIVE
        for event in sent.all(Flowed):
            asset, raw[event.class_id] = event.asset, raw.get(event.class_id, 0) + event.amount
        return {class_id: self._context.amount(asset, each) for class_id, each in raw.items()}

    def inlet(self, cls: ClassLike) -> Address:
        """Return an address that takes coins and ERC-20s for a class by plain transfers, such as royalties."""
        return self.contract.inlet_of(id_of(cls))

    @write
    def flush(self, cls: ClassLike, *, asset: AddressLike = NATIVE) -> Intent[Amount]:
        """Pay what lies in the inlet of a class to it; anyone may. Returns what was split."""
        return self.contract.flush(id_of(cls), asset).then(lambda sent: self._flushed(sent, to_address(asset)))

    def _flushed(self, sent: Sent, asset: Address) -> Amount:
        return self._context.amount(asset, sum(event.amount for event in sent.all(Paid)))

    # --- what waits ---

    def pots(self, cls: ClassLike, *, asset: AddressLike = NATIVE) -> Pots:
        """Return what the router holds in the name of a class."""
        class_id, of = id_of(cls), self.contract
        raw = of.received_of(class_id, asset), of.held_of(class_id, asset), of.carried_of(class_id, asset)
        return Pots(*(self._context.amount(asset, each) for each in raw))

    def owed(self, account: AddressLike | None = None, *, asset: AddressLike = NATIVE) -> Amount:
        """Return what an account is owed; the account that signs here when left out."""
        return self._context.amount(asset, self.contract.owed_to(self._own(account), asset))

    @write
    def claim(
        self, account: AddressLike | None = None, *, asset: AddressLike = NATIVE, to: AddressLike | None = None
    ) -> Intent[Amount]:
        """Pay what an account is owed; anyone may, to the account. Returns what was paid.

        Parameters:
            account: who is owed; the account that signs here when left out.
            asset: in what.
            to: where it goes, as the account itself may say.
        """
        owner, of = self._own(account), to_address(asset)
        return self.contract.claim(owner, of, owner if to is None else to).then(
            lambda sent: self._context.amount(of, sum(event.amount for event in sent.all(OwedClaimed)))
        )

    # --- lineage ---

    def lineage(self, cls: ClassLike) -> Lineage:
        """Return what a class was made from and what was made from it, as a graph.

        Raises:
            UnknownClass: no class has the id.
        """
        root, edges = id_of(cls), self.derivations()
        family = ancestors(root, edges) | descendants(root, edges)
        found = {class_id: self._class(class_id) for class_id in sorted(family)}
        among = [edge for edge in edges if edge.child in family and edge.parent in family]
        classes = sorted(found.values(), key=lambda each: (each.rank, each.id))
        return Lineage(root, tuple(classes), tuple(_weighed(edge, found[edge.child].terms) for edge in among))

    def derivations(self) -> list[Derivation]:
        """Return every derivation there is, without its present part."""
        found = [
            Derivation(event.class_id, event.parent_id, 0, event.least_bps, Purpose(event.purposes))
            for event in self.contract.events(Derived, since=self._since)
        ]
        return sorted(found, key=lambda edge: (edge.child, edge.parent))

    def _class(self, class_id: int) -> LineageClass:
        uri = self._context.contract.get_class_meta(class_id).metadata_uri
        return LineageClass(class_id, self._name(uri), self.contract.rank_of(class_id).rank, self.terms(class_id))

    def _name(self, uri: str) -> str:
        # A name is for people: where the vault does not have it, the number does.
        try:
            metadata = self._context.vault.get_json(uri)
        except LazAIError:
            return ""
        return str(metadata.get("name", "")) if isinstance(metadata, dict) else ""


def _weighed(edge: Derivation, terms: Terms) -> Derivation:
    bps = next((parent.bps for parent in terms.parents if parent.id == edge.parent), 0)
    return Derivation(edge.child, edge.parent, bps, edge.least_bps, edge.purposes)
