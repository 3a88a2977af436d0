"""References to units of the document itself."""

import pytest

from tests.compare.written import Line, commune, found, head

PARTS = (head("III.", "NHIỆM VỤ", id="III"), head("4.", "Nền tảng", id="III.4", parent="III"),
         head("4.1.", "Học trực tuyến", id="III.4.1", parent="III.4"), head("5.", "Phổ cập", id="III.5", parent="III"),
         head("a)", "Sinh hoạt", id="III.5.a", parent="III.5"), head("IV.", "TỔ CHỨC", id="IV"))


@pytest.mark.parametrize("words", [
    "mục 4.7 phần III", "mục 6 phần III", "phần VII", "mục 4.1 và mục 4.9 phần III", "phần III: gồm mục 4.1 và mục 9.2", "mục III.8",
    "điểm b mục 5 phần III",
])
def test_a_reference_to_a_unit_that_is_not_there_is_broken(words):
    [finding] = found("reference-broken", commune(*PARTS, f"- Chủ trì thực hiện nhiệm vụ tại {words}."))
    assert finding.severity == "error"
    assert finding.quote in words


@pytest.mark.parametrize("words", [
    "mục 4.1 phần III", "mục 4, mục 5 phần III", "phần IV", "phần III: gồm mục 4.1 và nội dung a mục 5", "mục III.4",
    "mục III Kế hoạch này",
    "mục 2 phần VI Kế hoạch số 187/KH-UBND", "mục 3 phần V của Nghị quyết số 57-NQ/TW", "bài “mục 9 phần X”",
])
def test_a_reference_that_holds_or_is_to_another_document_is_none(words):
    assert not found("reference-broken", commune(*PARTS, f"- Chủ trì thực hiện nhiệm vụ tại {words}."))


def test_a_reference_behind_a_citation_is_to_that_document():
    line = Line("Theo Kế hoạch số 187/KH-UBND (mục 9 phần X)", cites="187/KH-UBND", cited="Kế hoạch số 187/KH-UBND")
    assert not found("reference-broken", commune(*PARTS, line))
