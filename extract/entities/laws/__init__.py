"""Laws, orders and bylaws, with the sections that are cited."""

from __future__ import annotations

from extract.entities.laws.component import LawFinding, Laws

__all__ = ["LawFinding", "Laws"]
