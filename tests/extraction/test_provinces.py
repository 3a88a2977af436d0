from tests.documents import body


def notes(*lines: str) -> list[tuple[str, str]]:
    directive = body(*lines)
    return [(note.message, directive.blocks[note.span.block].text[note.span.start : note.span.end]) for note in directive.notes]


def test_a_province_that_was_merged_is_told_once_where_it_is_first_named():
    assert notes("1. Thực hiện chỉ đạo của UBND tỉnh Bình Phước.", "2. Báo cáo UBND tỉnh Bình Phước.") == [
        ("Tỉnh Bình Phước đã sắp xếp lại từ ngày 01/7/2025, nay là Tỉnh Đồng Nai.", "tỉnh Bình Phước")]


def test_a_name_ends_with_its_capitals():
    assert notes("1. Phối hợp với tỉnh Đắk Nông và các tỉnh lân cận.")[0][1] == "tỉnh Đắk Nông"


def test_a_province_that_kept_its_name_and_one_that_nobody_knows_are_not():
    assert notes("1. Thực hiện chỉ đạo của UBND tỉnh Quảng Ngãi và UBND tỉnh Hoành Giang.") == []
