"""Celery's queue in a folder, made safe against a reader or a kill in the middle of a write.

The transport that comes with kombu writes a message in place: a worker that reads it half-written stops for good, and
so does every worker after a kill in the middle of writing the table of queues.
"""

import json
from pathlib import Path
from time import monotonic_ns
from uuid import uuid4

from kombu.exceptions import ChannelError
from kombu.transport import filesystem
from kombu.transport.virtual import BrokerState
from kombu.utils.json import dumps

from foundation.atomic_files import write_atomically


class Channel(filesystem.Channel):
    def _put(self, queue: str, payload: dict, **_options: object) -> None:  # type: ignore[override] # kombu disagrees too
        name = f"{monotonic_ns() // 1_000_000}_{uuid4()}.{queue}.msg"
        try:
            write_atomically(Path(self.data_folder_out) / name, dumps(payload).encode())
        except OSError as error:
            raise ChannelError(f"Cannot add a message to {self.data_folder_out}") from error

    def _queue_bind(self, exchange: str, routing_key: str, pattern: str, queue: str) -> None:
        _drop_if_torn(self._exchange_file(exchange))
        super()._queue_bind(exchange, routing_key, pattern, queue)


class Transport(filesystem.Transport):
    Channel = Channel

    def __init__(self, client: object, **options: object) -> None:
        super().__init__(client, **options)
        # Kombu keeps one state for the whole process: what was bound in one folder then counts as bound in every other,
        # and a message put there comes out nowhere.
        self.state = BrokerState()


def _drop_if_torn(table: Path) -> None:
    try:
        json.loads(table.read_bytes())
    except FileNotFoundError:
        pass
    except ValueError:
        table.unlink(missing_ok=True)
