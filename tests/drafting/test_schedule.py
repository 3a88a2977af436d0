"""Deadlines move ahead, never into the past nor to a weekend; what is left to decide is marked."""

from datetime import date

import pytest

from pipeline.drafting.edits import plain
from pipeline.drafting.schedule import due, workday, written

from .making import deadline, setting


def said(quote: str, today: date = date(2025, 9, 1), lead: int = 5, **fields) -> str:
    return plain(due(deadline(quote, **fields), setting(today=today, deadlines={"lead_days": lead})).pieces)


@pytest.mark.parametrize(("quote", "bound", "end", "expected"), [
    ("trước ngày 15/10/2025", "before", date(2025, 10, 15), "trước ngày 10/10/2025"),
    ("hoàn thành trước ngày 15 tháng 10 năm 2025", "before", date(2025, 10, 15), "hoàn thành trước ngày 10/10/2025"),
    ("chậm nhất ngày 31/10/2025", "by", date(2025, 10, 31), "chậm nhất ngày 24/10/2025"),
    ("trước ngày 15/10", "before", date(2025, 10, 15), "trước ngày 10/10/2025"),
    ("trước 16 giờ 00 ngày 20/11/2025", "before", date(2025, 11, 20), "trước 16 giờ 00 ngày 14/11/2025"),
])
def test_a_day_moves_ahead_by_the_lead_time_and_its_words_stay(quote, bound, end, expected):
    assert said(quote, bound=bound, end=end) == expected


def test_a_day_that_would_fall_on_a_weekend_moves_on_to_friday():
    assert said("trước ngày 23/10/2025", bound="before", end=date(2025, 10, 23)) == "trước ngày 17/10/2025"


@pytest.mark.parametrize(("quote", "start", "end", "expected"), [
    ("trong tháng 12/2025", date(2025, 12, 1), date(2025, 12, 31), "trước ngày 26/12/2025"),
    ("Quý IV/2025", date(2025, 10, 1), date(2025, 12, 31), "Trước ngày 26/12/2025"),
    ("xong trong quý I năm 2026", date(2026, 1, 1), date(2026, 3, 31), "xong trước ngày 26/3/2026"),
    ("hoàn thành trong 6 tháng đầu năm 2026", date(2026, 1, 1), date(2026, 6, 30), "hoàn thành trước ngày 25/6/2026"),
])
def test_a_month_or_quarter_becomes_a_day_before_its_end(quote, start, end, expected):
    assert said(quote, kind="period", bound="within", start=start, end=end) == expected


@pytest.mark.parametrize(("quote", "start", "end", "expected"), [
    ("12/2025", date(2025, 12, 1), date(2025, 12, 31), "trước ngày 26/12/2025"),
    ("2026", date(2026, 1, 1), date(2026, 12, 31), "trong năm 2026"),
    ("Năm 2026", date(2026, 1, 1), date(2026, 12, 31), "Trong năm 2026"),
    ("2026 - 2030", date(2026, 1, 1), date(2030, 12, 31), "trong giai đoạn 2026 - 2030"),
])
def test_the_bare_times_of_a_table_are_put_in_words(quote, start, end, expected):
    assert said(quote, kind="period", bound="within", start=start, end=end) == expected


@pytest.mark.parametrize(("quote", "fields"), [
    ("trong giai đoạn 2026 - 2028", {"kind": "period", "bound": "within", "start": date(2026, 1, 1), "end": date(2028, 12, 31)}),
    ("đến hết năm 2026", {"kind": "period", "bound": "by", "end": date(2026, 12, 31)}),
    ("Từ ngày 01/10 đến ngày 31/10/2025", {"kind": "period", "bound": "within", "start": date(2025, 10, 1), "end": date(2025, 10, 31)}),
    ("Dự kiến ngày 29/9/2025", {"bound": "on", "end": date(2025, 9, 29), "tentative": True}),
    ("vào ngày 10/10/2025", {"bound": "on", "end": date(2025, 10, 10)}),
    ("định kỳ hằng quý", {"kind": "recurring", "rrule": "FREQ=MONTHLY;INTERVAL=3"}),
    ("thường xuyên", {"kind": "continuous"}),
    ("theo kế hoạch mở lớp của tỉnh", {"kind": "event"}),
])
def test_a_time_that_is_the_actions_own_stays(quote, fields):
    assert said(quote, **fields) == quote


def test_without_time_left_the_parents_day_is_kept_and_marked():
    moved = due(deadline("trước ngày 04/9/2025", bound="before", end=date(2025, 9, 4)), setting())
    assert plain(moved.pieces) == "trước ngày 04/9/2025"
    assert [piece.decision.code for piece in moved.pieces if piece.decision] == ["deadline_kept"]


def test_a_weekend_of_the_parent_that_is_kept_moves_to_friday_where_that_is_still_to_come():
    moved = due(deadline("trước ngày 06/9/2025", bound="before", end=date(2025, 9, 6)), setting())
    assert moved.end == date(2025, 9, 5)


@pytest.mark.parametrize(("quote", "fields", "expected"), [
    ("trước ngày 15/8/2025", {"bound": "before", "end": date(2025, 8, 15)}, "trước ngày …"),
    ("trong tháng 8/2025", {"kind": "period", "start": date(2025, 8, 1), "end": date(2025, 8, 31)}, "trước ngày …"),
    ("từ ngày 01/8 đến ngày 31/8/2025", {"kind": "period", "start": date(2025, 8, 1), "end": date(2025, 8, 31)}, "…"),
])
def test_a_time_that_is_over_is_left_to_be_decided(quote, fields, expected):
    moved = due(deadline(quote, **fields), setting())
    assert plain(moved.pieces) == expected
    assert moved.end is None
    assert [piece.decision.code for piece in moved.pieces if piece.decision] == ["deadline_past"]


def test_the_table_shows_a_date_without_its_verb_and_a_habit_in_one_word():
    place = setting()
    dated = due(deadline("hoàn thành trước ngày 15/10/2025", bound="before", end=date(2025, 10, 15)), place)
    habit = due(deadline("thường xuyên kiểm tra", kind="continuous"), place)
    assert plain(dated.shown) == "trước ngày 10/10/2025"
    assert plain(habit.shown) == "Thường xuyên"


def test_the_table_says_that_a_report_is_due_every_year():
    report = due(deadline("6 tháng trước ngày 10/6", kind="recurring", rrule="FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=10"), setting())
    assert plain(report.shown) == "6 tháng trước ngày 10/6 hằng năm"
    assert plain(report.pieces) == "6 tháng trước ngày 10/6"


@pytest.mark.parametrize(("day", "expected"), [
    (date(2025, 9, 5), "05/9/2025"), (date(2026, 2, 10), "10/02/2026"), (date(2025, 12, 31), "31/12/2025")])
def test_days_below_ten_and_the_first_two_months_have_a_leading_zero(day, expected):
    assert written(day) == expected


@pytest.mark.parametrize("day", [date(2025, 10, 10), date(2025, 10, 11), date(2025, 10, 12)])
def test_saturday_and_sunday_go_back_to_friday(day):
    assert workday(day) == date(2025, 10, 10)
