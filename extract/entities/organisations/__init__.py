"""Organisations that take part: agencies, associations, companies, municipalities, collaborations."""

from __future__ import annotations

from extract.entities.organisations.component import OrganisationFinding, Organisations
from extract.entities.organisations.discovery import Discoveries, DiscoveryFinding

__all__ = ["Discoveries", "DiscoveryFinding", "OrganisationFinding", "Organisations"]
