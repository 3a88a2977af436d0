"""What stands beside the text of old Word, RTF and OpenDocument files: told apart as in a .docx, or left out with a note."""

import subprocess

import pytest

from pipeline import readers
from pipeline.classification import permitted
from pipeline.errors import Classified

from .words import document_of, run, saved

BY = 'w:author="Lan" w:date="2025-01-01T00:00:00Z"'
CHANGED = (f'{run("Đạt ")}<w:del w:id="1" {BY}><w:r><w:delText>70%</w:delText></w:r></w:del>'
           f'<w:ins w:id="2" {BY}>{run("80%")}</w:ins>{run(" số hộ.")}')
HIDDEN = f'{run("Trước ")}<w:r><w:rPr><w:vanish/></w:rPr><w:t>chữ ẩn</w:t></w:r>{run(" và sau.")}'
BOX = ('<w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape id="a" style="width:200pt;height:40pt" type="#_x0000_t202"><v:textbox>'
       f'<w:txbxContent><w:p>{run("DỰ THẢO LẦN 2")}</w:p></w:txbxContent></v:textbox></v:shape></w:pict>')
TEXT = ["KẾ HOẠCH", "Đạt 80% số hộ.", "Trước và sau.", "Câu có bình luận."]


def word_file() -> bytes:
    """A document with a header and a footer, a tracked change, hidden words and a comment."""
    document = document_of("KẾ HOẠCH", CHANGED, HIDDEN, "Câu có bình luận.")
    document.sections[0].header.paragraphs[0].text = "TÀI LIỆU LƯU HÀNH NỘI BỘ"
    document.sections[0].footer.paragraphs[0].text = "Văn bản của xã Đồng Mây"
    document.add_comment(document.paragraphs[-1].runs, text="Xem lại câu này", author="Lan")
    return saved(document)


@pytest.fixture(scope="module")
def saved_as(tmp_path_factory):
    """Saves a .docx in another format, by LibreOffice."""
    folder = tmp_path_factory.mktemp("forms")

    def save(content: bytes, form: str) -> bytes:
        given = folder / "given.docx"
        given.write_bytes(content)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        subprocess.run(["soffice", profile, "--headless", "--convert-to", form, "--outdir", folder, given], check=True, capture_output=True)
        return given.with_suffix(f".{form}").read_bytes()

    return save


def told(content: bytes, name: str) -> tuple[list[str], set[tuple[str, str]], tuple[str, ...]]:
    """The blocks, the notes and the margins."""
    document = readers.read_bytes(content, name)
    return [block.text for block in document.blocks], {(note.code, note.message) for note in document.notes if "“”" not in note.message}, document.margins


@pytest.mark.parametrize("form", ["doc", "rtf", "odt"])
def test_margins_comments_changes_and_hidden_words_are_told_as_of_a_docx(form, saved_as):
    known = told(word_file(), "kh.docx")
    assert known[0] == TEXT
    assert {code for code, _ in known[1]} == {"tracked-change", "hidden-text-dropped", "comment-apart", "margin-apart"}
    assert told(saved_as(word_file(), form), f"kh.{form}") == known


@pytest.mark.parametrize("form", ["doc", "odt"])
def test_a_text_box_is_read_where_it_stands(form, saved_as):
    content = saved(document_of("KẾ HOẠCH", f"{run('Câu một.')}<w:r>{BOX}</w:r>", "Câu hai."))
    texts, notes, _ = told(saved_as(content, form), f"kh.{form}")
    assert texts == ["KẾ HOẠCH", "DỰ THẢO LẦN 2", "Câu một.", "Câu hai."]
    assert {code for code, _ in notes} == {"text-box-read"}


@pytest.mark.parametrize("form", ["doc", "rtf", "odt"])
def test_a_mark_of_secrecy_in_a_header_is_seen(form, saved_as):
    document = document_of("KẾ HOẠCH", "Nội dung.")
    document.sections[0].header.paragraphs[0].text = "MẬT"
    with pytest.raises(Classified):
        permitted(readers.read_bytes(saved_as(saved(document), form), f"kh.{form}"), False)


# Rich text, written by hand


def rtf(*inside: str) -> tuple[list[str], list[str], tuple[str, ...]]:
    document = readers.read_bytes(("{\\rtf1\\ansi{\\fonttbl{\\f0 Times New Roman;}{\\f1 .VnTime;}}" + "\\par ".join(inside) + "}").encode("cp1252"), "kh.rtf")
    return [block.text for block in document.blocks], [note.message for note in document.notes], document.margins


def test_a_header_in_an_old_font_is_put_into_unicode():
    assert rtf("{\\header\\f1 ñy ban nh©n d©n x·\\par}Ke hoach")[2] == ("ủy ban nhân dân xã",)


def test_the_number_of_a_page_in_a_header_is_none_of_its_words():
    assert rtf("{\\header{\\field{\\*\\fldinst PAGE}{\\fldrslt 2}}\\par}Ke hoach")[2] == ()


def test_words_are_hidden_until_the_switch_is_turned_off():
    texts, notes, _ = rtf("Mot {\\v hai}ba \\v bon\\v0 nam \\deleted sau\\plain bay")
    assert texts == ["Mot ba nam bay"]
    assert ["haibon" in note or "sau" in note for note in notes] == [True, True]


def test_hidden_letters_of_unicode_go_with_those_that_stand_for_them():
    assert rtf("Dat {\\v\\u7841?n}xong")[0] == ["Dat xong"]


def test_a_text_box_of_rich_text_is_read_by_libreoffice():
    assert "Du thao" in rtf("Ke hoach", "{\\shp{\\*\\shpinst\\shpwr3{\\sp{\\sn shapeType}{\\sv 202}}{\\shptxt \\pard Du thao\\par}}}Noi dung")[0]
