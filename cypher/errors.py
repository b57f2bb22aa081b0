"""What can be wrong with a file of this folder, or with asking for one.

SagsgrafError
├── QueryMalformed       the header of a query cannot be read
└── SettingsError
    └── QueryUnknown     there is no such query
"""

from __future__ import annotations

from extract.errors import SagsgrafError, SettingsError


class QueryMalformed(SagsgrafError):
    """The header of a query cannot be read."""

    code = "query-malformed"


class QueryUnknown(SettingsError):
    """There is no such query."""

    code = "query-unknown"
