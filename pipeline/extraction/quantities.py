"""Parts of a mention → what a quantity says: value, unit, operator, change, and its second form."""

import re
from functools import cache

from .. import values
from ..grammar import alternatives, pattern, words_of
from ..model import Measure, Mention, Operator
from ..resources import table
from ..text import fold
from ..tokens import first_noun
from .parts import words_in
from .subjects import Words

LONGEST_BOUND = 40  # characters
LONGEST_CHANGE = 80  # characters
LONGEST_DENIAL = 60  # characters
FARTHEST_BEHIND = 4  # words between a quantity and the bound behind it
JOINED = re.compile(r"(?: [^\W\d]+){0,4} và ")
DENIED: dict[Operator, Operator] = {"gt": "le", "lt": "ge"}


def value(mention: Mention) -> float:
    if "fraction" in mention.parts:
        return values.fraction(mention.parts["fraction"].text)
    rest = words_in(mention, "rest")
    low = words_in(mention, "magnitude_low") or words_in(mention, "magnitude")
    more = values.times(values.number(rest), values.magnitude(words_in(mention, "rest_magnitude"))) if rest else 0
    half = values.magnitude(low) / 2 if words_in(mention, "half") else 0
    return values.times(values.number(mention.parts["value"].text), values.magnitude(low)) + more + half


def upper(mention: Mention) -> float | None:
    words = words_in(mention, "upper")
    return values.times(values.number(words), values.magnitude(words_in(mention, "magnitude"))) if words else None


def unit(mention: Mention) -> str:
    """`%`, `%/năm`, or the counted noun as written; of an open run of words the first noun; of an index nothing."""
    if mention.value["make"] == "index":
        return ""
    if "open" in mention.parts:
        return first_noun(mention.parts["open"].text)
    words = (words_in(mention, "unit") or "%").strip(' "“”')
    words = {"phần trăm": "%", "%o": "‰", "phần nghìn": "‰"}.get(words, words)
    words = "lần" if mention.value["make"] == "multiple" else words
    rate = words_in(mention, "rate") or words_in(mention, "rate_before")
    return words + "/" + fold(rate).split(" ")[-1].lstrip("/") if rate else words


def operator(text: str, mention: Mention, earlier: Mention | None = None) -> Operator:
    """The operator that the quantity's own words say, those right before its number or behind its unit, or the bound of `earlier`."""
    if "upper" in mention.parts:
        return "range"
    if "op" in mention.value:
        return mention.value["op"]
    said = words_in(mention, "behind") or words_in(mention, "bound") or bound_beside(fold(text), mention)
    if said is None and earlier is not None and carries_bound(text, earlier, mention):
        return operator(text, earlier)
    found = operators()[fold(said).lower()] if said else "eq"
    return DENIED.get(found, found) if is_denied(text, mention) else found


def carries_bound(text: str, earlier: Mention, mention: Mention) -> bool:
    """The bound of the count before it holds in one list, without a verb between: "ít nhất 40 xuồng máy và | 2.500 áo phao"."""
    number = mention.parts.get("value")
    is_bare = "bound" in earlier.parts and number is not None and number.start == mention.span.start
    return is_bare and bool(JOINED.fullmatch(fold(text), earlier.span.end, mention.span.start))


def is_denied(text: str, mention: Mention) -> bool:
    """What bounds or changes the number is not to be: "không để nợ thuế | vượt quá 5%"."""
    return bool(pattern("subjects", "denied").search(fold(text[max(0, mention.span.start - LONGEST_DENIAL) : mention.span.start])))


def bound_beside(folded: str, mention: Mention) -> str | None:
    """A bound that the mention does not hold: "xấp xỉ | 1.200 tấn", "từ 180 ha quế | trở lên", "85% | tổng đàn trở lên", "≥ | 85%".

    Behind a grade it is one of the grade: "100% | đơn vị xếp loại tốt trở lên".
    """
    number = mention.parts.get("value") or mention.parts.get("fraction")
    before = bound_before().search(folded, max(0, number.start - LONGEST_BOUND), number.start) if number else None
    behind = bound_behind().match(folded, mention.span.end)
    is_from = number is not None and folded.endswith("từ ", 0, number.start)
    if behind and (is_from or len(behind["between"].split()) <= FARTHEST_BEHIND and not grades().search(behind["between"])):
        return behind["bound"]
    if before and before["sign"]:
        return before["sign"]
    return before["bound"] if before and "change" not in mention.parts else None


