"""Uploaded files can be looked at, and can do nothing else."""

import pytest
from django.urls import reverse

from media.services import import_drawing

SVG_NAME = "drawings/orange-0123456789ab.svg"


def address(name: str) -> str:
    return f"/uploads/{name}"


@pytest.fixture
def put(uploads):
    def write(name: str, content: bytes = b"0123456789"):
        path = uploads / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return path

    return write


@pytest.fixture
def svg(put):
    put(SVG_NAME, b"<svg/>")
    put(f"{SVG_NAME}.gz", b"gz")
    put(f"{SVG_NAME}.br", b"b")
    return address(SVG_NAME)


def body(response) -> bytes:
    return b"".join(response.streaming_content) if response.streaming else response.content


@pytest.mark.parametrize(
    ("ending", "content_type"),
    [
        ("avif", "image/avif"),
        ("webp", "image/webp"),
        ("jpg", "image/jpeg"),
        ("png", "image/png"),
        ("svg", "image/svg+xml"),
    ],
)
def test_picture_has_its_type_and_a_cage(client, put, ending, content_type):
    put(f"prepared/1/a.{ending}")
    response = client.get(address(f"prepared/1/a.{ending}"))
    assert body(response) == b"0123456789"
    assert response["Content-Type"] == content_type
    assert response["Content-Disposition"] == "inline"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "default-src 'none'; style-src 'unsafe-inline'; sandbox"


@pytest.mark.parametrize("name", ["a.html", "a.js", "a.xml", "a.pdf", "a", "a.svgz", "a.svg.html"])
def test_s08_any_other_file_is_only_for_saving(client, put, name):
    put(f"prepared/1/{name}", b"<script>alert(1)</script>")
    response = client.get(address(f"prepared/1/{name}"))
    assert response["Content-Disposition"] == "attachment"
    assert response["Content-Type"] == "application/octet-stream"


@pytest.mark.parametrize(
    "name", ["originals/a.jpg", "documents/a.pdf", "wagtail_uploads/a.jpg", "a.jpg", "prepared/.a.jpg.draft"]
)
def test_what_is_not_for_everyone_is_not_there(client, put, name):
    put(name)
    assert client.get(address(name)).status_code == 404


@pytest.mark.parametrize(
    "name",
    ["../secret.jpg", "prepared/../../secret.jpg", "%2e%2e/secret.jpg", "..%2fsecret.jpg", "prepared/..\\..\\a.jpg",
     "prepared/%00.jpg", "/etc/passwd", "//etc/passwd", f"{'x' * 5000}.jpg"],
)  # fmt: skip
def test_path_out_of_the_folder_leads_nowhere(client, uploads, put, name):
    put("prepared/1/a.jpg")
    (uploads.parent / "secret.jpg").write_bytes(b"secret")
    assert client.get(address(name)).status_code == 404


@pytest.mark.parametrize("name", ["prepared", "prepared/", ""])
def test_folder_shows_no_list(client, put, name):
    put("prepared/1/a.jpg")
    assert client.get(address(name)).status_code in (302, 404)


def test_link_out_of_the_folder_leads_nowhere(client, uploads, put):
    put("prepared/1/a.jpg")
    put("originals/b.jpg")
    (uploads.parent / "secret.jpg").write_bytes(b"secret")
    (uploads / "prepared" / "out.jpg").symlink_to(uploads.parent / "secret.jpg")
    (uploads / "prepared" / "in.jpg").symlink_to(uploads / "originals" / "b.jpg")
    assert client.get(address("prepared/out.jpg")).status_code == 404
    assert client.get(address("prepared/in.jpg")).status_code == 404


def test_prepared_file_is_kept_for_ever_and_another_is_asked_for_again(client, put):
    put("prepared/1/a.jpg")
    put("images/a.jpg")
    assert "immutable" in client.get(address("prepared/1/a.jpg"))["Cache-Control"]
    assert "immutable" not in client.get(address("images/a.jpg"))["Cache-Control"]


@pytest.mark.parametrize(
    ("accepted", "encoding", "content"),
    [("br, gzip", "br", b"b"), ("gzip", "gzip", b"gz"), ("gzip, br;q=0", "gzip", b"gz"), ("", None, b"<svg/>")],
)
def test_drawing_goes_over_the_wire_compressed(client, svg, accepted, encoding, content):
    response = client.get(svg, headers={"accept-encoding": accepted})
    assert response.get("Content-Encoding") == encoding
    assert body(response) == content
    assert response["Content-Length"] == str(len(content))
    assert "Accept-Encoding" in response["Vary"]


def test_photo_is_not_compressed_again(client, put):
    put("prepared/1/a.jpg", b"0" * 5000)
    response = client.get(address("prepared/1/a.jpg"), headers={"accept-encoding": "gzip, br"})
    assert "Content-Encoding" not in response
    assert len(body(response)) == 5000


def test_file_that_the_phone_has_is_not_sent_again(client, svg):
    tag = client.get(svg, headers={"accept-encoding": "br"})["ETag"]
    again = client.get(svg, headers={"accept-encoding": "br", "if-none-match": f'"x", {tag}'})
    assert (again.status_code, body(again)) == (304, b"")
    assert client.get(svg, headers={"if-none-match": tag}).status_code == 200


@pytest.mark.parametrize(
    ("asked", "status", "content", "told"),
    [
        ("bytes=0-0", 206, b"0", "bytes 0-0/10"),
        ("bytes=2-5", 206, b"2345", "bytes 2-5/10"),
        ("bytes=8-", 206, b"89", "bytes 8-9/10"),
        ("bytes=-3", 206, b"789", "bytes 7-9/10"),
        ("bytes=5-99", 206, b"56789", "bytes 5-9/10"),
        ("bytes=10-", 416, b"", "bytes */10"),
        ("bytes=5-2", 416, b"", "bytes */10"),
        ("bytes=0-1,4-5", 200, b"0123456789", None),
        ("bytes=-", 200, b"0123456789", None),
        (f"bytes=0-{'9' * 5000}", 200, b"0123456789", None),
        ("lines=1-2", 200, b"0123456789", None),
    ],
)
def test_part_of_a_file_can_be_asked_for(client, put, asked, status, content, told):
    put("prepared/1/a.jpg")
    response = client.get(address("prepared/1/a.jpg"), headers={"range": asked, "accept-encoding": "gzip"})
    assert (response.status_code, body(response), response.get("Content-Range")) == (status, content, told)


def test_part_of_a_changed_file_is_the_whole_file(client, put):
    put("prepared/1/a.jpg")
    response = client.get(address("prepared/1/a.jpg"), headers={"range": "bytes=2-5", "if-range": '"old"'})
    assert (response.status_code, len(body(response))) == (200, 10)


def test_nothing_can_be_written_here(client, put):
    put("prepared/1/a.jpg")
    assert client.post(address("prepared/1/a.jpg")).status_code == 405


@pytest.mark.django_db
def test_drawing_of_two_kilobytes_costs_less_than_one(client, drawing, django_assert_num_queries):
    shapes = "".join(f'<circle cx="{n}" cy="40" r="20" fill="#e5762a"/>' for n in range(40))
    head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 328 208">'
    picture = import_drawing(key="orange", svg_path=drawing(f"{head}{shapes}</svg>"), title="橙子")
    with django_assert_num_queries(0):
        response = client.get(picture.file.url, headers={"accept-encoding": "gzip, br"})
    assert int(response["Content-Length"]) < 1000 < picture.file_size


def test_address_has_a_name():
    assert reverse("media:uploaded-file", args=["prepared/1/a.jpg"]) == "/uploads/prepared/1/a.jpg"
