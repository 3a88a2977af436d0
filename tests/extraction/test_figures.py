import pipeline
from pipeline.model import Block, Cell, Document, Source


def targets(*rows: tuple[str, ...]) -> list[tuple]:
    cells = [Block(kind="cell", text=text, cell=Cell(table=0, row=row, column=column)) for row, texts in enumerate(rows) for column, text in enumerate(texts) if text]
    head = (Block(kind="paragraph", text="Sơn Hà, ngày 05 tháng 9 năm 2025"), Block(kind="paragraph", text="II. CHỈ TIÊU"))
    directive = pipeline.extract(Document(Source(path="-", format="docx", sha256=""), (*head, *cells)))
    return [(each.subject, each.value, each.upper, each.unit, each.op, each.year, each.quote) for each in directive.targets]


def test_a_column_of_a_year_gives_its_targets():
    assert targets(("TT", "Chỉ tiêu", "Đơn vị tính", "Năm 2025", "Đến năm 2030"), ("1", "Hộ dân dùng nước sạch", "%", "82,5", "Trên 95"),
                   ("2", "Mô hình tự quản", "mô hình", "36", "")) == [
        ("Hộ dân dùng nước sạch", 82.5, None, "%", "eq", 2025, "82,5"), ("Hộ dân dùng nước sạch", 95, None, "%", "gt", 2030, "Trên 95"),
        ("Mô hình tự quản", 36, None, "mô hình", "eq", 2025, "36")]


def test_a_figure_may_bear_its_own_sign_range_or_bound():
    assert targets(("Nội dung", "2026"), ("Tỷ lệ hộ nghèo giảm", "2 - 3%"), ("Tỷ lệ hài lòng (%)", "Từ 85 trở lên")) == [
        ("Tỷ lệ hộ nghèo giảm", 2, 3, "%", "range", 2026, "2 - 3%"), ("Tỷ lệ hài lòng (%)", 85, None, "%", "ge", 2026, "Từ 85 trở lên")]


def test_a_column_of_what_was_reached_gives_none():
    assert targets(("Chỉ tiêu", "Thực hiện năm 2024", "Năm 2024", "Năm 2026"), ("Số lớp", "10", "11", "15")) == [("Số lớp", 15, None, "số", "eq", 2026, "15")]


def test_a_table_without_years_gives_none():
    assert targets(("TT", "Nội dung", "Số lượng"), ("1", "Máy tính", "25")) == []


def test_a_cell_that_is_no_number_gives_none():
    assert targets(("Chỉ tiêu", "2026"), ("Số lớp", "1.2.3"), ("Số hộ", "5..6"), ("Số xã", "1,2,3")) == []


LEVELS = ("TT", "Chỉ tiêu", "Đơn vị", "Mục tiêu", "Cơ quan theo dõi")


def test_a_column_of_levels_gives_targets_for_the_year_of_their_rows():
    assert targets(LEVELS, ("I", "Đến năm 2030"), ("1", "Tỷ lệ giao dịch không dùng tiền mặt", "%", ">= 80", "Sở Tài chính"),
                   ("II", "Đến năm 2045"), ("2", "Chỉ số hài lòng", "Thứ bậc", "≤ 3 trong vùng; ≤ 20 cả nước", "Sở Nội vụ")) == [
        ("Tỷ lệ giao dịch không dùng tiền mặt", 80, None, "%", "ge", 2030, ">= 80"), ("Chỉ số hài lòng", 3, None, "Thứ bậc", "le", 2045, "≤ 3 trong vùng"),
        ("Chỉ số hài lòng", 20, None, "Thứ bậc", "le", 2045, "≤ 20 cả nước")]


def test_a_range_may_bear_its_sign_twice():
    assert targets(LEVELS, ("1", "Tỷ lệ nội địa hóa", "%", "20% - 50%")) == [("Tỷ lệ nội địa hóa", 20, 50, "%", "range", None, "20% - 50%")]


def test_levels_without_units_or_of_anything_but_indicators_give_none():
    assert targets(("TT", "Chỉ tiêu", "Kết quả"), ("1", "Số lớp", "25")) == []
    assert targets(("TT", "Nội dung", "Đơn vị", "Kế hoạch"), ("1", "Máy tính", "cái", "25")) == []


def test_what_a_report_says_of_its_indicators_was_reached():
    cells = [Block(kind="cell", text=text, cell=Cell(table=0, row=row, column=column))
             for row, texts in enumerate((LEVELS, ("1", "Số lớp", "lớp", "25"))) for column, text in enumerate(texts)]
    head = tuple(Block(kind="paragraph", text=text) for text in ("UBND XÃ ĐỒI CHÈ", "Số: 5/BC-UBND", "BÁO CÁO", "Kết quả năm 2025", "I. KẾT QUẢ"))
    assert pipeline.extract(Document(Source(path="-", format="docx", sha256=""), (*head, *cells))).targets == ()
