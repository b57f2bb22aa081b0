"""Where a reader reports that a fact is wrong: an address that whoever runs the site has set. Nothing is sent by us."""

from __future__ import annotations

from contextvars import ContextVar
from urllib.parse import quote

from api.models import Evidence
from api.pages.words import source_path

_form: ContextVar[tuple[str, str]] = ContextVar("report", default=("", ""))


def begin_reports(template: str, root: str) -> None:
    """A page begins: the address set (``{url}`` in it is the place of the fact), and the site's absolute address."""
    _form.set((template, root))


def report_address(evidence: Evidence) -> str:
    """The address with the place of this fact in it; empty where none is set."""
    template, root = _form.get()
    return template.replace("{url}", quote(root + source_path(evidence), safe="")) if template else ""
