"""Gas: what every operation costs as a whole transaction, the limits, and the figures it is compared with."""
