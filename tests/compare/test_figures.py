"""Figures of a draft that contradict each other, and parents that do."""

from pipeline.model import Header
from pipeline.profile import Profile
from tests.compare.written import aim, commune, day, directive, duty, found


def households(text: str, value: float, unit: str, **rest):
    return aim(text, value, unit, subject="hộ gia đình", **rest)


def test_counts_and_shares_that_give_two_bases_contradict_each_other():
    draft = commune(households("1.712 hộ (80%) phân loại rác", 1712, "hộ", also=(80, "%")),
                    households("1.200 hộ (70%) dùng nước sạch", 1200, "hộ", also=(70, "%")))
    [finding] = found("target-inconsistent", draft)
    assert finding.severity == "error"
    assert "2.140" in finding.message
    assert "1.714" in finding.message
    assert finding.span.block == 2


def test_rounded_figures_of_one_base_do_not_contradict_each_other():
    draft = commune(households("khoảng 1.712 hộ (80%)", 1712, "hộ", also=(80, "%")),
                    households("70% (1.500 hộ)", 70, "%", also=(1500, "hộ")))
    assert not found("target-inconsistent", draft)


def test_counts_of_different_people_have_different_bases():
    draft = commune(aim("1.712 hộ (80%)", 1712, "hộ", also=(80, "%"), subject="hộ gia đình"),
                    aim("100 hộ nghèo (50%)", 100, "hộ nghèo", also=(50, "%"), subject="hộ nghèo"),
                    aim("300 học sinh (90%)", 300, "học sinh", also=(90, "%"), subject="học sinh"))
    assert not found("target-inconsistent", draft)


def test_a_date_before_a_share_is_no_fraction():
    assert not found("target-inconsistent", commune(aim("đến ngày 26/01/2026 giải ngân trên 95%", 95, "%")))


def test_a_base_unlike_the_profiles_is_told():
    draft = commune(households("1.712 hộ (80%)", 1712, "hộ", also=(80, "%")))
    assert found("target-inconsistent", draft, profile=Profile(population={"households": 3000}))
    assert not found("target-inconsistent", draft, profile=Profile(population={"households": 2140}))


def test_a_part_of_a_whole_must_be_the_share_that_is_printed():
    assert found("target-inconsistent", commune(aim("6/12 thôn (80%)", 6, "thôn", also=(80, "%"))))
    assert not found("target-inconsistent", commune(aim("100% (12/12 thôn)", 100, "%", also=(12, "thôn"))))


def test_one_target_with_two_figures_contradicts_itself():
    words = "thực hiện phân loại chất thải rắn sinh hoạt tại nguồn"
    draft = commune(aim(f"80% hộ gia đình {words}", 80, year=2026, subject="hộ gia đình", outcome=words),
                    aim(f"85% hộ gia đình {words}", 85, year=2026, subject="hộ gia đình", outcome=words))
    [finding] = found("target-inconsistent", draft)
    assert "80%" in finding.message
    assert "85%" in finding.message


def test_two_parents_that_ask_different_figures_conflict():
    def parent(number: str, value: float):
        words = "thực hiện phân loại chất thải rắn sinh hoạt tại nguồn"
        return directive(Header(number=number, issuer="UBND tỉnh Hoành Giang"),
                         aim(f"{value}% hộ gia đình {words}", value, year=2026, subject="hộ gia đình", outcome=words))
    [finding] = found("parents-conflict", commune(), parent("1/KH-UBND", 80), parent("2/KH-UBND", 90))
    assert finding.severity == "warning"
    assert "1/KH-UBND" in finding.message
    assert "2/KH-UBND" in finding.message
    assert not found("parents-conflict", commune(), parent("1/KH-UBND", 80), parent("2/KH-UBND", 80))


def test_two_parents_that_ask_different_dates_conflict():
    def parent(number: str, end: str):
        line = duty("Rà soát danh mục điểm tập kết chất thải rắn sinh hoạt", end=day(end), quote="điểm tập kết")
        return directive(Header(number=number, issuer="UBND tỉnh Hoành Giang"), line)
    assert found("parents-conflict", commune(), parent("1/KH-UBND", "2025-10-31"), parent("2/KH-UBND", "2025-11-30"))
    assert not found("parents-conflict", commune(), parent("1/KH-UBND", "2025-10-31"), parent("2/KH-UBND", "2025-10-31"))
