"""Benchmarks: each is a program that prints a table, writes JSON when asked, and fails when it must."""

from __future__ import annotations
