"""`lz.aigc`: collections of works, and works, of every model on a chain."""

from __future__ import annotations

from typing import Any

from lazai_py._contract.abi import AddressLike
from lazai_py._contract.bindings.aigc_factory import AigcFactory, CollectionCreated, Terms
from lazai_py._contract.bindings.aigc_token import AigcToken
from lazai_py._contract.handle import Handle
from lazai_py._contract.intent import Intent
from lazai_py._contract.write import write
from lazai_py._errors import InputError
from lazai_py._types import NATIVE, Wei, to_address
from lazai_py.aigc.collection import Collection
from lazai_py.aigc.terms import How, Status, Surroundings
from lazai_py.aigc.work import Work
from lazai_py.models import ModelVersion

Home = Collection | ModelVersion | int
"""Where works belong: a collection, or a model, which stands for its collection on the usual terms."""


class Aigc(Handle[AigcFactory]):
    """The works of models, as one account sees and makes them.

    Parameters:
        factory: what makes collections.
        around: the surroundings.
    """

    def __init__(self, factory: AigcFactory, around: Surroundings) -> None:
        super().__init__(factory, around.sender)
        self._around = around

    # --- collections ---

    @write
    def create(
        self,
        model: ModelVersion | int,
        *,
        name: str | None = None,
        symbol: str = "WORK",
        description: str = "",
        aigc_type: str = "text/plain",
        creator: AddressLike | None = None,
        mint_fee: Wei = Wei(0),  # noqa: B008 - immutable
        creator_bps: int = 0,
        royalty_bps: int = 500,
    ) -> Intent[Collection]:
        """Make a collection of a model's works, or find the one on these terms that is there. It gives nobody rights.

        Parameters:
            model: which version.
            name: what it is called; left out, "Works of model" and the model's id.
            aigc_type: the MIME type of the works' content.
            creator: who gets a part of the mint fees.
            mint_fee: what a mint costs.
            creator_bps: the creator's part of that, in basis points; the rest is the model's.
            royalty_bps: the model's royalty on resales, in basis points.

        Raises:
            UnknownModel: there is no such version.
            NothingVerifies, InvalidCreatorPart, InvalidRoyalty: the contract refuses.
        """
        terms = Terms(
            name=f"Works of model {_id_of(model)}" if name is None else name,
            symbol=symbol,
            description=description,
            aigc_type=aigc_type,
            creator=NATIVE if creator is None else to_address(creator),
            mint_fee=mint_fee.raw,
            creator_bps=creator_bps,
            royalty_bps=royalty_bps,
        )
        what = (self._around.models.registry.address, _id_of(model), terms)
        return self.contract.create(*what).then(lambda _: self.at(self.contract.address_of(*what)))

    def collection(self, model: ModelVersion | int, **terms: Any) -> Collection:
        """Return the collection of a model's works on some terms, which is made when it is missing; see `create`."""
        found = self.find(model, **terms)
        return self.create(model, **terms) if found is None else found

    def find(self, model: ModelVersion | int, **terms: Any) -> Collection | None:
        """Return the collection of a model's works on some terms; None when there is none. See `create`."""
        registry, model_id, given = self.create.intent(model, **terms).args
        where = self.contract.address_of(registry, model_id, Terms(*given))  # type: ignore[arg-type,misc]
        return self.at(where) if self.contract.is_collection(where) else None

    def at(self, address: AddressLike) -> Collection:
        """Return a collection by its address; it is looked at when it is used."""
        return Collection(self._around, AigcToken(self._around.engine, address))

    def collections(self, model: ModelVersion | int) -> list[Collection]:
        """Return every collection of a model's works that the factory made."""
        of_model = (None, self._around.models.registry.address, _id_of(model))
        events = self.contract.events(CollectionCreated, *of_model, since=self._around.since)
        return [self.at(event.collection) for event in events]

    # --- works ---

    def mint(self, home: Home, prompt: str, content: str | bytes | None = None, **options: Any) -> Work:
        """Mint the work that a model makes of a prompt; see `Collection.mint`.

        Parameters:
            home: a collection, or a model, whose collection on the usual terms is made when it is missing.
            prompt: what the model is asked.
            content: what it is said to answer; what its network does answer when left out.
            options: `how="reexecute"`, `"proof"` or `"optimistic"`, and the others of `Collection.mint`.
        """
        return self.home(home, create=True).mint(prompt, content, **options)

    def verify(
        self, home: Home, prompt: str | bytes, content: str | bytes, *, how: How | None = None, proof: bytes = b""
    ) -> bool:
        """Return whether a content is final; see `Collection.verify`."""
        return self.home(home).verify(prompt, content, how=how, proof=proof)

    def status(self, home: Home, prompt: str | bytes | int) -> Status:
        """Return how believable the work of a prompt is now."""
        return self.home(home).status(prompt)

    def token(self, home: Home, prompt: str | bytes | int) -> Work:
        """Return the work of a prompt, or of a token's id."""
        return self.home(home).work(prompt)

    def home(self, home: Home, *, create: bool = False) -> Collection:
        """Return where works belong, for this account.

        Parameters:
            create: whether a model's collection is made when it is missing.

        Raises:
            InputError: the model has none on the usual terms.
        """
        if isinstance(home, Collection):
            # Somebody else may have looked it up: who acts is who was asked to.
            return self.at(home.address)
        found = self.collection(home) if create else self.find(home)
        if found is None:
            raise InputError(
                f"model {_id_of(home)} has no collection on the usual terms",
                remedy="Mint a work of it first, or pass a collection: lz.aigc.collections(model) lists them",
            )
        return found


def _id_of(model: ModelVersion | int) -> int:
    return model.id if isinstance(model, ModelVersion) else model
