"""Word files: reading order, tables, footnotes, automatic numbers, tracked changes."""

import io
import zipfile

import pytest
from docx.oxml import parse_xml

from pipeline import readers
from pipeline.errors import BrokenFile, EmptyFile

from .words import W, document_of, level, numbered, numbering, run, saved


def read(document, **parts: str):
    return readers.read_bytes(saved(document, **parts), "kh.docx")


def texts(document, **parts: str) -> list[str]:
    return [block.text for block in read(document, **parts).blocks]


def kinds(read) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in read.blocks]


def test_paragraphs_and_tables_come_in_the_order_of_the_page():
    document = document_of("Trước bảng")
    table = document.add_table(rows=1, cols=2, style="Table Grid")
    table.cell(0, 0).text, table.cell(0, 1).text = "TT", "Nhiệm vụ"
    document.add_paragraph("Sau bảng")
    assert texts(document) == ["Trước bảng", "TT", "Nhiệm vụ", "Sau bảng"]


def test_text_is_composed_and_has_single_spaces():
    assert texts(document_of("  Kê\u0301 hoa\u0323ch   số\u00a045 ")) == ["Kế hoạch số 45"]


def test_a_merged_cell_is_one_block_that_tells_how_far_it_reaches():
    document = document_of()
    table = document.add_table(rows=3, cols=3, style="Table Grid")
    table.cell(0, 0).merge(table.cell(0, 2)).text = "I. TUYÊN TRUYỀN"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "Sở Nội vụ"
    table.cell(2, 2).text = "Quý III"
    cells = [(block.text, block.cell) for block in read(document).blocks]
    assert [(text, cell.row, cell.column, cell.rows, cell.columns) for text, cell in cells] == [
        ("I. TUYÊN TRUYỀN", 0, 0, 1, 3),
        ("Sở Nội vụ", 1, 0, 2, 1),
        ("Quý III", 2, 2, 1, 1),
    ]


def test_tables_are_counted():
    document = document_of()
    for _ in range(2):
        document.add_table(rows=1, cols=2, style="Table Grid").cell(0, 0).text = "TT"
    assert [block.cell.table for block in read(document).blocks] == [0, 1]


def test_the_paragraphs_of_a_cell_are_one_block_that_remembers_where_each_begins():
    document = document_of()
    cell = document.add_table(rows=1, cols=2, style="Table Grid").cell(0, 0)
    cell.text = "- Sở Y tế;"
    cell.add_paragraph("- Công an tỉnh.")
    block = read(document).blocks[0]
    assert (block.text, block.breaks) == ("- Sở Y tế; - Công an tỉnh.", (11,))


def test_a_letterhead_table_becomes_its_lines():
    document = document_of()
    table = document.add_table(rows=2, cols=2)
    table.cell(0, 0).text = "ỦY BAN NHÂN DÂN"
    table.cell(0, 0).add_paragraph("XÃ SUỐI BẠC")
    table.cell(0, 1).text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
    table.cell(1, 0).text, table.cell(1, 1).text = "Số: 12/KH-UBND", "Suối Bạc, ngày 05 tháng 9 năm 2025"
    assert kinds(read(document)) == [
        ("paragraph", text)
        for text in (
            "ỦY BAN NHÂN DÂN",
            "XÃ SUỐI BẠC",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "Số: 12/KH-UBND",
            "Suối Bạc, ngày 05 tháng 9 năm 2025",
        )
    ]


def test_a_table_of_tasks_without_lines_is_still_a_table():
    document = document_of()
    table = document.add_table(rows=2, cols=3)
    for cell, text in zip(table._cells, ("STT", "Nội dung", "Thời gian", "1", "Tập huấn", "Quý IV"), strict=True):
        cell.text = text
    assert {block.kind for block in read(document).blocks} == {"cell"}


