"""What can go wrong between the program and its graph, as one tree.

GraphError
├── StoreError                     the store itself
│   ├── StoreNotWritable           the folder of the embedded store may not be written
│   ├── StoreOwnerSilent           another process owns the folder and does not answer
│   ├── StoreStartFailed           the embedded engine did not start
│   ├── StoreDamaged               files of the folder are missing, cut or unreadable
│   ├── StoreEngineUnknown         an engine wrote the folder whose files this one may misread
│   ├── StoreUnreachable           no server answers at the address, or it went away
│   ├── StoreAuthFailed            user or password was refused
│   ├── StoreDatabaseMissing       the server has no database of that name
│   ├── StoreServerUnsupported     what answers is no Neo4j, or one that is too old
│   ├── StoreFull                  there is no room left on its disk
│   ├── StoreHalted                the server stopped its database after an error of its own
│   ├── StoreReadOnly              the server or the database may only be read
│   ├── StoreHalfRestored          a restore into it was begun and not finished
│   ├── StoreNotEmpty              a restore would mix two graphs
│   ├── GraphChanging              somebody wrote while the whole graph was read
│   ├── StoreTargetUnknown         the store address has a form that is not known
│   ├── MigrationChanged           a step of the schema that the store has taken reads otherwise now
│   ├── MigrationMissing           a step that the store has taken has no file
│   └── MigrationNewer             a newer program made the store
├── StatementError                 a statement was not carried out; nothing of it was stored
│   ├── StatementRefused           user-typed Cypher that would do more than read (the guard)
│   ├── StatementInvalid           the server cannot parse it, or a parameter is missing
│   ├── StatementTimedOut          it took longer than its limit
│   ├── StatementBusy              too many user-typed statements run already
│   ├── ConstraintViolated         two nodes would share one key
│   └── StatementFailed            anything else that the server reports
├── JudgementError                 what people have judged
│   ├── JudgementsContradict       people say that two are the same and that they are not
│   ├── BookUnreadable             the file of judgements cannot be opened or written
│   └── BookLineInvalid            a line of it is not an entry
├── DocumentError                  a document that a person names
│   ├── DocumentUnknown            the graph holds none of that name
│   └── DocumentAmbiguous          several may be meant
├── BackupError                    a backup
│   ├── BackupNotWritten           the file cannot be written
│   └── BackupUnreadable           the file is no backup, is damaged, or comes from another version
├── SchemaBroken                   a fact that graph/schema.toml has no place for
└── ValueRefused                   a value that both servers cannot keep unchanged
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from extract.errors import SagsgrafError

if TYPE_CHECKING:
    from graph.identity.judgements import Judgement


class GraphError(SagsgrafError):
    """Anything between the program and its graph."""

    code = "graph"


class StoreError(GraphError):
    """The store itself."""

    code = "store"


class StoreNotWritable(StoreError):
    """The folder of the embedded store cannot be made or written."""

    code = "store-not-writable"


class StoreOwnerSilent(StoreError):
    """Another process owns the folder and does not answer."""

    code = "store-owner-silent"


class StoreStartFailed(StoreError):
    """The embedded engine did not start."""

    code = "store-start-failed"


class StoreDamaged(StoreError):
    """Files of the store folder are missing, cut or unreadable."""

    code = "store-damaged"


class StoreEngineUnknown(StoreError):
    """The store folder was written by an engine whose files this one may misread."""

    code = "store-engine-unknown"


class StoreUnreachable(StoreError):
    """No server answers at the address, or it went away in the middle."""

    code = "store-unreachable"


class StoreAuthFailed(StoreError):
    """User or password was refused."""

    code = "store-auth-failed"


class StoreDatabaseMissing(StoreError):
    """The server has no database of that name."""

    code = "store-database-missing"


class StoreServerUnsupported(StoreError):
    """What answers is no Neo4j, or one that is too old for the queries."""

    code = "store-server-unsupported"


class StoreFull(StoreError):
    """There is no room left on the store's disk."""

    code = "store-full"


class StoreHalted(StoreError):
    """The server stopped its database after an error of its own; often its disk is full."""

    code = "store-halted"


class StoreReadOnly(StoreError):
    """The server or the database may only be read."""

    code = "store-read-only"


class StoreHalfRestored(StoreError):
    """A restore into the store was begun and not finished."""

    code = "store-half-restored"


class StoreNotEmpty(StoreError):
    """A restore would mix two graphs."""

    code = "store-not-empty"


