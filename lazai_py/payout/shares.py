"""RevShare tokens that an account has or had: found, and claimed from; those of strangers too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from lazai_py._chain.engine import LogFilter
from lazai_py._contract.bindings.rev_share_token import RevenueTokenSet, RevShareToken
from lazai_py._contract.bindings.rev_share_token_factory import RevShareTokenCreated, RevShareTokenFactory
from lazai_py._contract.bindings.rev_share_votes_token import RevShareVotesToken
from lazai_py._contract.decode import decode_events, topics_of
from lazai_py._types import NATIVE, Address
from lazai_py.dat.context import Context
from lazai_py.dat.reads import read_each
from lazai_py.payout.due import GAS, Due
from lazai_py.payout.strangers import VIEW_GAS, Topics, received_erc20s

# The ERC-165 id of ERC-7641, and the one that nothing may answer to.
_ERC7641 = bytes.fromhex("ed7b2e4e")
_NEVER = bytes.fromhex("ffffffff")
# The native coin, and as many ERC-20s as a RevShareToken can have at a time.
_ASSETS = 17


@dataclass(frozen=True, slots=True)
class Share:
    """A RevShare token.

    Parameters:
        contract: the token.
        assets: those that are or ever were revenue; only so many of a stranger's.
        is_ours: whether its code is this package's, whatever anybody says that it earns.
        is_held: whether the account holds any now, so that coming snapshots count it.
    """

    contract: RevShareToken
    assets: tuple[Address, ...]
    is_ours: bool
    is_held: bool

    @property
    def address(self) -> Address:
        """Where the token is."""
        return self.contract.address


@dataclass(frozen=True, slots=True)
class Shares:
    """The RevShare tokens of an account.

    Parameters:
        context: the surroundings of DAT handles.
        factories: what makes RevShare tokens on this chain.
        account: whose.
    """

    context: Context
    factories: tuple[Address, ...]
    account: Address

    def find(self, named: Iterable[Address]) -> tuple[Share, ...]:
        """Return the tokens that ever came to the account, and some that are named.

        What a contract says of itself makes it a candidate and no more: a stranger's claims are tried before they are
        made.
        """
        engine, chosen = self.context.engine, tuple(named)
        sent = received_erc20s(engine, [self.account], self.context.since, self._made)[self.account]
        candidates = tuple(dict.fromkeys([*sent, *chosen]))
        made = set(self._made(candidates)) if candidates else set()
        believed = [each for each in candidates if each in made or each in chosen]
        told = self._telling([each for each in candidates if each not in believed])
        contracts = [RevShareToken(engine, each) for each in candidates if each in {*believed, *told}]
        return tuple(self._shares(contracts, made))

    def dues(self, shares: Iterable[Share]) -> Iterator[Due]:
        """Yield the calls that pay the account its part of snapshots."""
        known = list(shares)
        asked = [(share, asset) for share in known for asset in share.assets]
        claimable = dict(zip(asked, self._claimable(asked), strict=True))
        for share in known:
            assets = tuple(asset for asset in share.assets if claimable[share, asset])
            for part in _parts(assets, together=share.is_ours):
                intent = share.contract.claim_all_for(self.account, part)
                gas = GAS + GAS * len(part)
                yield Due(f"snapshots of {share.address}", intent, gas, part, self.account, not share.is_ours)

    # --- which contracts are RevShare tokens ---

    def _made(self, among: Sequence[Address] = ()) -> Iterator[Address]:
        """Yield the tokens that the factories made, all of them or some."""
        wanted = topics_of(RevShareTokenCreated, (tuple(among) or None,))
        for event in self._events(self.factories, wanted, RevShareTokenFactory):
            if isinstance(event, RevShareTokenCreated):
                yield event.token

    def _telling(self, strangers: Sequence[Address]) -> set[Address]:
        """Return those that say, by ERC-165, that they are ERC-7641 tokens, and do not say that they are anything."""
        views = [
            (RevShareToken(self.context.engine, each), partial(RevShareToken.supports_interface, interface_id=kind))
            for each in strangers
            for kind in (_ERC7641, _NEVER)
        ]
        answers = iter(read_each(self.context.engine, views, gas=VIEW_GAS))
        return {each for each, said, lied in zip(strangers, answers, answers, strict=True) if said and not lied}

    def _shares(self, contracts: Sequence[RevShareToken], made: set[Address]) -> Iterator[Share]:
        views = [(each, partial(RevShareToken.balance_of, account=self.account)) for each in contracts]
        balances = read_each(self.context.engine, views, gas=VIEW_GAS)
        assets = self._assets([each.address for each in contracts])
        for contract, balance in zip(contracts, balances, strict=True):
            is_ours = contract.address in made or self._has_our_code(contract.address)
            own = assets[contract.address] if is_ours else assets[contract.address][:_ASSETS]
            yield Share(contract, own, is_ours, bool(balance))

    def _has_our_code(self, address: Address) -> bool:
        code = self.context.engine.code(address)
        return any(kind.artifact().is_code(code) for kind in (RevShareToken, RevShareVotesToken))

    # --- what they pay in, and how much ---

    def _assets(self, tokens: Sequence[Address]) -> dict[Address, tuple[Address, ...]]:
        found: dict[Address, dict[Address, None]] = {each: {NATIVE: None} for each in tokens}
        for event in self._events(tuple(tokens), (RevenueTokenSet.TOPIC,), RevShareToken) if tokens else ():
            if isinstance(event, RevenueTokenSet) and event.log is not None:
                found[event.log.address][event.token] = None
        return {each: tuple(assets) for each, assets in found.items()}

    def _claimable(self, asked: Sequence[tuple[Share, Address]]) -> list[int]:
        """Return what an account may claim of a token in an asset; what cannot be told is nothing."""
        found: dict[tuple[Share, Address], int | None] = {}
        for is_ours, gas in ((True, None), (False, 4 * VIEW_GAS)):
            some = [each for each in asked if each[0].is_ours is is_ours]
            views = [
                (share.contract, partial(RevShareToken.claimable_total, owner=self.account, asset=asset))
                for share, asset in some
            ]
            found |= zip(some, read_each(self.context.engine, views, gas=gas), strict=True)
        return [found[each] or 0 for each in asked]

    def _events(
        self, addresses: tuple[Address, ...], topics: Topics, kind: type[RevShareToken | RevShareTokenFactory]
    ) -> Sequence[object]:
        wanted = LogFilter(addresses, topics, from_block=self.context.since)
        return decode_events(self.context.engine.logs(wanted), dict.fromkeys(addresses, kind))


def _parts(assets: Sequence[Address], *, together: bool) -> list[tuple[Address, ...]]:
    """Return what is claimed by one call each: coins by themselves, so that no ERC-20 has a say in them.

    What a stranger pays in one asset must not stand for what it does not pay in another, so it is asked for each.
    """
    coins, others = (
        [(asset,) for asset in assets if asset == NATIVE],
        tuple(asset for asset in assets if asset != NATIVE),
    )
    return [*coins, *([others] if others and together else [(asset,) for asset in others])]
