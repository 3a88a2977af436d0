import pipeline
from pipeline.model import Block, Cell, Document, Source

HEADS = ("TT", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành", "Sản phẩm")


def directive(*rows: tuple[str, ...], heads: tuple[str, ...] = HEADS, merged: dict | None = None):
    cells = [Block(kind="cell", text=text, cell=Cell(table=0, row=row, column=column, rows=(merged or {}).get((row, column), 1)))
             for row, texts in enumerate((heads, *rows)) for column, text in enumerate(texts) if text]
    head = (Block(kind="paragraph", text="Sơn Hà, ngày 05 tháng 9 năm 2025"), Block(kind="paragraph", text="I. NHIỆM VỤ"))
    return pipeline.extract(Document(Source(path="-", format="docx", sha256=""), (*head, *cells)))


def rows(found) -> list[tuple]:
    return [(task.text, [owner.name for owner in task.lead], [owner.name for owner in task.coordinate],
             [due.end.isoformat() if due.end else due.kind for due in found.deadlines_of(task)], task.output, task.via) for task in found.tasks]


def test_a_row_is_a_task_by_the_heads_of_its_columns():
    found = directive(("1", "Xây dựng quy chế", "Sở Nội vụ", "Sở Tài chính; các sở, ban, ngành", "Quý IV/2025", "Quyết định"))
    assert rows(found) == [("Xây dựng quy chế", ["Sở Nội vụ"], ["Sở Tài chính", "các sở, ban, ngành"], ["2025-12-31"], "Quyết định", "table")]


def test_the_columns_may_stand_in_any_order():
    found = directive(("12/2025", "Công an tỉnh", "Rà soát dữ liệu"), heads=("Thời hạn", "Chủ trì", "Nhiệm vụ"))
    assert rows(found) == [("Rà soát dữ liệu", ["Công an tỉnh"], [], ["2025-12-31"], None, "table")]


def test_a_row_that_only_groups_others_is_no_task():
    found = directive(("I", "Hoàn thiện thể chế", "", "", "", ""), ("1", "Xây dựng quy chế", "Sở Nội vụ", "", "Thường xuyên", ""))
    assert [(text, when) for text, _, _, when, _, _ in rows(found)] == [("Xây dựng quy chế", ["continuous"])]


def test_a_cell_merged_over_rows_counts_for_each():
    found = directive(("1", "Xây dựng quy chế", "Sở Nội vụ"), ("2", "Tập huấn cán bộ", ""), heads=HEADS[:3], merged={(1, 2): 2})
    assert [(text, lead) for text, lead, *_ in rows(found)] == [("Xây dựng quy chế", ["Sở Nội vụ"]), ("Tập huấn cán bộ", ["Sở Nội vụ"])]


def test_a_table_of_figures_assigns_nothing():
    assert directive(("1", "Số hộ nghèo", "120"), heads=("TT", "Tên xã", "Số lượng")).tasks == ()


def test_two_rows_of_the_same_words_for_two_bodies_are_two_tasks():
    found = directive(("1", "Báo cáo kết quả", "Sở Tài chính", "", "Quý III/2025", ""), ("2", "Báo cáo kết quả", "Sở Nội vụ", "", "Quý IV/2025", ""))
    assert [(lead, when) for _, lead, _, when, _, _ in rows(found)] == [(["Sở Tài chính"], ["2025-09-30"]), (["Sở Nội vụ"], ["2025-12-31"])]
