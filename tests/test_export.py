"""What is written can be read again, by people and by programs."""

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest

from pipeline.errors import UnsupportedFormat
from pipeline.export import OUTLINES, RECORDS, REPORTS, Batch, Look, format_of, mapping, schemas
from pipeline.model import Anchor, Block, Directive, Document, Outline, Report, Section, Source, Span
from pipeline.wording import figure, number, when
from tests.records import CITATION, COVERAGE, DATED, DIRECTIVE, FINDING, QUARTERLY, REPORT, TARGET, TASK

FORMATS = ("table", "json", "jsonl", "csv")
PAGE = Look()


def written(form: str, *records: Directive, single: bool = False, look: Look = PAGE) -> str:
    content = RECORDS[form](Batch(records, single), look)
    return content if isinstance(content, str) else content.decode("utf8")


def rows(*records: Directive) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written("csv", *records).removeprefix("\ufeff"))))


def test_one_record_is_an_object_and_comes_back_equal():
    assert Directive.model_validate_json(written("json", DIRECTIVE, single=True)) == DIRECTIVE


def test_one_record_of_several_files_is_still_a_list():
    assert [each["schema"] for each in json.loads(written("json", DIRECTIVE))] == ["chidao/1"]


def test_json_keeps_vietnamese_letters():
    assert "Đồi Chè" in written("json", DIRECTIVE)


def test_json_lines_are_one_a_record():
    lines = written("jsonl", DIRECTIVE, DIRECTIVE).splitlines()
    assert [json.loads(line)["header"]["symbol"] for line in lines] == ["KH-UBND", "KH-UBND"]


def test_blocks_are_left_out_where_the_record_holds_none():
    assert "blocks" not in mapping(DIRECTIVE.model_copy(update={"blocks": ()}))
    assert set(mapping(DIRECTIVE)["blocks"][0]) >= {"kind", "text", "page"}


def test_a_deadline_says_from_and_not_origin():
    assert "from" in mapping(DIRECTIVE)["deadlines"][0]
    assert "origin" not in mapping(DIRECTIVE)["deadlines"][0]


def test_every_quote_stands_at_its_span():
    record = mapping(DIRECTIVE)
    for item in (*record["citations"], *record["targets"], *record["deadlines"], *record["tasks"]):
        at = item["span"]
        assert record["blocks"][at["block"]]["text"][at["start"] : at["end"]] == item["quote"]


def test_csv_has_a_row_for_each_item():
    assert [(row["kind"], row["id"]) for row in rows(DIRECTIVE)] == [
        ("citation", "C1"), ("target", "T1"), ("deadline", "D1"), ("deadline", "D2"), ("task", "N1")]


def test_csv_opens_in_excel_as_utf8():
    assert RECORDS["csv"](Batch([DIRECTIVE]), Look()).startswith(b"\xef\xbb\xbffile,kind,id")


def test_csv_carries_values_owners_and_dates():
    target, dated, task = (row for row in rows(DIRECTIVE) if row["id"] in ("T1", "D1", "N1"))
    assert (target["value"], target["unit"], target["op"], target["year"]) == ("4200", "người dân", "gt", "2025")
    assert (dated["deadline_kind"], dated["bound"], dated["end"]) == ("date", "before", "2025-09-15")
    assert (task["lead"], task["coordinate"], task["deadlines"]) == ("Phòng Kinh tế", "Công an xã; Trạm Y tế xã", "D1; D2")


@pytest.mark.parametrize("opening", ["=", "+", "-", "@"])
def test_csv_has_no_cell_that_a_spreadsheet_would_run(opening):
    task = TASK.model_copy(update={"text": f"{opening}HYPERLINK(1)"})
    assert rows(DIRECTIVE.model_copy(update={"tasks": (task,)}))[-1]["text"] == f"'{opening}HYPERLINK(1)"


def test_a_table_shows_each_item_with_its_figure_owner_and_date():
    shown = written("table", DIRECTIVE, look=Look(width=160))
    for words in ("UBND xã Đồi Chè", "> 4.200 người dân (75 %)", "Phòng Kinh tế", "trước 15/9/2025", "Số mục lạ.", "Chỉ tiêu: 1"):
        assert words in shown


def test_a_table_has_english_heads_on_request():
    shown = written("table", DIRECTIVE, look=Look(language="en", width=160))
    assert "Targets: 1" in shown
    assert "> 4,200 người dân" in shown
    assert "Chỉ tiêu" not in shown


