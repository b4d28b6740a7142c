"""Every way in which the warehouse can refuse, named.  Each message is one line that says what to do.

WarehouseError
├── NoWarehouse        there is no file yet
├── WarehouseBusy      another process holds the lock, and went on holding it
├── NewerWarehouse     the file was made by a newer version of this program
├── MixedWarehouse     invented rows and real ones were about to meet
└── PublishRefused     the snapshot to be published does not hold what it must
"""


class WarehouseError(Exception):
    """The warehouse refused; the message says why and what to do."""


class NoWarehouse(WarehouseError):
    """There is no file to read yet."""


class WarehouseBusy(WarehouseError):
    """Another process holds the lock; `pid` is its number where it could be told."""

    def __init__(self, message: str, *, pid: int | None) -> None:
        super().__init__(message)
        self.pid = pid


class NewerWarehouse(WarehouseError):
    """The file's tables are not those of this version, nor of any version before it."""


class MixedWarehouse(WarehouseError):
    """A warehouse of the sample site was asked to take real releases, or the other way round."""


class PublishRefused(WarehouseError):
    """The copy made for publishing could not be opened; the public file stays as it was."""
