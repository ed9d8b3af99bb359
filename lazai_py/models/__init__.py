"""Models on a chain: versions that never change, what they commit to, and who can verify their work."""

from __future__ import annotations

from lazai_py.models.models import Models
from lazai_py.models.terms import ModelVersion, Way

__all__ = ["ModelVersion", "Models", "Way"]
