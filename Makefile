# Every target sets up what it needs. Nothing is installed outside this folder.
.DEFAULT_GOAL := help
.PHONY: help setup light build check test gas prove demo brownie lock clean
.NOTPARALLEL:

# Python 3.11 or later to make the environment with; the first good one on PATH unless named.
export PYTHON
export VIRTUAL_ENV := $(CURDIR)/.venv
export PATH := $(CURDIR)/.venv/bin:$(CURDIR)/node_modules/.bin:$(PATH)
run := .venv/bin/python

help: ## print this
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' Makefile

setup: ## make .venv and node_modules what the lock files say
	@tools/setup full

light:
	@tools/setup light

build: setup ## compile the contracts; write artifacts and typed bindings into the package
	$(run) scripts/build.py

check: setup ## formatting, lint, types, direction of imports, slither, fresh artifacts
	$(run) -m tools.check

test: setup ## everything: make check, forge, pytest and Brownie tests
	$(run) -m tools.test

gas: setup ## measure the gas of every operation; write docs/gas.md
	$(run) scripts/gas_report.py

prove: setup ## what halmos can prove of the arithmetic, for every number at once
	@tools/prove

demo: light ## real data, a real model, paid inference, and everybody paid, on a local chain
	$(run) scripts/demo.py

brownie: setup ## Brownie with the project's compiler and chain: make brownie ARGS="console"
	tools/brownie $(ARGS)

lock: light ## resolve pyproject.toml and package.json into the lock files again (needs the network)
	tools/lock

clean: ## remove what the tools wrote; the environments stay
	rm -rf .cache build cache crytic-export dist out reports
	find . -name __pycache__ -not -path './.venv/*' -not -path './node_modules/*' -prune -exec rm -rf {} +
