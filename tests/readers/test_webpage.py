"""Web pages: the document without the frame of its portal, tables, lists, footnotes, and fonts of old letters."""

from contextlib import suppress

import pytest

from pipeline import readers
from pipeline.errors import BrokenFile, EmptyFile

LETTERHEAD = "<table><tr><td>UBND XÃ<br>HÀ AN</td><td><b>CỘNG HÒA XÃ HỘI\n CHỦ NGHĨA VIỆT NAM</b><br>Độc lập - Tự do - Hạnh phúc</td></tr></table>"


def read(body: str, head: str = ""):
    return readers.read_bytes(f"<html><head>{head}</head><body>{body}</body></html>".encode(), "kh.html")


def texts(body: str, head: str = "") -> list[str]:
    return [block.text for block in read(body, head).blocks]


def test_paragraphs_headings_and_lines_are_told_apart():
    document = read("<h2>KẾ HOẠCH</h2><div>Phát động\n  phong  trào<p>trên <b>địa</b> bàn</div>Cuối<br><br>Hết")
    assert [(block.kind, block.text) for block in document.blocks] == [
        ("heading", "KẾ HOẠCH"), ("paragraph", "Phát động phong trào"), ("paragraph", "trên địa bàn"), ("paragraph", "Cuối"),
        ("paragraph", "Hết")]


def test_a_line_broken_by_hand_is_remembered():
    block = read("<p>Phát động<br>phong trào</p>").blocks[0]
    assert (block.text, block.breaks) == ("Phát động phong trào", (10,))