@cache
def bound_before() -> re.Pattern[str]:
    words, signs = (alternatives(words_of(f"targets.operators.{side}")) for side in ("before", "sign"))
    return re.compile(rf"(?:(?<!\w)(?P<bound>{words})(?: có| là| đạt)? |(?P<sign>{signs}) ?)$", re.IGNORECASE)


@cache
def bound_behind() -> re.Pattern[str]:
    behind = alternatives(words_of("targets.operators.behind"))
    return re.compile(rf"(?P<between>(?: [^\W\d]+){{0,8}}?) (?P<bound>{behind})(?!\w)", re.IGNORECASE)


@cache
def grades() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(words_of('targets.grades'))})(?!\w)", re.IGNORECASE)


@cache
def operators() -> dict[str, Operator]:
    """The operator of each word that may bound a number, wherever it stands."""
    return {fold(word): name for side in table("targets")["operators"].values() for name, words in side.items() for word in words}


def change(mention: Mention) -> str | None:
    words = words_in(mention, "change")
    if words and levels().search(fold(mention.quote)):
        return None
    if mention.value["make"] == "multiple":
        return "up"
    return change_of(words) if words else None


def change_before(text: str, words: Words, mention: Mention) -> str | None:
    """The change whose verb stands before the subject: "kéo giảm tai nạn giao thông từ 5% đến 10%"."""
    if words.subject is None or words.subject[0] >= mention.span.start or mention.value["make"] == "multiple":
        return None
    verb = changing().search(fold(text[: words.subject[0]]))
    between = fold(text[words.subject[1] : mention.span.end])
    is_level = re.search(rf"(?<!trở )\b(?:{alternatives(table('subjects')['levels'])})\b", between, re.IGNORECASE)
    return change_of(verb[1]) if verb and not is_level else None


def change_near(text: str, mention: Mention) -> str | None:
    """The change whose verb stands right before the quantity, no more than its manner between: "phải giảm sâu, không ít hơn 10%"."""
    verb = changing().search(fold(text[max(0, mention.span.start - LONGEST_CHANGE) : mention.span.start]))
    is_level = "level" in mention.parts or mention.value["make"] == "multiple" or bool(levels().search(fold(mention.quote)))
    return change_of(verb[1]) if verb and not is_level else None


def change_carried(text: str, earlier: Mention | None, words: Words, mention: Mention) -> str | None:
    """The change of the quantity before it in one list: "giảm 50% thời gian, 30% chi phí"; none where it has an outcome of its own."""
    counts_on = words.subject is not None and words.subject[0] >= mention.span.end and not words.outcome
    if earlier is None or not counts_on:
        return None
    return change(earlier) if goes_on().fullmatch(fold(text[earlier.span.end : mention.span.start])) else None


@cache
def goes_on() -> re.Pattern[str]:
    """What stands between two quantities of one list: the first one's subject, and the mark of the list."""
    return re.compile(rf"[^,.;:]*(?:{table('subjects')['list_marks']})", re.IGNORECASE)


def change_of(verb: str) -> str | None:
    return next((way for way, verbs in table("targets")["changes"].items() if fold(verb).lower() in verbs), None)


@cache
def changing() -> re.Pattern[str]:
    verbs = [verb for ways in table("targets")["changes"].values() for verb in ways]
    manner = alternatives(table("targets")["manners"])
    return re.compile(rf"(?<!\w)({alternatives(verbs)})(?: (?:{manner}))*,? $", re.IGNORECASE)


@cache
def levels() -> re.Pattern[str]:
    return re.compile(rf"^[^\d%]*?\b(?:{alternatives(table('subjects')['levels'])})\b(?! từ)", re.IGNORECASE)


def also(mention: Mention) -> Measure | None:
    words = words_in(mention, "also")
    if words is None:
        return None
    amount = values.times(values.number(words), values.magnitude(words_in(mention, "also_magnitude")))
    return Measure(value=amount, unit=words_in(mention, "also_unit").strip())
