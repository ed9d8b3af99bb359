"""What can go wrong with offerings beyond what their contract refuses.

InputError
└── UnknownOffering (LookupError)   the address is not that of an offering of this deployment
"""

from __future__ import annotations

from lazai_py._errors import InputError
from lazai_py._types import Address


class UnknownOffering(InputError, LookupError):
    """An address is not that of an offering that this deployment's factory made, so nothing is known of its rules.

    Parameters:
        address: what was taken for one.
    """

    remedy = "Check the address and the chain; deposit only where the factory vouches for the code"

    def __init__(self, address: Address) -> None:
        super().__init__(f"{address} is no offering of this deployment")
        self.address = address
