"""The light markup of the templates: what an office clerk may write there, and what is refused."""

from pathlib import Path

import pytest

from pipeline.drafting.layout import Paragraph, Run, Table
from pipeline.drafting.markup import layout
from pipeline.errors import BadGrammar

TEMPLATE = Path("templates/state.jinja")


def elements(markup: str) -> tuple:
    return layout(markup, TEMPLATE).elements


def test_a_tag_is_a_paragraph_in_the_style_of_its_name():
    assert elements("<part>I. MỤC ĐÍCH</part>") == (Paragraph("part", (Run("I. MỤC ĐÍCH"),)),)


def test_line_breaks_and_indents_of_the_template_are_one_space():
    assert elements("<body>\n   Trên địa bàn\n   xã  Kon Braih\n</body>")[0].text == "Trên địa bàn xã Kon Braih"


def test_blanks_of_unbreakable_spaces_stay():
    assert elements("<number>Số: <mark note='Điền số.'>\u00a0\u00a0</mark>/KH-UBND</number>")[0].text == "Số: \u00a0\u00a0/KH-UBND"


def test_looks_add_up():
    runs = elements("<body>Một <b>hai <i>ba</i></b> bốn</body>")[0].runs
    assert [(run.text, run.bold, run.italic) for run in runs] == [
        ("Một ", False, False), ("hai ", True, False), ("ba", True, True), (" bốn", False, False)]


def test_a_mark_is_highlighted_and_says_why():
    run = elements("<body>trước ngày <mark note='Đã qua.'>…</mark></body>")[0].runs[1]
    assert (run.text, run.highlight, run.comments) == ("…", True, ("Đã qua.",))


def test_a_note_is_put_on_its_first_words_only():
    runs = elements("<body><note text='Nguồn: mục I.'>Một <mark note='Vì sao.'>hai</mark> ba</note></body>")[0].runs
    assert [(run.text, run.comments) for run in runs] == [("Một ", ("Nguồn: mục I.",)), ("hai", ("Vì sao.",)), (" ba", ())]


def test_words_that_begin_marked_carry_both_comments():
    runs = elements("<body><note text='Nguồn.'><mark note='Vì sao.'>hai</mark> ba</note></body>")[0].runs
    assert runs[0].comments == ("Nguồn.", "Vì sao.")


def test_columns_have_no_lines_and_tables_have():
    row = "<row><cell><body>a</body></cell><cell/></row>"
    columns, table = elements(f"<columns widths='40 60'>{row}</columns><table widths='1 1' heads='1'>{row}</table>")
    assert (columns.border, columns.widths, table.border, table.heads) == ("none", (0.4, 0.6), "ruled", 1)
    assert isinstance(table, Table)
    assert [len(cell.paragraphs) for cell in table.rows[0]] == [1, 0]


@pytest.mark.parametrize("markup", ["<body>một", "<body><b>một</body>", "<body>một < hai</body>", "<body><h1>một</h1></body>"])
def test_tags_that_do_not_close_or_are_not_known_are_told_with_the_template(markup):
    with pytest.raises(BadGrammar, match="state.jinja"):
        elements(markup)


def test_control_characters_of_an_odd_parent_do_no_harm():
    assert elements("<body>một\x0c\x01hai</body>")[0].text == "mộthai"
