"""Mentions of quantities → targets: value, operator, unit, subject, outcome and the year that they are due."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from .. import values
from ..grammar import alternatives
from ..labels import label_of
from ..model import Document, Measure, Mention, Operator, Outline, Section, Span, Target
from ..resources import table
from ..text import fold
from ..tokens import first_noun
from .context import ancestors

HEADING_YEAR = re.compile(r"(?<![-–/\d])(?<![-–] )\b(20\d\d)\b(?! ?[-–/] ?\d)")


@dataclass(frozen=True, slots=True)
class Words:
    """What a quantity counts and what those are to reach, as offsets in the block; None where not said."""

    subject: tuple[int, int] | None
    outcome: tuple[int, int] | None


def targets(document: Document, outline: Outline, mentions: Iterable[Mention], issued: str | None) -> Iterator[Target]:
    """The targets among the quantities; `issued` is the document's date: what a sentence tells of a year before it is no target."""
    kept = [mention for mention in mentions if applies(document, outline, mention) and not is_over(document, mention, issued)]
    return (target(document, outline, mention) for mention in kept)


def applies(document: Document, outline: Outline, mention: Mention) -> bool:
    """Not a sum of the funding part, nor a figure that tells what is; in the opening and among the purposes only with a word of aiming."""
    section = outline.section_at(mention.span.block)
    role = section.role if section else ("purpose" if outline.sections else None)
    told = role in ("purpose", "other")
    text = fold(document.blocks[mention.span.block].text)
    clause = text[clause_start(text, mention.span.start) : mention.span.end]
    past, aims = last(cues("past"), clause), last(cues("ahead"), clause)
    return role != "funding" and past <= aims and (not told or aims >= 0)


def is_over(document: Document, mention: Mention, issued: str | None) -> bool:
    text = document.blocks[mention.span.block].text
    year = own_year(text, mention.span)
    return year is not None and issued is not None and year < int(issued[:4]) or tells_past(fold(text), mention.span.start)


def tells_past(text: str, place: int) -> bool:
    """The sentence says how things stood on a day, and nothing before `place` turns to what is to be."""
    sentence = text[:place].rpartition(". ")[2]
    label = label_of(sentence)
    sentence = sentence[len(label.printed) if label else 0 :].lstrip()
    return bool(past_sentence().match(sentence)) and not cues("ahead").search(sentence)


@cache
def past_sentence() -> re.Pattern[str]:
    return re.compile(table("subjects")["past_sentence"], re.IGNORECASE)


def clause_start(text: str, place: int) -> int:
    return max(text.rfind(". ", 0, place), text.rfind("; ", 0, place), -2) + 2


def last(pattern: re.Pattern[str], text: str) -> int:
    """Where `pattern` is found last, -1 where it is not."""
    return max((match.start() for match in pattern.finditer(text)), default=-1)


@cache
def cues(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(table('subjects')[name])})(?!\w)", re.IGNORECASE)


def target(document: Document, outline: Outline, mention: Mention) -> Target:
    text = document.blocks[mention.span.block].text
    home = outline.section_at(mention.span.block)
    words = words_of(text, mention)
    start, end = quantity_span(mention)
    if words.subject:
        start, end = min(start, words.subject[0]), max(end, words.subject[1])
    span = mention.span.model_copy(update={"start": start, "end": end})
    return Target(
        id="target", value=value(mention), upper=upper(mention), unit=unit(mention), op=operator(mention),
        change=change(mention) or change_before(text, words, mention), baseline=words_in(mention, "baseline"), also=also(mention),
        subject=slice_of(text, words.subject), outcome=slice_of(text, words.outcome),
        year=year(text, mention, outline, home), section=home.id if home else None,
        quote=text[start:end], span=span, rule=mention.rule,
    )


def quantity_span(mention: Mention) -> tuple[int, int]:
    """Where the quantity itself stands: a rule may name the part of its match that is to be quoted."""
    part = mention.parts.get(str(mention.value.get("quote")))
    return (part.start, part.end) if part else (mention.span.start, mention.span.end)


def words_in(mention: Mention, name: str) -> str | None:
    part = mention.parts.get(name)
    return part.text if part else None


def slice_of(text: str, place: tuple[int, int] | None) -> str | None:
    return text[place[0] : place[1]] if place else None


def value(mention: Mention) -> float:
    if "fraction" in mention.parts:
        return values.fraction(mention.parts["fraction"].text)
    return values.number(mention.parts["value"].text) * values.magnitude(words_in(mention, "magnitude"))


def upper(mention: Mention) -> float | None:
    words = words_in(mention, "upper")
    return values.number(words) * values.magnitude(words_in(mention, "magnitude")) if words else None


def unit(mention: Mention) -> str:
    """`%`, `%/năm`, or the counted noun as written; of an open run of words the first noun."""
    if "open" in mention.parts:
        return first_noun(mention.parts["open"].text)
    words = (words_in(mention, "unit") or "%").strip(' "“”')
    words = "%" if words == "phần trăm" else words
    words = "lần" if mention.value["make"] == "multiple" else words
    rate = words_in(mention, "rate")
    return words + rate.replace(" ", "") if rate else words


def operator(mention: Mention) -> Operator:
    if "upper" in mention.parts:
        return "range"
    for part, side in (("behind", "behind"), ("bound", "before")):
        words = words_in(mention, part)
        if words:
            return operators(side)[fold(words).lower()]
    return "eq"


@cache
def operators(side: str) -> dict[str, Operator]:
    return {fold(word): name for name, words in table("targets")["operators"][side].items() for word in words}


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
    is_level = re.search(rf"\b(?:{alternatives(table('subjects')['levels'])})\b", between, re.IGNORECASE)
    return change_of(verb[1]) if verb and not is_level else None


