"""How alike the words of two items are."""

from itertools import product

from pipeline.compare import likeness
from pipeline.compare.likeness import EVEN, scale, terms_of

NAME = "Phong trào Bình dân học vụ số"


def test_abbreviations_and_full_words_are_alike():
    assert terms_of("UBND, HĐND, MTTQ") == terms_of("Ủy ban nhân dân, Hội đồng nhân dân, Mặt trận Tổ quốc")


def test_level_words_tone_placement_and_capitals_do_not_matter():
    assert terms_of("Xóa nhà tạm trên địa bàn tỉnh") == terms_of("XOÁ nhà tạm trên địa bàn xã")


def test_an_item_is_wholly_like_itself_and_not_at_all_like_another():
    assert EVEN.likeness(terms_of("mở lớp xóa mù chữ"), terms_of("mở lớp xóa mù chữ")) == 1
    assert EVEN.likeness(terms_of("mở lớp xóa mù chữ"), terms_of("trồng rừng phòng hộ")) == 0


def test_nothing_is_like_nothing():
    assert EVEN.likeness(frozenset(), frozenset()) == 0


def test_an_item_that_says_the_same_in_fewer_words_is_much_like_it():
    long = terms_of("Rà soát, cập nhật, công khai danh mục thủ tục hành chính thuộc thẩm quyền giải quyết")
    assert EVEN.likeness(long, terms_of("công khai danh mục thủ tục hành chính")) > 0.7


def test_the_words_that_all_items_share_weigh_little():
    items = [terms_of(f"{NAME} {rest}") for rest in ("truyền thông cơ sở", "xóa mù chữ", "khen thưởng", "kinh phí")]
    weights = scale(items)
    assert weights.likeness(items[0], items[1]) < EVEN.likeness(items[0], items[1]) < 1


def test_what_an_item_weighs_is_summed_once_however_many_it_is_compared_with(monkeypatch):
    items = [terms_of(words) for words in ("mở lớp xóa mù chữ", "trồng rừng phòng hộ", "truyền thông cơ sở", "mở lớp tập huấn")]
    summed = []
    monkeypatch.setattr(likeness, "summed", lambda weights, terms: summed.append(terms) or 1.0)
    weights = scale(items)
    for one, other in product(items, items):
        if one is not other:
            weights.likeness(one, other)
    assert [summed.count(item) for item in items] == [1, 1, 1, 1]