def test_a_letterhead_table_is_laid_out_and_a_real_one_is_not():
    document = read(LETTERHEAD + '<table border="1"><tr><th>TT</th><th>Nhiệm vụ</th></tr><tr><td>1</td><td>Tập huấn</td></tr></table>')
    assert [(block.kind, block.text) for block in document.blocks] == [
        ("paragraph", "UBND XÃ"), ("paragraph", "HÀ AN"), ("paragraph", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("paragraph", "Độc lập - Tự do - Hạnh phúc"), ("cell", "TT"), ("cell", "Nhiệm vụ"), ("cell", "1"), ("cell", "Tập huấn")]


def test_merged_cells_keep_the_others_in_their_columns():
    rows = "<tr><td rowspan=2>TT</td><td colspan=2>Thời hạn</td></tr><tr><td>Quý I</td><td>Quý II</td></tr>"
    document = read(f"<table border=1><tbody>{rows}</tbody></table>")
    assert [(block.text, block.cell.row, block.cell.column, block.cell.rows, block.cell.columns) for block in document.blocks] == [
        ("TT", 0, 0, 2, 1), ("Thời hạn", 0, 1, 1, 2), ("Quý I", 1, 1, 1, 1), ("Quý II", 1, 2, 1, 1)]


def test_lines_drawn_by_a_style_make_a_table():
    cell = '<td style="border: 1px solid #000">{}</td>'
    assert [block.kind for block in read(f"<table><tr>{cell.format('a')}{cell.format('b')}</tr></table>").blocks] == ["cell", "cell"]


def test_the_frame_of_a_portal_is_dropped_with_a_note():
    menu = "<ul><li><a href='/'>Trang chủ</a></li></ul>"
    body = f"<form>{menu}<div>{LETTERHEAD}{'<p>Tổ chức thực hiện kế hoạch này trên địa bàn xã.</p>' * 20}</div><div>Tin khác</div></form>"
    document = read(body)
    assert document.blocks[0].text == "UBND XÃ"
    assert document.blocks[-1].text == "Tổ chức thực hiện kế hoạch này trên địa bàn xã."
    assert [(note.code, "4 từ" in note.message) for note in document.notes] == [("page-frame-dropped", True)]


def test_a_page_without_a_letterhead_is_read_whole():
    assert texts("<div>Trang chủ</div><p>Kế hoạch</p>") == ["Trang chủ", "Kế hoạch"]


def test_scripts_styles_and_comments_are_no_text():
    assert texts("<script>var a = 'x'</script><p>Kế hoạch<!-- ẩn --></p><style>p {}</style>", "<title>Trang</title>") == ["Kế hoạch"]


def test_text_that_is_not_shown_is_left_out_with_a_note():
    document = read("<p>Đạt 80%.<span style='display: none'> ghi chú</span></p>")
    assert ([block.text for block in document.blocks], [note.code for note in document.notes]) == (["Đạt 80%."], ["hidden-text-dropped"])


@pytest.mark.parametrize(("items", "printed"), [
    ("<ol><li>một<li>hai</ol>", ["1. một", "2. hai"]), ('<ol type="a" start="3"><li>ba</ol>', ["c. ba"]), ("<ul><li>một</ul>", ["• một"]),
    ('<ol type="I"><li>một<li value="5">năm</ol>', ["I. một", "V. năm"])])
def test_items_of_a_list_have_their_numbers(items, printed):
    assert texts(items) == printed


@pytest.mark.parametrize("called", [
    '<p>Đạt 80%<a href="#_ftn1" name="_ftnref1">[1]</a> người dân.</p><p>Sau</p><div id="ftn1"><p><a href="#_ftnref1" name="_ftn1">[1]</a> Theo số 9.</p></div>',
    '<p>Đạt 80%<a id="a1" href="#s1"><sup>1</sup></a> người dân.</p><p>Sau</p><p><a id="s1" href="#a1">1</a>Theo số 9.</p>'])
def test_a_footnote_follows_the_paragraph_that_calls_it(called):
    assert [(block.kind, block.text) for block in read(called).blocks] == [
        ("paragraph", "Đạt 80% người dân."), ("footnote", "Theo số 9."), ("paragraph", "Sau")]


def test_old_letters_are_converted_by_their_fonts():
    head = "<style>p.MsoNormal, li {font-family:\".VnTime\"} .to {font-family: .VnTimeH}</style>"
    body = '<p class="MsoNormal">ch\u00ada cã <span class="to">kÕ ho¹ch</span> <font face="VNI-Times">soá</font> <span style="font-family:Arial">soá</span></p>'
    document = read(body, head)
    assert (document.blocks[0].text, document.source.encoding) == ("chưa có KẾ HOẠCH số soá", "tcvn3+vni")


def test_a_page_in_bytes_of_old_letters_is_known_by_its_words():
    page = "<html><meta charset='x-user-defined'><p>§¬n vÞ chñ tr× tæ chøc thùc hiÖn, phèi hîp víi c¸c c¬ quan liªn quan.</p></html>"
    document = readers.read_bytes(page.encode("cp1252"), "kh.htm")
    assert document.blocks[0].text == "Đơn vị chủ trì tổ chức thực hiện, phối hợp với các cơ quan liên quan."


def test_capitals_of_a_style_are_capitals():
    assert texts("<p style='text-transform: uppercase'>Kế hoạch</p>") == ["KẾ HOẠCH"]


def test_wide_spaces_set_columns_apart_and_narrow_ones_do_not():
    gap = "&nbsp;" * 8
    assert texts(f"<p>UBND XÃ HÀ AN{gap}CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p>") == ["UBND XÃ HÀ AN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]


def test_a_page_in_an_archive_is_read():
    archive = ("From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\n"
               "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>K=E1=BA=BF ho=E1=BA=A1ch</p>\r\n--b--\r\n")
    assert readers.read_bytes(archive.encode(), "kh.mht").blocks[0].text == "Kế hoạch"


@pytest.mark.parametrize("page", ["<html></html>", "<html><body>  </body></html>", "<html><frameset><frame src='a'></frameset></html>"])
def test_a_page_without_text_is_an_error(page):
    with pytest.raises((BrokenFile, EmptyFile)):
        readers.read_bytes(page.encode(), "kh.html")


@pytest.mark.parametrize("depth", [50, 200, 240, 252])
@pytest.mark.parametrize("tag", ["div", "table><tr><td", "span", "ul><li"])
def test_a_page_of_deep_nesting_is_read_or_refused(tag, depth):
    with suppress(EmptyFile):
        assert texts(f"<{tag}>" * (depth // (tag.count("<") + 1)) + "Kế hoạch")[-1].endswith("Kế hoạch")
    with suppress(EmptyFile):
        assert texts(f"<{tag}>" * 5000 + "Kế hoạch")


def test_a_cell_that_claims_to_reach_over_everything_is_bounded():
    assert texts("<table border=1><tr><td colspan=99999999 rowspan=99999999>a</td><td>b</td></tr></table>") == ["a", "b"]


def test_signs_of_control_are_spaces():
    assert texts("<p>Kế\x0choạch\x00 <a href='#x' name='y'>\x01</a>xã</p>") == ["Kế hoạch xã"]


def test_a_page_that_was_cut_short_is_read_with_a_note():
    document = readers.read_bytes("<!DOCTYPE html>\n<html><body><p>Phát động</p><p>phong".encode(), "kh.html")
    assert [note.code for note in document.notes] == ["file-cut-short"]
    assert readers.read_bytes("<p>Phát động</p>".encode(), "kh.html").notes == ()
