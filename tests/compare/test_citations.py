"""How a draft cites its parents and other documents: LANGUAGE (d), its defects."""

import pytest

from tests.compare.written import BASES, COMMUNE, PROVINCE, citing, commune, directive, found, province


def draft_with(*lines):
    return directive(COMMUNE, *lines)


def test_a_parent_that_is_not_among_the_bases_is_an_error():
    [finding] = found("parent-not-cited", draft_with("Căn cứ Luật Bảo vệ môi trường;"), province())
    assert finding.severity == "error"
    assert "187/KH-UBND" in finding.message


@pytest.mark.parametrize("number", ["187/KH-UBND", "187/KHUBND", "187/ KH - UBND"])
def test_a_parent_is_cited_by_its_number_however_it_is_printed(number):
    assert not found("parent-not-cited", draft_with(citing(number, f"Thực hiện Kế hoạch số {number};")), province())


def test_a_parent_whose_number_is_blank_cannot_be_cited():
    assert not found("parent-not-cited", draft_with("Căn cứ Luật;"), directive(PROVINCE.model_copy(update={"number": None})))


def mismatches(text: str, parent=PROVINCE):
    return found("citation-mismatch", draft_with(text), directive(parent))


def test_the_right_citation_has_no_mismatch():
    assert not mismatches(BASES)


def test_another_date_than_the_parents_is_a_mismatch():
    [finding] = mismatches("Thực hiện Kế hoạch số 187/KH-UBND ngày 28/8/2025 của UBND tỉnh Hoành Giang;")
    assert finding.severity == "error"
    assert "28/8/2025" in finding.message
    assert "18/8/2025" in finding.message


def test_another_issuer_than_the_parents_is_a_mismatch():
    [finding] = mismatches("Thực hiện Kế hoạch số 187/KH-UBND ngày 18/8/2025 của Sở Nội vụ;")
    assert "Sở Nội vụ" in finding.message


def test_a_shorter_name_of_the_issuer_is_none():
    assert not mismatches("Thực hiện Kế hoạch số 187/KH-UBND ngày 18/8/2025 của Chủ tịch UBND tỉnh;")


def test_another_type_is_a_mismatch_where_the_number_does_not_tell_it():
    dispatch = PROVINCE.model_copy(update={"type": "CV", "number": "2318/UBND-KGVX"})
    [finding] = mismatches("Thực hiện Kế hoạch số 2318/UBND-KGVX ngày 18/8/2025 của UBND tỉnh;", dispatch)
    assert "công văn" in finding.message
    assert not mismatches("Thực hiện Công văn số 2318/UBND-KGVX ngày 18/8/2025 của UBND tỉnh;", dispatch)


def test_two_dates_for_one_document_are_a_mismatch():
    [finding] = found("citation-mismatch", draft_with(
        "Căn cứ Quyết định số 682/QĐ-BKHCN ngày 25/4/2025 của Bộ trưởng Bộ Khoa học và Công nghệ;",
        "- Áp dụng Quyết định số 682/QĐ-BKHCN ngày 29/4/2025 của Bộ trưởng Bộ Khoa học và Công nghệ."))
    assert "29/4/2025" in finding.message
    assert "25/4/2025" in finding.message
    assert finding.span.block == 1


def test_one_number_of_two_bodies_is_two_documents():
    assert not found("citation-mismatch", draft_with(
        "Căn cứ Kế hoạch số 45/KH-UBND ngày 25/4/2025 của UBND tỉnh Hoành Giang;",
        "Căn cứ Kế hoạch số 45/KH-UBND ngày 29/8/2025 của UBND xã Đồng Mây;"))


def test_a_word_that_contradicts_the_symbol_is_a_warning():
    [finding] = found("citation-type", draft_with("Thực hiện Công văn số 01-CTr/BCĐTW ngày 28/02/2025 của Ban Chỉ đạo Trung ương;"))
    assert finding.severity == "warning"
    assert "chương trình" in finding.message


@pytest.mark.parametrize("words", [
    "Kế hoạch số 01-KH/BCĐTW", "Công văn số 639/SKHCN-BCVT&CĐS", "Công văn số 1535-CV/BTGDVTW", "Quy định số 399-QĐ/TW",
    "Chương trình hành động số 12-CTr/TU", "Thông báo kết luận số 45-TB/TU", "Nghị quyết số 202/2025/QH15", "văn bản số 15/BC-UBND",
])
def test_a_word_that_fits_the_symbol_is_none(words):
    assert not found("citation-type", draft_with(f"Thực hiện {words} ngày 28/02/2025;"))


def test_a_malformed_number_tells_how_it_should_read():
    [finding] = found("citation-malformed", draft_with("Căn cứ Quyết định số 757/QĐBKHCN ngày 29/4/2025;"))
    assert finding.severity == "warning"
    assert finding.quote == "757/QĐBKHCN"
    assert finding.suggestion == "757/QĐ-BKHCN"


def test_the_own_number_is_no_citation():
    assert not found("citation-mismatch", commune("Kèm theo Kế hoạch số 42/KH-UBND ngày 01/9/2025 của UBND xã."), province())
