"""`lz.revshare`: RevShare tokens by their address, and new ones."""

from __future__ import annotations

from collections.abc import Callable

from lazai_py import _create2
from lazai_py._contract.abi import AddressLike
from lazai_py._contract.bindings.rev_share_token import RevShareToken
from lazai_py._contract.bindings.rev_share_votes_token import RevShareTerms as VotesTerms
from lazai_py._contract.bindings.rev_share_votes_token import RevShareVotesToken
from lazai_py._contract.intent import Intent, Sender
from lazai_py._contract.write import write
from lazai_py._types import Address
from lazai_py.revshare.context import Context, Surroundings
from lazai_py.revshare.errors import AlreadyCreated
from lazai_py.revshare.terms import RevShareTerms
from lazai_py.revshare.token import RevShare


class RevShareTokens:
    """The RevShare tokens of a chain, as one account sees and uses them. Called with an address, it returns that token.

    Parameters:
        around: what all handles share.
        dat: tells where the Data Anchoring Tokens are whose positions new tokens can hold.
    """

    def __init__(self, around: Surroundings, dat: Callable[[], Address]) -> None:
        self._around = around
        self._dat = dat

    def __call__(self, address: AddressLike) -> RevShare:
        """Return a token by its address; it is looked at when it is used."""
        return RevShare(Context(RevShareToken(self.sender.engine, address), self._around))

    @property
    def sender(self) -> Sender:
        """Who signs and sends."""
        return self._around.sender

    @write
    def create(self, terms: RevShareTerms, *, votes: bool = False, salt: bytes | None = None) -> Intent[RevShare]:
        """Create a token by the deterministic deployer, without a sale; returns it.

        Parameters:
            terms: what is fixed for good. The account at hand holds all tokens when they name no holder.
            votes: whether its tokens carry votes (ERC-5805), which makes every transfer dearer.
            salt: 32 bytes, for a second token with the same terms.

        Raises:
            InvalidAmount, InvalidAddress, InputError: a term cannot be meant.
            AlreadyCreated: a token with exactly these terms and this salt is there.
            NotDeployed: the chain lacks the deterministic deployer, or the Data Anchoring Tokens.
        """
        creation = self._creation(terms, votes=votes)
        address = _create2.address_of(creation, salt or _create2.SALT)
        if self.sender.engine.code(address):
            raise AlreadyCreated(address)
        deployer = _create2.Deployer(self.sender.engine)
        return deployer.create(creation, salt or _create2.SALT).then(lambda _: self(address))

    def address_of(self, terms: RevShareTerms, *, votes: bool = False, salt: bytes | None = None) -> Address:
        """Return where `create` puts a token: on every chain at the same address."""
        return _create2.address_of(self._creation(terms, votes=votes), salt or _create2.SALT)

    def _creation(self, terms: RevShareTerms, *, votes: bool) -> bytes:
        fixed = terms.struct(self.sender.address if terms.holder is None else terms.holder)
        if votes:
            return RevShareVotesToken.creation(VotesTerms(*fixed.values()), self._dat())
        return RevShareToken.creation(fixed, self._dat())
