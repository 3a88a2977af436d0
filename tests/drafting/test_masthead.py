import pytest

from pipeline.drafting.edits import plain
from pipeline.drafting.masthead import own_symbol, place

from .making import setting


@pytest.mark.parametrize(("given", "own"), [("ĐU", "ĐU"), ("UBND", "UBND"), ("KH/ĐU", "ĐU"), ("KH-UBND", "UBND"), ("UBND-VX", "UBND-VX"), ("CTr/ĐU", "ĐU")])
def test_a_symbol_given_with_its_type_gives_the_bodys_own_part(given, own):
    assert own_symbol(given) == own


@pytest.mark.parametrize(("unit", "expected"), [
    ({"name": "Kon Braih"}, "Kon Braih"), ({"name": "Xã Kon Braih"}, "Kon Braih"), ({"name": "xã Kon Braih"}, "Kon Braih"),
    ({"name": "Xã Đặng Thùy Trâm"}, "Xã Đặng Thùy Trâm"), ({"name": "Phường 1", "kind": "phường"}, "Phường 1"),
    ({"name": "Kon Braih", "place": "Đắk Ruồng"}, "Đắk Ruồng"),
])
def test_a_document_is_dated_in_the_unit_by_its_bare_name_but_for_numbers_and_persons(unit, expected):
    assert plain(place(setting(unit=unit))) == expected
