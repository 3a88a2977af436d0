import pytest

from pipeline.drafting.masthead import own_symbol


@pytest.mark.parametrize(("given", "own"), [("ĐU", "ĐU"), ("UBND", "UBND"), ("KH/ĐU", "ĐU"), ("KH-UBND", "UBND"), ("UBND-VX", "UBND-VX"), ("CTr/ĐU", "ĐU")])
def test_a_symbol_given_with_its_type_gives_the_bodys_own_part(given, own):
    assert own_symbol(given) == own
