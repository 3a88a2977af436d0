"""The page of a record: each item on the words that it was read from, beside its row; the words all there, and nothing from outside."""

import re

import lxml.html
import pytest

import pipeline
from pipeline.marks import Chip, Mark, anchor, markup, pieces
from pipeline.model import Block, Cell, Directive, Header, Source, Span, Target
from pipeline.page import page
from tests.records import DIRECTIVE
from tests.twins import CORPUS


@pytest.fixture(scope="module")
def plan() -> Directive:
    return pipeline.extract(pipeline.read(CORPUS / "plan-with-assignment-table" / "source.docx"))


@pytest.fixture(scope="module")
def tree(plan):
    return lxml.html.document_fromstring(page([plan], "vi"))


def words_of(element) -> str:
    """The text of a block as it is shown, without the labels."""
    for label in element.xpath(".//a[contains(@class, 'chip')] | .//span[@class='gutter']"):
        label.text = None
    return element.text_content()


def mark(kind: str, start: int, end: int, item: str = "target-1") -> Mark:
    return Mark(kind, Span(block=0, start=start, end=end), Chip(item, item), item)


def test_every_block_is_shown_with_all_its_words(plan):
    shown = lxml.html.document_fromstring(page([plan], "vi"))
    assert [words_of(each).strip() for each in shown.xpath("//section//div[@class='entities']")] == [block.text for block in plan.blocks]


def test_every_item_has_a_row_that_leads_to_its_words_and_back(plan, tree):
    for item in (*plan.targets, *plan.tasks, *plan.deadlines, *plan.citations):
        [label] = tree.xpath(f"//aside//tr[@id='r1-{item.id}']//a")
        [place] = tree.xpath(f"//section//a[@id='{label.get('href')[1:]}']")
        assert place.get("href") == f"#r1-{item.id}"
        assert label.get("href") == f"#r1-{anchor(item.id, item.span)}"


def test_a_target_is_marked_on_its_own_words(plan, tree):
    marked = [each.text_content() for each in tree.xpath("//mark[contains(@class, 'targets')]")]
    assert marked == [target.quote for target in plan.targets]


def test_a_body_is_labelled_with_what_it_is_to_its_tasks(tree):
    assert any(re.fullmatch(r"chủ trì NV \d+(, NV \d+)*", label) for label in tree.xpath("//section//a[@class='chip owners']/text()"))
    assert any(label.startswith("phối hợp") for label in tree.xpath("//section//a[@class='chip owners']/text()"))


def test_a_ruled_table_stands_as_a_table(plan, tree):
    rows = max(block.cell.row for block in plan.blocks if block.cell) + 1
    assert len(tree.xpath("//section//table//tr")) == rows


def test_a_merged_cell_reaches_as_far_as_in_the_document():
    cells = (("a", 0, 0, 2, 1), ("b", 0, 1, 1, 1), ("c", 1, 1, 1, 1))
    blocks = tuple(Block(kind="cell", text=text, cell=Cell(table=0, row=row, column=column, rows=rows, columns=columns))
                   for text, row, column, rows, columns in cells)
    shown = lxml.html.document_fromstring(page([DIRECTIVE.model_copy(update={"blocks": (*DIRECTIVE.blocks, *blocks)})], "vi"))
    assert [[cell.text_content().strip() for cell in row.xpath("td")] for row in shown.xpath("//section//tr")] == [["a", "b"], ["c"]]
    assert shown.xpath("//section//tr[1]/td[1]/@rowspan") == ["2"]


def test_an_item_tells_why_it_is_there(plan, tree):
    [why] = tree.xpath(f"//aside//tr[@id='r1-{plan.targets[0].id}']//details")
    assert plan.targets[0].rule in why.text_content()
    assert "trị số “100”" in why.text_content()


def test_the_page_needs_nothing_from_outside(plan):
    made = page([plan], "vi")
    assert not re.search(r"<script|<link|<img|url\(|https?://|@import", made)


def test_ids_are_unique_though_several_records_share_a_page(plan):
    shown = lxml.html.document_fromstring(page([plan, plan], "vi"))
    ids = shown.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in shown.xpath("//a/@href")} <= set(ids)
    assert len(shown.xpath("//article")) == 2
    assert len(shown.xpath("//ol[@class='files']/li")) == 2


def test_heads_and_labels_speak_the_language_asked_for(plan):
    assert "Chú giải" in page([plan], "vi")
    assert "Legend" in page([plan], "en")
    assert "Chú giải" not in page([plan], "en")


def test_words_of_a_document_are_never_taken_for_markup():
    text = "<script>alert(1)</script> & {bg} đạt 80% <b>hộ</b>"
    target = Target(id="target-1", value=80, unit="%", op="eq", quote="80%", span=Span(block=0, start=text.index("80"), end=text.index("80") + 3),
                    rule="target.percent", subject="<b>hộ</b>")
    directive = Directive(source=Source(path="<i>.txt", format="txt", sha256=""), header=Header(title="<h1>"), targets=(target,),
                          blocks=(Block(kind="paragraph", text=text),))
    made = page([directive], "vi")
    assert "<script" not in made
    shown = lxml.html.document_fromstring(made)
    [block] = shown.xpath("//section//div[@class='entities']")
    assert words_of(block).strip() == text


def test_a_record_without_items_says_so():
    directive = Directive(source=Source(path="a.txt", format="txt", sha256=""), header=Header(), blocks=(Block(kind="paragraph", text="Không."),))
    assert "Không có chỉ tiêu" in page([directive], "vi")


def test_marks_that_overlap_are_cut_where_one_ends():
    found = [mark("tasks", 0, 30, "task-1"), mark("targets", 5, 15), mark("deadlines", 10, 20, "deadline-1")]
    assert [(start, end, [each.kind for each in covering]) for start, end, covering in pieces(found)] == [
        (0, 5, ["tasks"]), (5, 10, ["targets", "tasks"]), (10, 15, ["targets", "deadlines", "tasks"]), (15, 20, ["deadlines", "tasks"]),
        (20, 30, ["tasks"])]


def test_each_label_stands_once_behind_the_last_words_of_its_item():
    block = Block(kind="paragraph", text="Tổ chức 02 buổi/tuần cho người dân.")
    drawn = markup(block, [mark("tasks", 0, 35, "task-1"), mark("targets", 8, 20), mark("deadlines", 8, 20, "deadline-1")], "")
    labels = lxml.html.fromstring(drawn).xpath("//a/text()")
    assert labels == ["target-1", "deadline-1", "task-1"]


def test_a_place_between_marks_is_left_alone():
    assert [(start, end) for start, end, _ in pieces([mark("targets", 0, 3), mark("targets", 6, 9, "target-2")])] == [(0, 3), (6, 9)]
