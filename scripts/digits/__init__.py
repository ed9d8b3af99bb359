"""The demo: handwritten digits, what each contributor's part of them is worth, a network on them, and its economy."""
