"""Contracts as typed Python: artifacts, generated bindings, decoded errors and events, intents and plans.

`bindings/`, `artifacts/` and `errors.py` are written by `scripts/build.py`; everything else here is by hand.
"""
