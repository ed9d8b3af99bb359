"""Services announce themselves: where they are reached, on what terms, what they meter."""

from __future__ import annotations

from dataclasses import dataclass

from lazai_py._chain.accounts import Signer
from lazai_py._contract.abi import AddressLike
from lazai_py._contract.bindings.service_registry import Service, ServiceAnnounced, ServiceRegistry
from lazai_py._contract.handle import Handle
from lazai_py._contract.intent import Intent
from lazai_py._contract.write import write
from lazai_py._types import Address, to_address
from lazai_py._types import metric as label_of
from lazai_py.metering.typed_data import Domain, hash_announcement


@dataclass(frozen=True, slots=True)
class Announcement:
    """What a service signed of itself, for anyone to send.

    Parameters:
        service: who signed.
        says: the announcement.
        deadline: the last second at which it can be sent.
        signature: the service's.
    """

    service: Address
    says: Service
    deadline: int
    signature: bytes


class Services(Handle[ServiceRegistry]):
    """The registry of services, as one account sees and uses it.

    Parameters:
        contract: the registry.
        sender: who signs for writes.
    """

    def get(self, service: AddressLike) -> Service | None:
        """Return what a service last said of itself; None when it never did, or withdrew."""
        found = self.contract.service_of(service)
        return found if found != Service("", "", bytes(32), b"") else None

    @write
    def announce(
        self, endpoint: str, *, metric: str | bytes, terms_uri: str = "", public_key: bytes = b""
    ) -> Intent[ServiceAnnounced]:
        """Announce this account as a service; replaces what it announced before.

        Parameters:
            endpoint: the base URL.
            metric: the label of what it meters, such as 'inference_calls'.
            terms_uri: where its price terms are.
            public_key: the key for encryption to it.
        """
        says = Service(endpoint, terms_uri, label_of(metric), public_key)
        return self.contract.announce(says).then(lambda sent: sent.only(ServiceAnnounced))

    @write
    def send(self, announcement: Announcement) -> Intent[ServiceAnnounced]:
        """Send what a service signed of itself; anyone may.

        Raises:
            InvalidServiceSignature: it is not the service's, or not its next one.
            SignatureExpired: it was to be sent before.
        """
        parts = (announcement.service, announcement.says, announcement.deadline, announcement.signature)
        return self.contract.announce_for(*parts).then(lambda sent: sent.only(ServiceAnnounced))

    def sign(
        self,
        account: Signer,
        endpoint: str,
        *,
        metric: str | bytes,
        deadline: int,
        terms_uri: str = "",
        public_key: bytes = b"",
    ) -> Announcement:
        """Return an announcement signed by a service that need not have any coins.

        Parameters:
            account: the service.
            deadline: the last second at which it can be sent.
            endpoint, metric, terms_uri, public_key: see `announce`.
        """
        service = to_address(account.address)
        says = Service(endpoint, terms_uri, label_of(metric), public_key)
        domain = Domain.of_registry(self.contract.engine.chain_id(), self.contract.address)
        nonce = self.contract.nonce_of(service)
        digest = domain.digest(hash_announcement(service, says, nonce=nonce, deadline=deadline))
        return Announcement(service, says, deadline, account.sign_hash(digest))
