"""Programs that set up, check and test this repository."""
