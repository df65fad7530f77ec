"""One server has its folder and its port alone."""

import os
import socket
import struct

import pytest

from launch.claims import SILENCE, claim_data_folder, claim_port
from launch.sentences import CannotGoOn


def test_port_in_use_is_told_with_another_to_try():
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(CannotGoOn, match=f"PORT={port + 1}"):
            claim_port("127.0.0.1", str(port))


@pytest.mark.parametrize("port", ["http", "-1", "65536", "８０００", "8000 "])
def test_what_is_no_port_is_refused(port):
    with pytest.raises(CannotGoOn, match="whole number"):
        claim_port("127.0.0.1", port)


def test_an_address_of_another_machine_is_refused():
    with pytest.raises(CannotGoOn, match="HOST"):
        claim_port("192.0.2.1", "0")


def test_nobody_is_kept_waiting_before_the_site_serves():
    with claim_port("127.0.0.1", "0") as claimed, socket.socket() as reader:
        assert reader.connect_ex(claimed.getsockname()) != 0


def test_a_silent_caller_holds_nobody():
    with claim_port("127.0.0.1", "0") as claimed, socket.socket() as caller:
        claimed.listen()
        claimed.settimeout(0.3)
        caller.connect(claimed.getsockname())
        with pytest.raises(TimeoutError):
            claimed.accept()
        caller.send(b"GET")
        spoken, _ = claimed.accept()
        with spoken:
            waits = struct.unpack("ll", spoken.getsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, 16))
    assert waits == (SILENCE, 0)


def test_two_servers_do_not_share_a_data_folder(tmp_path):
    lock = claim_data_folder(tmp_path)
    with pytest.raises(CannotGoOn, match=str(os.getpid())):
        claim_data_folder(tmp_path)
    os.close(lock)
    os.close(claim_data_folder(tmp_path))


def test_a_missing_data_folder_is_made(tmp_path):
    os.close(claim_data_folder(tmp_path / "new" / "folder"))
    assert (tmp_path / "new" / "folder").is_dir()
