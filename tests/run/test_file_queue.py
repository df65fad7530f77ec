"""The queue in a folder shows whole messages only, and mends what a kill has torn."""

from pathlib import Path

import pytest
from kombu import Connection


@pytest.fixture
def queue(tmp_path: Path) -> Connection:
    folders = {"data_folder_in": tmp_path, "data_folder_out": tmp_path, "control_folder": tmp_path / "control"}
    (tmp_path / "control").mkdir()
    return Connection("filesystem://localhost//", transport_options=folders)


def test_message_comes_out_as_it_went_in(queue):
    with queue as connection:
        simple = connection.SimpleQueue("celery")
        simple.put({"job": 1})
        assert simple.get(timeout=30).payload == {"job": 1}


def test_half_written_message_is_not_seen(queue, tmp_path):
    with queue as connection:
        simple = connection.SimpleQueue("celery")
        (tmp_path / ".1_draft.celery.msg.part").write_text('{"half')
        assert simple.qsize() == 0


def test_torn_table_of_queues_is_made_anew(queue, tmp_path):
    (tmp_path / "control" / "torn.exchange").touch()
    with queue as connection:
        simple = connection.SimpleQueue("torn")
        simple.put({"job": 1})
        assert simple.get(timeout=30).payload == {"job": 1}
