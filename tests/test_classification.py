"""A marked document is refused; a document that only speaks of secrets is not."""

import re
from dataclasses import replace

import pytest

from pipeline.classification import level, mark, permitted
from pipeline.errors import Classified
from pipeline.model import Block, Cell, Document, Source
from pipeline.resources import table

RULES = table("classification")
LETTERHEAD = ("UBND XÃ ĐỒI CHÈ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 12/KH-UBND")


def document(*lines: str) -> Document:
    source = Source(path="xa.txt", format="txt", sha256="0" * 64)
    return Document(source=source, blocks=tuple(Block(kind="paragraph", text=line) for line in lines))


@pytest.mark.parametrize("example", [example["text"] for example in RULES["examples"]])
def test_a_mark_is_read(example):
    marked = re.search(r"\[\[(.+)\]\]", example)[1].upper()
    assert level(re.sub(r"\[\[|\]\]", "", example)) == marked.replace("M Ậ T", "MẬT")


@pytest.mark.parametrize("line", RULES["rejects"])
def test_a_line_that_only_speaks_of_secrets_is_no_mark(line):
    assert level(line) is None


def test_a_marked_document_is_refused_with_the_way_out():
    with pytest.raises(Classified, match=r"TỐI MẬT.*--allow-classified"):
        permitted(document(*LETTERHEAD, "TỐI MẬT", "KẾ HOẠCH"), allow=False)


def test_a_marked_document_is_handed_on_to_whoever_may_read_it():
    marked = document(*LETTERHEAD, "MẬT", "KẾ HOẠCH")
    assert permitted(marked, allow=True) is marked


def test_a_mark_on_its_own_line_of_a_cell_is_seen():
    text = "Số: 12/KH-UBND MẬT"
    cell = Block(kind="cell", text=text, cell=Cell(table=0, row=0, column=0), breaks=(text.index("MẬT"),))
    assert mark(replace(document(), blocks=(cell,))) == "MẬT"


def test_a_letterhead_behind_the_body_of_page_one_is_seen():
    assert mark(document("Thực hiện Kế hoạch " + "của tỉnh " * 40, *LETTERHEAD, "MẬT")) == "MẬT"


def test_a_title_broken_inside_the_word_secret_is_no_mark():
    assert mark(document(*LETTERHEAD, "QUY CHẾ BẢO VỆ BÍ", "MẬT")) is None


def test_a_table_of_levels_in_the_body_is_no_mark():
    cells = tuple(Block(kind="cell", text=text, cell=Cell(table=1, row=row, column=0)) for row, text in enumerate(("Tối mật", "Mật")))
    plain = document(*LETTERHEAD, "Căn cứ " + "quy định về bí mật nhà nước " * 10)
    assert mark(replace(plain, blocks=plain.blocks + cells)) is None


def test_a_line_far_behind_the_head_is_no_mark():
    assert mark(document(*LETTERHEAD, *(f"{number}. Việc thứ {number}" for number in range(1, 80)), "MẬT")) is None


def test_a_mark_in_the_margin_of_the_pages_counts():
    assert mark(replace(document(*LETTERHEAD), margins=("SỞ NỘI VỤ", "TỐI MẬT"))) == "TỐI MẬT"
    assert mark(replace(document(*LETTERHEAD), margins=("Công an tỉnh", "Bảo vệ bí mật nhà nước"))) is None
