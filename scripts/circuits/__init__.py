"""How keys and proof fixtures of the circuit in `circuits/` are made."""
