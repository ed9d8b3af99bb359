"""The chain seam: engines, accounts, nonces and sending."""
