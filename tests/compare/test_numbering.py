"""Labels of lists: LANGUAGE (f), and the alphabet of Nghị định 30/2020/NĐ-CP, Phụ lục I."""

import pytest

from tests.compare.written import commune, found, head

IN_ORDER = [
    ("1.", "2.", "3."),
    ("a)", "b)", "c)", "d)", "đ)", "e)", "g)", "h)", "i)", "k)"),
    ("a)", "b)", "c)", "d)", "e)"),                     # the list leaves đ out
    ("e)", "f)", "g)"),                                 # a Latin list, but for its beginning
    ("1.", "2.", "1.", "2.", "3."),                     # two lists under one head
    ("-", "-", "+"),
    ("1)", "2)"),
]


def listed(*labels: str):
    """The labels in one list under part I."""
    return commune(head("I.", "NỘI DUNG", id="I"), *(head(label, "Mục", id=f"I.{place}", parent="I") for place, label in enumerate(labels)))


@pytest.mark.parametrize("labels", IN_ORDER)
def test_labels_that_follow_one_another_have_no_gap_between_them(labels):
    between = [finding for finding in found("numbering-gap", listed(*labels)) if finding.span.block > 2]
    assert between == []
    assert found("numbering-duplicate", listed(*labels)) == []


@pytest.mark.parametrize(("labels", "at", "missing"), [
    (("1.", "2.", "4."), "4.", "3."),
    (("3.", "4."), "3.", "1."),
    (("a)", "b)", "d)"), "d)", "c)"),
    (("b)", "c)"), "b)", "a)"),
    (("a)", "b)", "c)", "d)", "đ)", "g)"), "g)", "e)"),
    (("1)", "3)"), "3)", "2)"),
    (("A.", "B.", "Đ."), "Đ.", "C."),
])
def test_a_skipped_label_is_told_with_the_one_that_is_missing(labels, at, missing):
    [finding] = found("numbering-gap", listed(*labels))
    assert finding.severity == "warning"
    assert finding.quote.startswith(at)
    assert f"“{missing}”" in finding.message


@pytest.mark.parametrize(("labels", "missing"), [
    (("e)", "f)", "h)"), "g)"),                         # a Latin list goes on with its own letters
    (("đ)", "f)"), "e)"),                               # a letter of each alphabet
    (("x)", "z)"), "y)"),
])
def test_a_missing_letter_is_of_the_alphabet_that_the_letters_around_it_follow(labels, missing):
    *_, finding = found("numbering-gap", listed(*labels))
    assert finding.quote.startswith(labels[-1])
    assert f"“{missing}”" in finding.message


def test_a_skipped_decimal_is_a_gap_in_its_own_list():
    numbers = ("2.1.", "2.3.", "3.1.", "3.2.")
    draft = commune(*(head(label, "Mục", id=f"I.{label[:-1]}", parent="I") for label in numbers))
    [finding] = found("numbering-gap", draft)
    assert finding.quote.startswith("2.3.")
    assert "“2.2.”" in finding.message


def test_a_skipped_roman_part_is_a_gap():
    draft = commune(*(head(f"{name}.", "PHẦN", id=name) for name in ("I", "II", "IV", "V")))
    [finding] = found("numbering-gap", draft)
    assert finding.quote.startswith("IV.")
    assert "“III.”" in finding.message


@pytest.mark.parametrize(("before", "at", "missing"), [("XXXIX", "XXXXI", "XL"), ("XXXIX", "XXXXII", "XL"), ("XIV", "XVI", "XV")])
def test_a_roman_numeral_is_missed_however_high_it_is(before, at, missing):
    draft = commune(head("I.", "PHẦN", id="I"), head(f"Chương {before}", id="39"), head(f"Chương {at}", id="41"))
    finding = [finding for finding in found("numbering-gap", draft) if finding.quote.startswith(f"Chương {at}")][0]
    assert f"“Chương {missing}”" in finding.message


def test_articles_run_on_over_chapters():
    draft = commune(
        head("Chương I", id="I"), head("Điều 1.", "Phạm vi", id="I.1", parent="I"), head("Điều 2.", "Đối tượng", id="I.2", parent="I"),
        head("Chương II", id="II"), head("Điều 3.", "Nội dung", id="II.3", parent="II"))
    assert not found("numbering-gap", draft)


def test_a_skipped_article_is_a_gap():
    draft = commune(head("Điều 1.", "Phạm vi", id="1"), head("Điều 3.", "Nội dung", id="3"))
    assert "“Điều 2.”" in found("numbering-gap", draft)[0].message


def test_a_label_twice_in_one_list_is_a_duplicate():
    [finding] = found("numbering-duplicate", listed("1.", "2.", "2.", "3."))
    assert finding.severity == "warning"
    assert finding.span.block == 4


def test_the_first_label_twice_in_a_row_is_a_duplicate():
    assert found("numbering-duplicate", listed("a)", "a)", "b)"))


def test_the_same_label_under_two_heads_is_none():
    draft = commune(head("I.", id="I"), head("1.", id="I.1", parent="I"), head("II.", id="II"), head("1.", id="II.1", parent="II"))
    assert not found("numbering-duplicate", draft)
