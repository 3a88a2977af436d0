"""Dates that no calendar has, and deadlines that were over before the draft was written."""

import pytest

from tests.compare.written import COMMUNE, commune, day, duty, found


@pytest.mark.parametrize("words", [
    "31/02/2026", "30/2/2026", "31/4/2026", "15/13/2025", "ngày 31 tháng 6 năm 2026", "ngày 31/11", "29/02/2026",
])
def test_a_day_that_no_month_has_is_impossible(words):
    [finding] = found("date-impossible", commune(f"Hoàn thành trước {words}."))
    assert finding.severity == "error"
    assert finding.quote == words


@pytest.mark.parametrize("words", [
    "28/02/2026", "29/02/2028", "ngày 31 tháng 12", "ngày 10/10", "31/12/2025", "50/63 trường", "số 30/2020/NĐ-CP", "24/24 giờ",
    "01-15/10/2025",
])
def test_other_dates_and_numbers_are_none(words):
    assert not found("date-impossible", commune(f"Hoàn thành trước {words}."))


def test_a_deadline_before_the_drafts_own_date_is_past():
    task = duty("Rà soát xong ngày 30/8/2025", quote="ngày 30/8/2025", bound="by", end=day("2025-08-30"))
    [finding] = found("date-past", commune(task))
    assert finding.severity == "error"
    assert finding.quote == "ngày 30/8/2025"
    assert "12/9/2025" in finding.message


@pytest.mark.parametrize(("own", "is_past"), [
    ("2025-09-12", True), ("2025-09", True), ("2025-08", False), ("2025", False), (None, False),
    ("2025-09-31", True), ("2025-08-32", False), ("2025-13", False), ("20xx", False),   # as much of it as can be
])
def test_a_date_that_is_not_filled_in_counts_from_its_first_day(own, is_past):
    task = duty("Rà soát xong ngày 30/8/2025", bound="by", end=day("2025-08-30"))
    assert bool(found("date-past", commune(task, header=COMMUNE.model_copy(update={"date": own})))) == is_past
