"""All changes to a text are made at once: the first that wants some words has them."""

from pipeline.drafting.edits import Edit, applied, kept, plain
from pipeline.drafting.items import Decision

DECISION = Decision(code="words", why="Sửa lại.")


def test_of_two_edits_for_the_same_words_the_first_is_made():
    assert plain(applied("toàn tỉnh", [Edit(0, 9, "toàn xã"), Edit(5, 9, "phường")])) == "toàn xã"


def test_what_is_kept_is_not_changed_by_a_later_edit():
    text = "báo cáo UBND tỉnh"
    assert plain(applied(text, [kept(text, 0, len(text)), Edit(13, 17, "xã")])) == text


def test_words_can_be_put_in_between():
    assert plain(applied("75% người dân có", [Edit(13, 13, " (khoảng 4.200 người)")])) == "75% người dân (khoảng 4.200 người) có"


def test_a_replaced_first_word_keeps_its_capital():
    assert plain(applied("Mỗi xã bố trí một người", [Edit(0, 6, "xã")])) == "Xã bố trí một người"


def test_a_name_in_the_middle_takes_no_capital_from_what_it_replaces():
    assert plain(applied("do Sở Y tế làm", [Edit(3, 10, "các thôn")])) == "do các thôn làm"


def test_only_the_words_to_be_decided_are_marked():
    pieces = applied("trước ngày 15/8", [Edit(11, 15, "…", DECISION)])
    assert [(piece.words, piece.decision) for piece in pieces] == [("trước ngày ", None), ("…", DECISION)]