def test_a_signature_table_becomes_its_lines():
    document = document_of()
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "Nơi nhận:\n- Như trên;\n- Lưu: VT."
    table.cell(0, 1).text = "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\n\nNguyễn Văn Bạc"
    assert texts(document) == ["Nơi nhận:", "- Như trên;", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn Bạc"]


def test_columns_set_apart_by_a_tab_are_two_lines():
    assert texts(document_of("UBND TỈNH\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")) == ["UBND TỈNH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]


def test_a_line_broken_by_hand_stays_in_its_block_and_is_remembered():
    block = read(document_of("Phát động Phong trào\ntrên địa bàn xã")).blocks[0]
    assert (block.text, block.breaks) == ("Phát động Phong trào trên địa bàn xã", (21,))


def test_lines_of_a_letterhead_put_in_one_paragraph_are_blocks_of_their_own():
    assert texts(document_of("UBND HUYỆN SUỐI\nỦY BAN NHÂN DÂN XÃ BẠC")) == ["UBND HUYỆN SUỐI", "ỦY BAN NHÂN DÂN XÃ BẠC"]


def test_a_heading_broken_by_hand_stays_whole():
    assert texts(document_of("II. NHIỆM VỤ TRỌNG TÂM\nVÀ GIẢI PHÁP")) == ["II. NHIỆM VỤ TRỌNG TÂM VÀ GIẢI PHÁP"]


def test_units_put_on_lines_of_one_paragraph_are_blocks_of_their_own():
    assert texts(document_of("Nhiệm vụ như sau:\n1. Tuyên truyền.\n2. Tập huấn.")) == [
        "Nhiệm vụ như sau:",
        "1. Tuyên truyền.",
        "2. Tập huấn.",
    ]


def test_a_footnote_follows_the_paragraph_that_calls_it():
    called = run("Phấn đấu 80% người dân") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run(" có kỹ năng số.")
    footnotes = (
        '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        f'<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>{run(" Theo Kế hoạch số 9/KH-UBND.")}</w:p></w:footnote>'
    )
    assert kinds(read(document_of(called, "2. Tập huấn."), footnotes=footnotes)) == [
        ("paragraph", "Phấn đấu 80% người dân có kỹ năng số."),
        ("footnote", "Theo Kế hoạch số 9/KH-UBND."),
        ("paragraph", "2. Tập huấn."),
    ]


def test_a_footnote_without_text_leaves_a_note():
    document = read(document_of(run("Đạt 80%") + '<w:r><w:footnoteReference w:id="7"/></w:r>'))
    assert [note.code for note in document.notes] == ["footnote-without-text"]


def test_automatic_numbers_are_read_as_printed():
    levels = (level(0, "upperRoman", "%1."), level(1, "decimal", "%2."), level(2, "decimal", "%2.%3."), level(3, "lowerLetter", "%4)"))
    document = document_of(
        numbered("MỤC ĐÍCH"),
        numbered("Mục đích", 1),
        numbered("Yêu cầu", 1),
        numbered("Chung", 2),
        numbered("Riêng", 2),
        numbered("Tập huấn", 3),
        numbered("NHIỆM VỤ"),
        numbered("Tuyên truyền", 1),
        numbered("Đài", 2),
    )
    assert texts(document, numbering=numbering(*levels)) == [
        "I. MỤC ĐÍCH",
        "1. Mục đích",
        "2. Yêu cầu",
        "2.1. Chung",
        "2.2. Riêng",
        "a) Tập huấn",
        "II. NHIỆM VỤ",
        "1. Tuyên truyền",
        "1.1. Đài",
    ]


def test_a_list_starts_where_it_is_told_to():
    assert texts(document_of(numbered("Năm 2025")), numbering=numbering(level(0, "decimal", "%1.", start=3))) == ["3. Năm 2025"]


def test_a_list_that_starts_anew_counts_from_its_own_start():
    keys = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    document = document_of(numbered("một"), numbered("hai"), numbered("một lại", key=2), numbered("hai lại", key=2))
    assert texts(document, numbering=numbering(level(0, "lowerLetter", "%1)"), keys=keys)) == [
        "a) một",
        "b) hai",
        "a) một lại",
        "b) hai lại",
    ]


def test_two_lists_of_one_kind_count_on():
    keys = "".join(f'<w:num w:numId="{key}"><w:abstractNumId w:val="0"/></w:num>' for key in (1, 2))
    document = document_of(numbered("một"), numbered("hai", key=2))
    assert texts(document, numbering=numbering(level(0, "decimal", "%1."), keys=keys)) == ["1. một", "2. hai"]


@pytest.mark.parametrize(("sign", "printed"), [("-", "- Tập huấn"), ("+", "+ Tập huấn"), ("\uf0b7", "• Tập huấn"), ("o", "◦ Tập huấn")])
def test_a_bullet_is_read_as_its_sign(sign, printed):
    assert texts(document_of(numbered("Tập huấn")), numbering=numbering(level(0, "bullet", sign))) == [printed]


def test_numbers_of_table_rows_are_read():
    document = document_of()
    table = document.add_table(rows=2, cols=2, style="Table Grid")
    table.cell(0, 1).text, table.cell(1, 1).text = "Tuyên truyền", "Tập huấn"
    for row in (0, 1):
        paragraph = table.cell(row, 0).paragraphs[0]._p
        paragraph.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = 1
    assert texts(document, numbering=numbering(level(0, "decimal", "%1"))) == ["1", "Tuyên truyền", "2", "Tập huấn"]


def test_of_tracked_changes_what_was_put_in_counts_and_what_was_struck_out_does_not():
    changed = (
        run("Đạt ") + '<w:del w:id="1" w:author="a"><w:r><w:delText>70%</w:delText></w:r></w:del>'
        f'<w:ins w:id="2" w:author="a">{run("80%")}</w:ins>' + run(" người dân.")
    )
    document = read(document_of(changed))
    assert document.blocks[0].text == "Đạt 80% người dân."
    assert [(note.code, "70%" in note.message) for note in document.notes] == [("tracked-change", True)]


def test_a_struck_paragraph_mark_joins_two_paragraphs():
    first = '<w:pPr><w:rPr><w:del w:id="1" w:author="a"/></w:rPr></w:pPr>' + run("Phòng Văn hóa ")
    assert texts(document_of(first, "chủ trì.")) == ["Phòng Văn hóa chủ trì."]


def test_the_text_of_a_link_is_read():
    assert texts(document_of(run("Xem ") + f"<w:hyperlink>{run('chuyendoiso.gov.vn')}</w:hyperlink>")) == ["Xem chuyendoiso.gov.vn"]


def test_a_tab_is_a_space_and_no_break_hyphen_a_hyphen():
    assert texts(document_of("<w:r><w:t>Kính gửi:</w:t><w:tab/><w:t>UBND 45</w:t><w:noBreakHyphen/><w:t>KH</w:t></w:r>")) == [
        "Kính gửi: UBND 45-KH"
    ]


def test_letters_that_are_printed_as_capitals_are_capitals():
    assert texts(document_of("<w:r><w:rPr><w:caps/></w:rPr><w:t>Kế hoạch</w:t></w:r>")) == ["KẾ HOẠCH"]


def test_hidden_text_is_left_out_with_a_note():
    document = read(document_of(run("Đạt 80%.") + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>ghi chú</w:t></w:r>"))
    assert [block.text for block in document.blocks] == ["Đạt 80%."]
    assert [note.code for note in document.notes] == ["hidden-text-dropped"]


def test_a_heading_style_makes_a_heading():
    document = document_of()
    document.add_heading("Mục đích", level=2)
    document.add_paragraph("Phổ cập.")
    assert kinds(read(document)) == [("heading", "Mục đích"), ("paragraph", "Phổ cập.")]


def test_a_text_box_is_read_once_with_a_note():
    inside = f"<w:txbxContent><w:p>{run('DỰ THẢO')}</w:p></w:txbxContent>"
    box = (
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f'<mc:Choice Requires="wps"><w:drawing>{inside}</w:drawing></mc:Choice><mc:Fallback><w:pict>{inside}</w:pict></mc:Fallback>'
        "</mc:AlternateContent></w:r>"
    )
    document = read(document_of(box + run("KẾ HOẠCH")))
    assert [block.text for block in document.blocks] == ["DỰ THẢO", "KẾ HOẠCH"]
    assert [note.code for note in document.notes] == ["text-box-read"]


def test_a_picture_leaves_a_note_where_it_stands():
    picture = '<w:r><w:drawing><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"/></w:drawing></w:r>'
    document = read(document_of("Trước", picture, "Sau"))
    assert [(note.code, note.span.block) for note in document.notes] == [("picture-skipped", 0)]


def test_content_controls_are_read():
    document = document_of(run("Chủ trì: ") + f"<w:sdt><w:sdtContent>{run('Công an xã')}</w:sdtContent></w:sdt>")
    assert texts(document) == ["Chủ trì: Công an xã"]


def test_a_document_without_text_is_an_error():
    with pytest.raises(EmptyFile, match="holds no text"):
        read(document_of())


def test_a_file_that_was_cut_short_is_an_error_that_says_so():
    content = saved(document_of("Kế hoạch"))
    with pytest.raises(BrokenFile, match="cut short"):
        readers.read_bytes(content[: len(content) // 2], "kh.docx")


def test_a_file_with_a_damaged_part_is_an_error_that_says_so():
    with pytest.raises(BrokenFile, match="damaged"):
        read(document_of("Kế hoạch"), styles="<w:style>")


@pytest.mark.parametrize(("code", "printed"), [("F0B3", "≥ 80%"), ("2265", "≥ 80%"), ("F0FF", "80%"), ("khác", "80%")])
def test_a_sign_of_a_symbol_font_is_the_sign_that_it_looks_like(code, printed):
    assert texts(document_of(f'<w:r><w:sym w:font="Symbol" w:char="{code}"/></w:r>' + run(" 80%"))) == [printed]


# Around the text, and on top of it


def with_files(content: bytes, **files: str) -> bytes:
    """`content` with more parts, each by the name of its file below `word/`."""
    buffer = io.BytesIO(content)
    with zipfile.ZipFile(buffer, "a") as archive:
        for name, text in files.items():
            archive.writestr(f"word/{name}.xml", text)
    return buffer.getvalue()


def margin(kind: str, *paragraphs: str) -> str:
    inside = "".join(f"<w:p>{run(text)}</w:p>" for text in paragraphs)
    return f'<w:{kind} xmlns:w="{W}">{inside}</w:{kind}>'


def test_headers_and_footers_are_kept_apart_each_line_once():
    first, other = margin("hdr", "SỞ NỘI VỤ", "2"), margin("hdr", "SỞ NỘI VỤ")
    files = {"header7": first, "header8": other, "footer9": margin("ftr", "Trang 3", "Lưu hành nội bộ")}
    document = readers.read_bytes(with_files(saved(document_of("Kế hoạch")), **files), "kh.docx")
    assert [block.text for block in document.blocks] == ["Kế hoạch"]
    assert document.margins == ("SỞ NỘI VỤ", "Lưu hành nội bộ")
    assert [note.code for note in document.notes] == ["margin-apart", "margin-apart"]


def test_a_comment_is_no_text_but_a_note_where_it_stands():
    comments = f'<w:comment w:id="4" w:author="Lan"><w:p>{run("Xem lại số này")}</w:p></w:comment>'
    document = read(document_of("Trước", run("Đạt 80%.") + '<w:r><w:commentReference w:id="4"/></w:r>', "Sau"), comments=comments)
    assert [block.text for block in document.blocks] == ["Trước", "Đạt 80%.", "Sau"]
    (told,) = document.notes
    assert (told.code, told.span.block, "Lan" in told.message, "Xem lại số này" in told.message) == ("comment-apart", 1, True, True)


@pytest.mark.parametrize("style", ['<w:rStyle w:val="An"/>', '<w:specVanish/>'])
def test_text_is_hidden_by_its_style_as_well(style):
    styles = '<w:style w:type="character" w:styleId="An"><w:rPr><w:vanish/></w:rPr></w:style>'
    document = read(document_of(run("Đạt 80%.") + f"<w:r><w:rPr>{style}</w:rPr><w:t>ghi chú</w:t></w:r>"), styles=styles)
    assert ([block.text for block in document.blocks], [note.code for note in document.notes]) == (["Đạt 80%."], ["hidden-text-dropped"])


def test_text_shown_although_its_style_hides_it_is_read():
    styles = '<w:style w:type="character" w:styleId="An"><w:rPr><w:vanish/></w:rPr></w:style>'
    shown = '<w:r><w:rPr><w:rStyle w:val="An"/><w:vanish w:val="0"/></w:rPr><w:t>Đạt 80%.</w:t></w:r>'
    assert texts(document_of(shown), styles=styles) == ["Đạt 80%."]


def test_a_sign_typed_in_a_symbol_font_is_the_sign_that_it_looks_like():
    assert texts(document_of("Tỷ lệ \uf0b3 80%", "\uf0b7 Tập huấn")) == ["Tỷ lệ ≥ 80%", "• Tập huấn"]


def test_words_drawn_as_a_picture_of_letters_are_read():
    art = '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textpath string="DỰ THẢO"/></v:shape></w:pict></w:r>'
    assert texts(document_of(art)) == ["DỰ THẢO"]


@pytest.mark.parametrize("kind", ["chart/chart", "diagram/relIds"])
def test_a_chart_or_a_diagram_leaves_a_note(kind):
    space, name = kind.split("/")
    drawn = f'<w:r><w:drawing><c:{name} xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/{space}"/></w:drawing></w:r>'
    assert [note.code for note in read(document_of("Trước", drawn)).notes] == ["picture-skipped"]


def test_a_text_box_of_an_older_word_is_read():
    box = f"<w:pict><w:txbxContent><w:p>{run('HỎA TỐC')}</w:p></w:txbxContent></w:pict>"
    assert texts(document_of(f"<w:r>{box}</w:r>" + run("KẾ HOẠCH"))) == ["HỎA TỐC", "KẾ HOẠCH"]


def test_content_controls_round_paragraphs_rows_and_cells_are_read():
    document = document_of("Trước")
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    held = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"
    row = f"<w:tr>{cell.format('TT')}{held.format(cell.format('Nhiệm vụ'))}</w:tr>"
    held_row = held.format(f"<w:tr>{cell.format(1)}{cell.format('Tập huấn')}</w:tr>")
    table = f"<w:tbl><w:tblPr/>{row}{held_row}</w:tbl>"
    paragraph = held.format(f"<w:p>{run('Trong khung')}</w:p>")
    for xml in (paragraph, table):
        element = parse_xml(f'<w:body xmlns:w="{W}">{xml}</w:body>')[0]
        document.element.body.insert(len(document.element.body) - 1, element)
    assert texts(document) == ["Trước", "Trong khung", "TT", "Nhiệm vụ", "1", "Tập huấn"]


def test_the_result_of_a_field_is_read_and_its_code_is_not():
    field = ('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF muc </w:instrText></w:r>'
             '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("mục 4.7") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    simple = f'<w:fldSimple w:instr="DATE">{run("12/9/2025")}</w:fldSimple>'
    assert texts(document_of(run("Theo ") + field + run(" ngày ") + simple)) == ["Theo mục 4.7 ngày 12/9/2025"]


def test_an_endnote_follows_the_paragraph_that_calls_it():
    endnotes = f'<w:endnote w:id="3"><w:p>{run("Theo Quyết định số 5/QĐ-TTg.")}</w:p></w:endnote>'
    called = run("Đạt 80%") + '<w:r><w:endnoteReference w:id="3"/></w:r>'
    assert kinds(read(document_of(called, "Sau"), endnotes=endnotes))[1] == ("footnote", "Theo Quyết định số 5/QĐ-TTg.")


def test_what_was_moved_counts_where_it_stands_now():
    moved = f'<w:moveFrom w:id="1" w:author="a">{run("cũ ")}</w:moveFrom><w:moveTo w:id="2" w:author="a">{run("mới")}</w:moveTo>'
    document = read(document_of(moved))
    assert (document.blocks[0].text, [note.code for note in document.notes]) == ("mới", ["tracked-change"])


def test_a_table_inside_a_cell_is_read_in_its_cell():
    document = document_of()
    table = document.add_table(rows=2, cols=2, style="Table Grid")
    for cell, text in zip(table._cells, ("TT", "Nhiệm vụ", "1", "Tập huấn"), strict=True):
        cell.text = text
    inner = table.cell(1, 1).add_table(rows=1, cols=2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "Quý I", "Quý II"
    assert texts(document) == ["TT", "Nhiệm vụ", "1", "Tập huấn Quý I Quý II"]


@pytest.mark.parametrize(("form", "printed"), [("a, b, c, d, đ, e", "đ) Năm"), ("001, 002, 003, ...", "005) Năm")])
def test_a_list_with_letters_of_its_own_is_numbered_as_printed(form, printed):
    own = (f'<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="w14">'
           f'<w:numFmt w:val="custom" w:format="{form}"/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback>'
           "</mc:AlternateContent>")
    level_xml = f'<w:lvl w:ilvl="0"><w:start w:val="5"/>{own}<w:lvlText w:val="%1)"/></w:lvl>'
    assert texts(document_of(numbered("Năm")), numbering=numbering(level_xml)) == [printed]


# Old text


def in_font(text: str, font: str) -> str:
    return f'<w:r><w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_old_text_is_converted_run_by_run_by_its_font():
    mixed = in_font("ñy ban nh©n d©n ", ".VnTimeH") + in_font("x· Hµ An ", ".VnTime") + in_font("Soá ", "VNI-Times") + in_font("và sè", "Arial")
    document = read(document_of(mixed))
    assert document.blocks[0].text == "ỦY BAN NHÂN DÂN xã Hà An Số và sè"
    assert (document.source.encoding, [note.code for note in document.notes]) == ("tcvn3+vni", ["text-decoded", "text-decoded"])


def test_the_font_of_old_text_may_be_that_of_a_style():
    small, large = (f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>' for font in (".VnTime", ".VnTimeH"))
    styles = (f'<w:style w:type="paragraph" w:default="1" w:styleId="N">{small}</w:style>'
              f'<w:style w:type="paragraph" w:styleId="H"><w:basedOn w:val="N"/>{large}</w:style>')
    heading = f'<w:pPr><w:pStyle w:val="H"/></w:pPr>{run("kÕ ho¹ch")}'
    assert texts(document_of(heading, "<w:r><w:t>Tù do</w:t></w:r>"), styles=styles) == ["KẾ HOẠCH", "Tự do"]


def test_a_soft_hyphen_in_an_old_font_is_a_letter():
    properties = '<w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr>'
    assert texts(document_of(f"<w:r>{properties}<w:t>ch</w:t><w:softHyphen/><w:t>a xong</w:t></w:r>")) == ["chưa xong"]
    assert texts(document_of(f"<w:r>{properties}<w:t>ng\u00adêi n\u00ad</w:t><w:softHyphen/><w:t>íc</w:t></w:r>")) == ["người nước"]


def test_old_text_under_another_font_is_known_by_its_words():
    document = read(document_of("§¬n vÞ chñ tr× tæ chøc thùc hiÖn, phèi hîp víi c¸c c¬ quan liªn quan.", "Sè: 12"))
    assert [block.text for block in document.blocks] == ["Đơn vị chủ trì tổ chức thực hiện, phối hợp với các cơ quan liên quan.", "Số: 12"]


def test_footnotes_in_old_letters_are_converted():
    footnotes = f'<w:footnote w:id="2"><w:p>{in_font("Theo KÕ ho¹ch sè 9.", ".VnTime")}</w:p></w:footnote>'
    called = in_font("§¹t 80%", ".VnTime") + '<w:r><w:footnoteReference w:id="2"/></w:r>'
    assert texts(document_of(called), footnotes=footnotes) == ["Đạt 80%", "Theo Kế hoạch số 9."]
