"""The queue in a folder shows whole messages only, and mends what a kill has torn."""

from pathlib import Path

import pytest
from kombu import Connection


def queue_in(folder: Path) -> Connection:
    (folder / "control").mkdir(parents=True)
    folders = {"data_folder_in": folder, "data_folder_out": folder, "control_folder": folder / "control"}
    return Connection("filesystem://localhost//", transport_options=folders)


@pytest.fixture
def queue(tmp_path: Path) -> Connection:
    return queue_in(tmp_path)


def test_message_comes_out_as_it_went_in(queue):
    with queue as connection:
        simple = connection.SimpleQueue("celery")
        simple.put({"job": 1})
        assert simple.get(timeout=30).payload == {"job": 1}


def test_second_folder_in_one_process_has_its_own_queue(tmp_path):
    for name in ("first", "second"):
        with queue_in(tmp_path / name) as connection:
            simple = connection.SimpleQueue("celery")
            simple.put({"folder": name})
            assert simple.get(timeout=30).payload == {"folder": name}


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
