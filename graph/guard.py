"""Refuses user-typed Cypher that would do more than read."""

from __future__ import annotations


def check_read_only(statement: str) -> None:
    """Raise :class:`graph.errors.StatementRefused` unless ``statement`` only reads the graph."""
    raise NotImplementedError(statement)