def change_of(verb: str) -> str | None:
    return next((way for way, verbs in table("targets")["changes"].items() if fold(verb).lower() in verbs), None)


@cache
def changing() -> re.Pattern[str]:
    verbs = [verb for ways in table("targets")["changes"].values() for verb in ways]
    return re.compile(rf"(?<!\w)({alternatives(verbs)}) $", re.IGNORECASE)


@cache
def levels() -> re.Pattern[str]:
    return re.compile(rf"^[^\d%]*?\b(?:{alternatives(table('subjects')['levels'])})\b(?! từ)", re.IGNORECASE)


def also(mention: Mention) -> Measure | None:
    words = words_in(mention, "also")
    return Measure(value=values.number(words), unit=words_in(mention, "also_unit").strip()) if words else None


def words_of(text: str, mention: Mention) -> Words:
    """The subject and outcome of a quantity: behind it up to the verb of the result, else before it in the clause."""
    end = clause_ends().search(text, mention.span.end).start()
    if "subject" in mention.parts:
        named = mention.parts["subject"]
        return Words(subject=(named.start, named.end), outcome=trimmed(text, mention.span.end, end))
    tail = text[mention.span.end : end]
    if not tail.strip() or leads_on().match(fold(tail)):
        return Words(subject=before_quantity(text, mention), outcome=None)
    outcome = verbs().search(fold(tail))
    if outcome is None:
        cut = stops().search(fold(tail))
        return Words(subject=trimmed(text, mention.span.end, mention.span.end + (cut.start() if cut else len(tail))), outcome=None)
    split = mention.span.end + outcome.start()
    if split == mention.span.end + len(tail) - len(tail.lstrip()):
        return Words(subject=own_noun(mention), outcome=trimmed(text, split, end))
    return Words(subject=trimmed(text, mention.span.end, split), outcome=trimmed(text, split, end))


def own_noun(mention: Mention) -> tuple[int, int] | None:
    part = mention.parts.get("unit")
    return (part.start, part.end) if part and not part.text.strip().startswith(("%", "phần")) else None


def before_quantity(text: str, mention: Mention) -> tuple[int, int] | None:
    """The words before a quantity, from the last border of the clause: `tỷ lệ hộ nghèo` of `…; tỷ lệ hộ nghèo giảm 2%`."""
    borders = list(fronts().finditer(fold(text[: mention.span.start])))
    label = label_of(text)
    start = max(borders[-1].end() if borders else 0, len(label.printed) if label else 0)
    verb = reaching().search(fold(text[start : mention.span.start]))
    return trimmed(text, start, start + verb.start() if verb else mention.span.start)


def trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The place without spaces and commas at its ends, None where nothing is left."""
    words = text[start:end]
    left = len(words) - len(words.lstrip(" ,:"))
    right = len(words.rstrip(" ,:"))
    return (start + left, start + right) if left < right else None


@cache
def verbs() -> re.Pattern[str]:
    return border("outcome")


@cache
def leads_on() -> re.Pattern[str]:
    return re.compile(rf" ?(?:[,;.)]|\(|(?:{alternatives(table('subjects')['leads_on'])})\b)", re.IGNORECASE)


@cache
def stops() -> re.Pattern[str]:
    return re.compile(r"[,;.()]")


@cache
def fronts() -> re.Pattern[str]:
    return re.compile(rf"[.;:,(] ?|\b(?:{'|'.join(table('subjects')['fronts'])}) ", re.IGNORECASE)


@cache
def clause_ends() -> re.Pattern[str]:
    return re.compile("|".join([*table("subjects")["clause_ends"], "$"]))


@cache
def reaching() -> re.Pattern[str]:
    return border("reaching")


def border(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(table('subjects')[name])})(?!\w)", re.IGNORECASE)


def year(text: str, mention: Mention, outline: Outline, home: Section | None) -> int | None:
    """The year from the target's own sentence, else from the heading or the list that it stands under, else None."""
    own = own_year(text, mention.span)
    if own or home is None:
        return own
    return next((found for section in ancestors(outline, home) if (found := heading_year(section.title))), None)


def own_year(text: str, span: Span) -> int | None:
    """The year that the sentence itself names: before the quantity (`(1) Năm 2025: …`), else behind it in the clause."""
    sentence = max(text.rfind(". ", 0, span.start) + 1, 0)
    earlier = [match for match in year_cues().finditer(fold(text), sentence, span.start) if not set_apart(text, match.start(), span.start)]
    if earlier:
        return int(earlier[-1]["year"])
    end = clause_ends().search(text, span.end).start()
    later = year_behind().search(fold(text), span.end, end)
    return int(later["year"]) if later and not set_apart(text, later.start(), span.end) else None


def set_apart(text: str, place: int, target: int) -> bool:
    """Inside a quoted title, or in brackets that close before the target: such a year says nothing of it."""
    quoted = text.count("“", 0, place) > text.count("”", 0, place) or text.count('"', 0, place) % 2 == 1
    opening = text.rfind("(", 0, place)
    bracketed = opening > text.rfind(")", 0, place) and -1 < text.find(")", place) < target
    return quoted or bracketed


@cache
def year_cues() -> re.Pattern[str]:
    return re.compile(table("subjects")["year_before"], re.IGNORECASE)


@cache
def year_behind() -> re.Pattern[str]:
    return re.compile(table("subjects")["year_behind"], re.IGNORECASE)


def heading_year(title: str) -> int | None:
    years = HEADING_YEAR.findall(title)
    return int(years[-1]) if years else None
