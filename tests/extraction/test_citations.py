from tests.documents import body


def citations(*lines: str) -> list[tuple]:
    return [(each.type, each.number, each.date) for each in body("I. NHIỆM VỤ", *lines).citations]


def test_a_document_named_twice_is_one_citation_with_two_mentions():
    found = body("I. NHIỆM VỤ", "1. Thực hiện Quyết định số 757/QĐ-BKHCN ngày 29/4/2025 của Bộ Khoa học và Công nghệ.", "2. Theo Quyết định số 757/QĐBKHCN.").citations
    assert [(each.number, len(each.mentions)) for each in found] == [("757/QĐ-BKHCN", 2)]


def test_the_code_of_the_number_outranks_the_word_before_it():
    assert citations("1. Theo Công văn số 01-CTr/BCĐTW ngày 28/02/2025.") == [("CTr", "01-CTr/BCĐTW", "2025-02-28")]


def test_a_number_without_a_code_is_a_dispatch_and_a_laws_a_law():
    assert citations("1. Theo Công văn số 639/SKHCN-BCVT&CĐS ngày 05/8/2025 và Luật Tổ chức chính quyền địa phương số 72/2025/QH15.") == [
        ("CV", "639/SKHCN-BCVT&CĐS", "2025-08-05"), ("Luật", "72/2025/QH15", None)]


def test_numbers_that_share_a_head_are_each_cited():
    assert citations("1. Theo các Quyết định số 682/QĐ-BKHCN và 757/QĐ-BKHCN.") == [("QĐ", "682/QĐ-BKHCN", None), ("QĐ", "757/QĐ-BKHCN", None)]


def test_a_stray_space_is_no_part_of_the_number():
    assert citations("1. Theo Nghị quyết số 13 -NQ/TU ngày 06/9/2023.") == [("NQ", "13-NQ/TU", "2023-09-06")]


def test_the_short_name_that_the_text_gives_is_the_alias():
    found = body("I. NHIỆM VỤ", "1. Thực hiện Kế hoạch số 368-KH/TU, ngày 24/5/2025 của Ban Thường vụ Tỉnh ủy (sau đây viết tắt là Kế hoạch 368).").citations
    assert (found[0].alias, found[0].issuer) == ("Kế hoạch 368", "Ban Thường vụ Tỉnh ủy")


def test_a_leading_zero_makes_no_other_document():
    found = body("I. NHIỆM VỤ", "1. Thực hiện Kế hoạch số 07/KH-UBND ngày 15/9/2025.", "2. Theo Kế hoạch số 7/KH-UBND.").citations
    assert [(each.number, len(each.mentions)) for each in found] == [("07/KH-UBND", 2)]


def test_the_documents_own_number_is_no_citation():
    assert citations("1. Phụ lục ban hành kèm theo Kế hoạch số 12/KH-UBND ngày 05/9/2025.") == []


def test_dates_scores_and_forms_are_no_numbers_of_documents():
    assert citations("1. Đạt 50/63 trường vào ngày 10/10, trực 24/24 giờ, biên bản mẫu 04/HNCT.") == []


def test_a_document_named_in_the_title_of_another_is_cited_as_well():
    assert [number for _, number, _ in citations(
        "1. Thực hiện Kế hoạch số 50-KH/TU, ngày 02/9/2025 của Tỉnh ủy về thực hiện Nghị quyết số 68-NQ/TW, ngày 04/5/2025 của Bộ Chính trị.")] == [
        "50-KH/TU", "68-NQ/TW"]


def test_a_blank_number_is_a_citation_without_one_but_the_documents_own_is_none():
    directive = body("I. NHIỆM VỤ", "1. Theo Công văn số …/SYT-NVY ngày …/8/2025 của Sở Y tế.", "(Ban hành kèm theo Kế hoạch số /KH-UBND ngày tháng 9 năm 2025)")
    assert [(each.type, each.number, each.date, each.issuer) for each in directive.citations] == [("CV", None, "2025-08", "Sở Y tế")]
    assert "/SYT-NVY" in directive.citations[0].quote


def test_a_law_without_a_number_is_named_by_its_day():
    found, = body("I. NHIỆM VỤ", "1. Tuyên truyền Luật Căn cước ngày 27 tháng 11 năm 2023.").citations
    assert (found.type, found.number, found.date, found.title) == ("Luật", None, "2023-11-27", "Căn cước")


def test_a_short_name_is_a_mention_wherever_it_stands_behind_its_introduction():
    found, = body("I. NHIỆM VỤ", "1. Thực hiện Quyết định số 1719/QĐ-TTg (gọi tắt là Chương trình 1719).", "2. Phổ biến Chương trình 1719 đến các thôn.").citations
    assert [span.block for span in found.mentions] == [found.span.block, found.span.block + 1]


def test_a_short_name_of_a_body_is_no_alias_of_the_document():
    found, = body("I. NHIỆM VỤ", "1. Theo Quyết định số 12/QĐ-UBND của UBND xã thành lập Ban Chỉ đạo (sau đây gọi tắt là Ban Chỉ đạo 57).").citations
    assert found.alias is None


def test_a_joint_document_has_all_its_issuers():
    found, = body("I. NHIỆM VỤ", "1. Theo Kế hoạch liên ngành số 05/KHLN-SYT-SGDĐT ngày 03/9/2025 của Sở Y tế và Sở Giáo dục và Đào tạo về tiêm chủng.").citations
    assert (found.type, found.issuer, found.title) == ("KHLN", "Sở Y tế và Sở Giáo dục và Đào tạo", "về tiêm chủng")


def test_a_number_that_was_cut_is_the_document_whose_number_goes_on():
    cited = body("Căn cứ Nghị quyết liên tịch số 15/2025/NQLT-UBTVQH15-CP ngày 26/9/2025;", "I. NỘI DUNG", "1. Thực hiện theo Nghị quyết liên tịch số 15/2025/NQLT.").citations
    assert [(each.number, len(each.mentions)) for each in cited] == [("15/2025/NQLT-UBTVQH15-CP", 2)]