class GraphChanging(StoreError):
    """Somebody wrote while the whole graph was read."""

    code = "graph-changing"

    def __init__(self) -> None:
        super().__init__(
            "The graph was changed while it was read, so nothing is kept of what was read.",
            "Do it again when nothing is read into the graph any more.",
        )


class StoreTargetUnknown(StoreError):
    """The store address has a form that is not known."""

    code = "store-target-unknown"


class MigrationChanged(StoreError):
    """A step of the schema that the store has taken reads otherwise now."""

    code = "migration-changed"


class MigrationMissing(StoreError):
    """A step of the schema that the store has taken has no file."""

    code = "migration-missing"


class MigrationNewer(StoreError):
    """The store has taken a step of the schema that only a newer program knows."""

    code = "migration-newer"


class StatementError(GraphError):
    """A statement was not carried out; nothing of it was stored."""

    code = "statement"


class Refusal(StrEnum):
    """Why the guard refuses a user-typed statement."""

    EMPTY = "empty"
    UNREADABLE = "unreadable"
    SEVERAL = "several"
    WRITE = "write"
    ADMINISTRATION = "administration"
    OUTSIDE = "outside"
    PROCEDURE = "procedure"


class StatementRefused(StatementError):
    """User-typed Cypher that would do more than read; ``reason`` says which rule it broke."""

    code = "statement-refused"

    def __init__(self, reason: Refusal, message: str, cure: str) -> None:
        super().__init__(message, cure)
        self.reason = reason


class StatementInvalid(StatementError):
    """The server cannot parse it, or a parameter is missing."""

    code = "statement-invalid"


class StatementTimedOut(StatementError):
    """It took longer than its limit."""

    code = "statement-timed-out"


class StatementBusy(StatementError):
    """Too many user-typed statements run already."""

    code = "statement-busy"


class ConstraintViolated(StatementError):
    """Two nodes would share one key."""

    code = "constraint-violated"


class StatementFailed(StatementError):
    """Anything else that the server reports."""

    code = "statement-failed"


class JudgementError(GraphError):
    """What people have judged about names, points and facts."""

    code = "judgement"


class JudgementsContradict(JudgementError):
    """People say that two are the same, perhaps over others, and that they are not; ``cycle`` tells all of them."""

    code = "judgements-contradict"

    def __init__(self, judgements: Sequence[Judgement], cycle: Sequence[str], message: str, cure: str) -> None:
        super().__init__(message, cure)
        self.judgements = tuple(judgements)
        self.cycle = tuple(cycle)


class BookUnreadable(JudgementError):
    """The file of judgements cannot be opened or written."""

    code = "book-unreadable"


class BookLineInvalid(JudgementError):
    """A line of the file of judgements is not an entry; ``line`` counts from 1."""

    code = "book-line-invalid"

    def __init__(self, line: int, message: str, cure: str) -> None:
        super().__init__(message, cure)
        self.line = line


class DocumentError(GraphError):
    """A document that a person names."""

    code = "document"


class DocumentUnknown(DocumentError):
    """The graph holds no document of that sha256, beginning of one, path or address."""

    code = "document-unknown"

    def __init__(self, name: str) -> None:
        super().__init__(
            f"The graph holds no document '{name}'.",
            "Give its sha256 (or six digits of its beginning), its path, or its address on the web.",
        )


class DocumentAmbiguous(DocumentError):
    """Several documents may be meant; ``found`` are their sha256."""

    code = "document-ambiguous"

    def __init__(self, name: str, found: Sequence[str]) -> None:
        super().__init__(f"'{name}' may be {' or '.join(found)}.", "Give the whole sha256 of one.")
        self.found = tuple(found)


class BackupError(GraphError):
    """A backup cannot be made or used."""

    code = "backup"


class BackupNotWritten(BackupError):
    """The file cannot be written, or the graph changed all the while; what stood there before is as it was."""

    code = "backup-not-written"


class BackupUnreadable(BackupError):
    """The file is no backup, is damaged, or comes from another version; the store was not touched."""

    code = "backup-unreadable"


class ImportFolderTaken(GraphError):
    """Files for an import go into an empty folder: what lies there would be imported with them."""

    code = "import-folder-taken"


class SchemaBroken(GraphError):
    """A fact that graph/schema.toml has no place for."""

    code = "schema-broken"


class ValueRefused(GraphError):
    """A value that both servers cannot keep unchanged."""

    code = "value-refused"
