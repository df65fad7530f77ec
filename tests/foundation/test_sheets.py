"""Reading tables as officials' spreadsheets really write them."""

import codecs

import pytest

from foundation.sheets import SheetError, encoding_of, open_table, rows_of

TEXT = "code,name\n522731102,好花红镇\n522731103,摆金镇\n"
LONG_TEXT = TEXT + "".join(f"5227311022{n:02d},惠水县好花红镇\n" for n in range(20))


@pytest.fixture
def written(tmp_path):
    def write(content: bytes):
        path = tmp_path / "table.csv"
        path.write_bytes(content)
        return path

    return write


def _cells(path):
    return [row.cells for row in open_table(path).rows()]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_chinese_is_read_in_every_encoding_that_excel_saves(written, encoding):
    path = written(TEXT.encode(encoding))
    assert open_table(path).columns == ["code", "name"]
    assert _cells(path) == [["522731102", "好花红镇"], ["522731103", "摆金镇"]]


def test_a_rare_character_survives_gb18030(written):
    assert _cells(written("code,name\n1,𠮷村\n".encode("gb18030"))) == [["1", "𠮷村"]]


def test_the_two_characters_that_fool_notepad_are_read(written):
    assert _cells(written("code,name\n1,联通\n2,好花红\n".encode("gb18030"))) == [["1", "联通"], ["2", "好花红"]]


def test_gb18030_after_a_million_plain_characters_is_still_seen(written):
    path = written(b"code,name\n" + b"1,plain\n" * 200_000 + "2,好花红\n".encode("gb18030"))
    assert encoding_of(path) == "gb18030"


def test_a_character_cut_by_a_block_is_read(written):
    content = b"a" * ((1 << 20) - 1) + "好".encode()
    assert encoding_of(written(content)) == "utf-8-sig"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        TEXT.encode("utf-16")[:-1],
        TEXT.encode("utf-16-le")[:-1],
        b"PK\x03\x04" + b"\x14\x00\x06" * 50,
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 50,
        b"code,name\n1,\xff\xfe\xfd\n",
        b"\n\n",
    ],
)
def test_what_is_no_table_gets_one_sentence(written, content):
    with pytest.raises(SheetError) as caught:
        open_table(written(content))
    assert caught.value.sentence.endswith((".", "。"))


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_is_known_without_its_mark(written, encoding):
    assert encoding_of(written(TEXT.encode(encoding))) == encoding


def test_damaged_utf8_is_not_taken_for_gb18030(written):
    with pytest.raises(SheetError) as caught:
        open_table(written(LONG_TEXT.encode()[:-2] + b"\n"))
    assert caught.value.line == 23


def test_damaged_text_with_a_utf8_mark_is_refused(written):
    with pytest.raises(SheetError):
        open_table(written(b"\xef\xbb\xbfcode,name\n1,\xe5\xa5\n"))


@pytest.mark.parametrize("name", ["missing.csv", "."])
def test_a_file_that_cannot_be_read_gets_one_sentence(tmp_path, name):
    with pytest.raises(SheetError):
        open_table(tmp_path / name)


def test_a_column_named_twice_is_refused(written):
    with pytest.raises(SheetError, match="name"):
        open_table(written(b"code,name,name\n"))


def test_rows_know_the_line_on_which_they_begin(written):
    path = written(b'code,name\n\n1,"two\nlines"\n2,b\n')
    assert [row.line for row in open_table(path).rows()] == [3, 5]


def test_a_quotation_mark_never_closed_is_reported_at_its_line(written):
    table = open_table(written(b'code,name\n1,a\n2,"b\n3,c\n'))
    with pytest.raises(SheetError) as caught:
        list(table.rows())
    assert caught.value.line == 3


def test_a_cell_of_a_megabyte_is_refused(written):
    table = open_table(written(b"code,name\n1," + b"a" * 1_000_000 + b"\n"))
    with pytest.raises(SheetError):
        list(table.rows())


def test_tabs_pasted_from_a_sheet_are_understood(written):
    assert _cells(written("code\tname\r\n1\t好花红\r\n".encode())) == [["1", "好花红"]]


def test_column_names_are_taken_in_half_width_without_spaces(written):
    assert open_table(written("ｃｏｄｅ ， x\n".replace("，", ",").encode())).columns == ["code", "x"]


def test_rows_of_any_length_are_handed_on(written):
    assert _cells(written(b"a,b\n1\n1,2,3\n")) == [["1"], ["1", "2", "3"]]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_with_its_mark_is_read(written, encoding):
    mark = {"utf-16": b"", "utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}[encoding]
    path = written(mark + "code\tname\n1\t好花红\n".encode(encoding))
    assert [row.cells for row in open_table(path).rows()] == [["1", "好花红"]]


def test_titles_above_the_heading_are_lines_too(written):
    path = written("学员花名册,,\n,,\n姓名,村,\n杨小花,好花红,\n".encode())
    assert [(row.line, row.cells[0]) for row in rows_of(path)] == [(1, "学员花名册"), (3, "姓名"), (4, "杨小花")]
