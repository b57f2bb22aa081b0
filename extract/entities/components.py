"""All components: importing the folder of one registers its factory."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path


def register() -> None:
    """Makes all factories known to spaCy."""
    for folder in sorted(Path(__file__).parent.glob("*/__init__.py")):
        import_module(f"extract.entities.{folder.parent.name}")
