"""What is fixed when a model is offered, in a person's words; and how those are read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from lazai_py._contract.abi import AddressLike
from lazai_py._contract.bindings.model_offering_factory import OfferingTerms as Struct
from lazai_py._contract.bindings.model_offering_factory import RevShareTerms as TokenStruct
from lazai_py._contract.bindings.model_offering_factory import Tranche
from lazai_py._errors import InputError, InvalidAmount, UnitMismatch
from lazai_py._types import NATIVE, Address, Amount, Number, Wei, scaled, to_address
from lazai_py.dat import DatClass
from lazai_py.dat.terms import expire_at, money
from lazai_py.revshare.terms import DECIMALS, RevShareTerms

When = datetime | timedelta | int
"""A time: as such, as a while from another time, or in Unix seconds."""

AT_ONCE: Sequence[tuple[timedelta, Number]] = ((timedelta(0), 100),)

_WHOLE = 10_000
_PERCENT_DECIMALS = 2
_MAX_TRANCHES = 8
_NOTICE = timedelta(days=1)
_MAX_MONEY = 2**112 - 1


@dataclass(frozen=True, slots=True)
class Model:
    """What is offered.

    Parameters:
        dat_class: its class of Data Anchoring Tokens, or the id of it.
        commitment: the hash of weights and program; the integrity hash of the class's metadata when left out.
        uri: where the model is described; the class's metadata when left out.
    """

    dat_class: DatClass | int
    commitment: bytes | None = None
    uri: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferingTerms:
    """The terms of an offering and of the token that it sells. None of them can be changed later.

    Parameters:
        token: the token; its holder, class, commitment and URI are set by the offering.
        for_sale: whole tokens that are sold.
        for_creator: whole tokens that vest to the creator; the treasury gets what is left of the supply.
        target: what all of `for_sale` costs, in the native coin or an ERC-20: the price, and the most that is kept.
        soft_cap: below it everything goes back.
        wallet_cap: the most that one account may deposit; any amount when left out.
        ends: when deposits end; a timedelta counts from the start.
        starts: when they begin; a timedelta counts from now, which it is when left out.
        creator: who is paid; the account at hand when left out.
        treasury: who gets its tokens and those not sold; the creator when left out.
        tranches: when the creator has the proceeds: how long after the end, and how many percent; all at once when left
            out. Each but one at once is at least a day after the one before, and can be vetoed until its time.
        veto_percent: how much of what circulates vetoes a tranche; needed if and only if one has a delay.
        cliff: how long after the end the creator has its first tokens; the last tranche's delay when left out.
        vesting: how long after the end it has all of them, evenly from the end on; the cliff's when left out.
    """

    token: RevShareTerms
    for_sale: Number
    for_creator: Number = 0
    target: Amount
    soft_cap: Amount
    wallet_cap: Amount | None = None
    ends: When
    starts: When | None = None
    creator: AddressLike | None = None
    treasury: AddressLike | None = None
    tranches: Sequence[tuple[timedelta, Number]] = AT_ONCE
    veto_percent: Number = 0
    cliff: timedelta | None = None
    vesting: timedelta | None = None

    def struct(self, account: AddressLike, now: Callable[[], int]) -> Struct:
        """Return the terms as the contract takes them, for the account at hand.

        Raises:
            InputError: a term cannot be meant; nothing was sent.
        """
        creator = to_address(account if self.creator is None else self.creator)
        supply, sale, own = (scaled(each, DECIMALS) for each in (self.token.supply, self.for_sale, self.for_creator))
        if not 0 < sale <= supply - own:
            raise InvalidAmount(self.for_sale, "for_sale is above 0, and with for_creator at most the supply")
        tranches = _tranches(self.tranches)
        last = tranches[-1].delay
        start = now() if self.starts is None else _time(self.starts, now)
        end = _time(self.ends, lambda: start)
        if end <= max(start, now()):
            raise InputError("the offering ends before it starts, or in the past", remedy="Pass a later end")
        cliff = last if self.cliff is None else _seconds(self.cliff)
        vesting = cliff if self.vesting is None else _seconds(self.vesting)
        if not last <= cliff <= vesting:
            raise InputError(
                "vesting begins before the last tranche, or ends before it begins",
                remedy="Pass a cliff not before the last tranche, and a longer vesting",
            )
        return Struct(
            creator=creator,
            treasury=creator if self.treasury is None else to_address(self.treasury),
            payment=_asset(money(self.target)),
            sale_supply=sale,
            creator_supply=own,
            treasury_supply=supply - sale - own,
            target=_money(self.target, self.target),
            soft_cap=_soft_cap(self.soft_cap, self.target),
            wallet_cap=0 if self.wallet_cap is None else _money(self.wallet_cap, self.target),
            start=start,
            end=end,
            vesting_cliff=end + cliff,
            vesting_end=end + vesting,
            tranches=tranches,
            veto_bps=_veto(self.veto_percent, has_delay=last > 0),
        )

    def token_struct(self, model: Model | DatClass) -> TokenStruct:
        """Return the terms of the token as the factory takes them, bound to a model."""
        known = model if isinstance(model, Model) else Model(model)
        commitment, uri, dat_class = known.commitment, known.uri, known.dat_class
        if isinstance(dat_class, DatClass) and (commitment is None or uri is None):
            meta = dat_class.meta()
            commitment = meta.integrity_hash if commitment is None else commitment
            uri = meta.metadata_uri if uri is None else uri
        if commitment is None or uri is None:
            raise InputError(
                "the model has no commitment or no URI", remedy="Pass both, or the class itself instead of its id"
            )
        class_id = dat_class.id if isinstance(dat_class, DatClass) else dat_class
        bound = replace(self.token, dat_class=class_id, model_commitment=commitment, model_uri=uri, holder=NATIVE)
        return TokenStruct(*bound.struct(NATIVE).values())


def _time(when: When, since: Callable[[], int]) -> int:
    return expire_at(when, since)


def _seconds(span: object) -> int:
    if isinstance(span, timedelta) and span >= timedelta(0):
        return span // timedelta(seconds=1)
    raise InputError(f"{span!r} is no while after the end", remedy="Pass a timedelta that is not negative")


def _tranches(tranches: Sequence[tuple[timedelta, Number]]) -> tuple[Tranche, ...]:
    found = tuple(Tranche(_seconds(delay), _points(percent)) for delay, percent in tranches)
    gaps = [later.delay - earlier.delay for earlier, later in pairwise(found)]
    if found and found[0].delay:
        gaps.append(found[0].delay)
    is_whole = sum(each.bps for each in found) == _WHOLE and all(each.bps for each in found)
    if 1 <= len(found) <= _MAX_TRANCHES and is_whole and all(gap >= _NOTICE.total_seconds() for gap in gaps):
        return found
    raise InputError(
        f"tranches={tranches!r} cannot be paid so",
        remedy="Pass 1 to 8 tranches in order, at least a day apart, of 100 percent together",
    )


def _points(percent: Number) -> int:
    points = scaled(percent, _PERCENT_DECIMALS)
    if points <= _WHOLE:
        return points
    raise InvalidAmount(percent, "a part is at most 100 percent")


def _veto(percent: Number, *, has_delay: bool) -> int:
    points = _points(percent)
    if bool(points) == has_delay:
        return points
    raise InputError(
        f"veto_percent={percent!r} does not fit the tranches",
        remedy="Pass how many percent veto a tranche if one has a delay, and nothing if none has",
    )


def _soft_cap(amount: object, target: Amount) -> int:
    raw = _money(amount, target)
    if raw <= int(target):
        return raw
    raise InvalidAmount(amount, "the soft cap is above the target")


def _money(amount: object, target: Amount) -> int:
    meant = money(amount)
    if _asset(meant) != _asset(target):
        raise UnitMismatch(target, amount)
    if 0 < meant.raw <= _MAX_MONEY:
        return meant.raw
    raise InvalidAmount(amount, "an amount of an offering is from 1 to 2**112 - 1 of the smallest unit")


def _asset(amount: Amount) -> Address:
    return NATIVE if isinstance(amount, Wei) else amount.asset


def moment(timestamp: int) -> datetime:
    """Return a time of the contract in UTC."""
    return datetime.fromtimestamp(timestamp, UTC)