@pytest.mark.parametrize("width", [60, 100, 160])
def test_no_line_of_a_table_is_wider_than_asked_for(width):
    assert max(map(len, written("table", DIRECTIVE, look=Look(width=width)).splitlines())) <= width


def test_a_table_shows_square_brackets_as_printed():
    task = TASK.model_copy(update={"text": "Báo cáo [ ] xong [bold]"})
    assert "Báo cáo [ ] xong [bold]" in written("table", DIRECTIVE.model_copy(update={"tasks": (task,)}), look=Look(width=200))


@pytest.mark.parametrize("form", FORMATS)
def test_an_empty_record_is_written_in_every_format(form):
    assert written(form, Directive(source=DIRECTIVE.source, header=DIRECTIVE.header))


def test_the_same_record_gives_the_same_bytes():
    assert [written(form, DIRECTIVE) for form in FORMATS] == [written(form, DIRECTIVE) for form in FORMATS]


@pytest.mark.parametrize(("value", "vietnamese", "english"), [
    (4200, "4.200", "4,200"), (12.5, "12,5", "12.5"), (66.67, "66,67", "66.67"),
    (12_500_000_000, "12.500.000.000", "12,500,000,000"), (0, "0", "0")])
def test_numbers_have_the_marks_of_their_language(value, vietnamese, english):
    assert (number(value, "vi"), number(value, "en")) == (vietnamese, english)


@pytest.mark.parametrize(("changes", "expected"), [
    ({"op": "eq", "value": 80, "unit": "%", "also": None}, "80 %"),
    ({"op": "range", "value": 2, "upper": 3, "unit": "%/năm", "change": "down", "also": None}, "giảm 2 - 3 %/năm"),
    ({"op": "ge", "value": 5, "unit": "%", "change": "up", "also": None}, "tăng ≥ 5 %"),
])
def test_a_figure_says_bound_change_and_unit(changes, expected):
    assert figure(TARGET.model_copy(update=changes), "vi") == expected


@pytest.mark.parametrize(("changes", "expected"), [
    ({}, "trước 15/9/2025"),
    ({"bound": "within", "kind": "period", "start": DATED.end.replace(day=1)}, "1/9 - 15/9/2025"),
    ({"bound": "within", "kind": "period", "start": date(2025, 12, 1), "end": date(2026, 1, 31)}, "1/12/2025 - 31/1/2026"),
    ({"bound": "within", "kind": "period", "start": DATED.end}, "15/9/2025"),
    ({"kind": "continuous", "end": None, "bound": None}, "thường xuyên"),
    ({"kind": "relative", "end": None, "days": 10, "origin": "ngày ban hành"}, "10 ngày kể từ ngày ban hành"),
    ({"kind": "relative", "end": None, "days": 10, "quote": "trong 10 ngày"}, "trong 10 ngày"),
    ({"kind": "relative", "end": None, "quote": "sau khi được giao"}, "sau khi được giao"),
    ({"kind": "date", "end": None, "quote": "trước ngày 15/11"}, "trước ngày 15/11"),
])
def test_a_due_date_is_told_in_words(changes, expected):
    assert when(DATED.model_copy(update=changes), "vi") == expected


@pytest.mark.parametrize(("rrule", "expected"), [
    ("FREQ=MONTHLY;INTERVAL=3", "mỗi 3 tháng"), ("FREQ=WEEKLY", "mỗi tuần"), ("FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=10", "mỗi năm")])
def test_a_recurrence_is_told_in_words(rrule, expected):
    assert when(QUARTERLY.model_copy(update={"rrule": rrule}), "vi") == expected


def read() -> tuple[Document, Outline]:
    blocks = (Block(kind="paragraph", text="I. MỤC ĐÍCH"), Block(kind="paragraph", text="- Tạo chuyển biến trong nhận thức của người dân"))
    sections = (Section(id="I", label="I.", title="MỤC ĐÍCH", parent=None, role="purpose", span=Span(block=0, start=0, end=11)),
                Section(id="I.-1", label="-", title="", parent="I", role="purpose", span=Span(block=1, start=0, end=1)))
    source = Source(path="xa.txt", format="txt", sha256="0" * 64, pages=2)
    return Document(source=source, blocks=blocks), Outline(sections=sections, zones=("body", "body"), homes=(0, 1))


