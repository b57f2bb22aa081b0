"""What can be wrong with a file of this folder, or with asking for one.

SagsgrafError
├── QueryMalformed       the header of a query cannot be read
├── MigrationMalformed   the files of the schema are not numbered 1, 2, 3 …
└── SettingsError
    ├── QueryUnknown     there is no such query
    └── ParameterInvalid a parameter of a query is unknown, missing, or has the wrong form; it is named
"""

from __future__ import annotations

from extract.errors import SagsgrafError, SettingsError


class QueryMalformed(SagsgrafError):
    """The header of a query cannot be read."""

    code = "query-malformed"


class MigrationMalformed(SagsgrafError):
    """The files of the schema are not numbered 1, 2, 3 …, or one of them has a name that says no number."""

    code = "migration-malformed"


class QueryUnknown(SettingsError):
    """There is no such query."""

    code = "query-unknown"


class ParameterInvalid(SettingsError):
    """A parameter of a query is unknown, missing, or has the wrong form; ``name`` is which."""

    code = "parameter-invalid"

    def __init__(self, name: str, message: str, cure: str) -> None:
        super().__init__(message, cure)
        self.name = name