def test_an_outline_is_one_line_a_unit():
    first, *units = OUTLINES["text"](*read(), Look(width=30)).splitlines()
    assert first == "xa.txt: 2 đoạn, 2 mục, 2 trang"
    assert [unit.split(maxsplit=2) for unit in units] == [["I", "I.", "MỤC ĐÍCH"], ["I.-1", "-", "Tạo chuyển biến tro…"]]


def test_a_document_without_units_shows_its_paragraphs():
    document, _ = read()
    shown = OUTLINES["text"](document, Outline(sections=(), zones=("body", "body"), homes=(None, None)), Look())
    assert shown.splitlines()[1:] == [block.text for block in document.blocks]


def test_an_outline_as_json_has_blocks_and_sections():
    shown = json.loads(OUTLINES["json"](*read(), Look()))
    assert [block["text"] for block in shown["blocks"]] == [block.text for block in read()[0].blocks]
    assert [section["id"] for section in shown["sections"]] == ["I", "I.-1"]


def test_a_report_shows_finding_words_suggestion_and_count():
    shown = REPORTS["text"](REPORT, Look())
    for words in ("LỖI target-lowered: " + FINDING.message, "«70% người dân»", "cấp trên: «75% người dân»", "gợi ý: Nâng lên 75%.",
                  "(trang 1)", "1 lỗi, 0 cảnh báo, 0 lưu ý"):
        assert words in shown


def test_a_report_does_not_repeat_the_words_that_its_message_holds():
    told = FINDING.model_copy(update={"message": "Lặp từ: “người dân người dân”.", "quote": "người dân người dân"})
    assert REPORTS["text"](REPORT.model_copy(update={"findings": (told,)}), Look()).count("người dân người dân") == 1


def test_a_report_lists_the_items_that_are_not_simply_met_and_counts_the_others():
    met = COVERAGE.model_copy(update={"status": "met", "parent": Anchor(id="T9", quote="90% hộ gia đình")})
    shown = REPORTS["text"](REPORT.model_copy(update={"coverage": (COVERAGE, met, met)}), Look())
    assert "1 thấp hơn, 2 đạt" in shown
    assert "II.1: 75% người dân" in shown
    assert "70 < 75" in shown
    assert "90% hộ gia đình" not in shown


def test_a_report_without_findings_says_so():
    assert "Không phát hiện gì." in REPORTS["text"](REPORT.model_copy(update={"findings": ()}), Look())


def test_a_report_comes_back_equal():
    assert Report.model_validate_json(REPORTS["json"](REPORT, Look())) == REPORT


@pytest.mark.parametrize(("asked", "path", "expected"), [
    (None, None, "table"), ("csv", None, "csv"), (None, "ra.JSON", "json"), (None, "ra.txt", "table"), (None, "-", "table"),
    ("jsonl", "ra.json", "jsonl")])
def test_a_format_is_that_asked_for_or_of_the_suffix(asked, path, expected):
    assert format_of(asked, path and Path(path), FORMATS) == expected


def test_a_suffix_without_a_writer_is_told_the_way_out():
    with pytest.raises(UnsupportedFormat, match="no format goes with .odt. Give --format, one of: table, json"):
        format_of(None, Path("ra.odt"), FORMATS)


def test_every_label_is_there_in_both_languages():
    from pipeline.resources import table

    labels = table("labels")
    assert shape(labels["vi"]) == shape(labels["en"])


def shape(labels: object) -> object:
    return {key: shape(value) for key, value in labels.items()} if isinstance(labels, dict) else None


def test_schemas_are_of_the_records_that_are_written():
    found = schemas()
    assert set(found) == {"record", "report", "profile"}
    assert found["record"]["properties"]["schema"]["const"] == "chidao/1"
    assert set(mapping(DIRECTIVE)) == set(found["record"]["properties"])
    assert "blocks" not in found["record"].get("required", ())
    assert set(mapping(DIRECTIVE)["blocks"][0]) <= set(found["record"]["$defs"]["Block"]["properties"])


def test_citations_without_a_number_are_shown_too():
    bare = CITATION.model_copy(update={"number": None, "type": None, "date": None, "issuer": None})
    assert "C1" in written("table", DIRECTIVE.model_copy(update={"citations": (bare,)}))
