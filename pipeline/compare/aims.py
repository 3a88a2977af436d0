"""A target as the comparison sees it: with the clause that it stands in, and the populations that it counts."""

import re
from dataclasses import dataclass

from ..labels import label_of
from ..model import Directive, Measure, Span, Target
from ..populations import Population, counted_in, is_within, named_in
from ..resources import table
from ..text import same
from .likeness import Terms, terms_of

BORDER_BEFORE = re.compile(r"[;:] |\. (?=\W*[A-ZĐÀ-Ỹ])")
BORDER_BEHIND = re.compile(r";|\.(?= |$|/)|$")
SHARE = "%"
BETTER_LOW = ("le", "lt")


@dataclass(frozen=True, slots=True)
class Aim:
    """A target with the words around it. `of` is the directive that it was taken from."""

    of: Directive
    target: Target
    clause: str
    populations: tuple[Population, ...]
    terms: Terms

    @property
    def share(self) -> float | None:
        """The share in percent that the target gives, as its value or its second form."""
        return next((measure.value for measure in self._forms if measure.unit == SHARE), None)

    @property
    def heads(self) -> float | None:
        """How many of its people or units the target gives, as its value or its second form."""
        return next((measure.value for measure in self._forms if is_head(measure.unit)), None)

    @property
    def _forms(self) -> tuple[Measure, ...]:
        first = Measure(value=self.target.value, unit=self.target.unit)
        return (first, self.target.also) if self.target.also else (first,)

    @property
    def is_better_low(self) -> bool:
        """The less the better: `không quá 5%`, `giảm tỷ lệ hộ nghèo xuống còn 3%`."""
        return self.target.op in BETTER_LOW or (
            self.target.change is None and bool(re.search(table("comparison")["falling"], same(self.clause))))

    @property
    def is_per_unit(self) -> bool:
        """The number is asked of each: `mỗi xã`, `05 mentee` for each mentor; not a sum for all that the parent is in charge of."""
        return bool(re.search(table("comparison")["each"], same(self.clause)))

    @property
    def adds_up(self) -> bool:
        """The figure is a sum over units, of which each has its part: no share, no rate, nothing that is asked of each."""
        unit = self.target.unit
        return not (unit.startswith(SHARE) or "/" in unit or unit in table("comparison")["measured_alike"] or self.is_per_unit)

    @property
    def is_for_whole_area(self) -> bool:
        """The figure is the sum for the parent's whole area: its own words say so, those before it in the block, or it is money."""
        so_far = text_at(self.of, self.target.span)[: self.target.span.end] or self.clause
        said = self.target.unit in table("comparison")["sums"] or bool(re.search(table("comparison")["whole_area"], same(so_far)))
        return self.adds_up and said


def aims(directive: Directive) -> tuple[Aim, ...]:
    """The targets of `directive`, each with its clause."""
    return tuple(aim(directive, target) for target in directive.targets)


def aim(directive: Directive, target: Target) -> Aim:
    """`target` with its clause, the people that it counts, and the words that tell it from others."""
    clause = clause_at(directive, target.span) or target.quote
    said = " ".join(filter(None, (target.subject, target.outcome))) or rest_of_clause(directive, target.span) or target.quote
    populations = populations_of(target, target.subject or said)
    # A share tells its own words; a count of things stands in a clause that says what is done with them.
    words = said if target.unit.startswith(SHARE) else f"{said} {clause}"
    keys = {f"={population.key}" for population in populations}
    return Aim(of=directive, target=target, clause=clause, populations=populations, terms=terms_of(words) | keys)


def populations_of(target: Target, words: str) -> tuple[Population, ...]:
    """Who is counted: by the unit and the words behind it, none where things are counted (`01 nhân sự hướng dẫn người dân`)."""
    if target.unit.startswith(SHARE):
        return counted_in(words)
    return counted_in(f"{target.unit} {words}") if is_head(target.unit) else ()


def clause_at(directive: Directive, span: Span) -> str:
    """The clause around `span`, without the label of its unit; empty where the record holds no blocks."""
    text = text_at(directive, span)
    label = label_of(text)
    borders = [match.end() for match in BORDER_BEFORE.finditer(text, 0, span.start)]
    return text[max(borders, default=len(label.printed) if label else 0) : _end_of_clause(text, span)].strip()


def rest_of_clause(directive: Directive, span: Span) -> str:
    """The clause from `span` on; empty where the record holds no blocks."""
    text = text_at(directive, span)
    return text[span.start : _end_of_clause(text, span)]


def text_at(directive: Directive, span: Span) -> str:
    """The text of the block of `span`; empty where the record holds no blocks."""
    return directive.blocks[span.block].text if span.block < len(directive.blocks) else ""


def _end_of_clause(text: str, span: Span) -> int:
    return BORDER_BEHIND.search(text, min(span.end, len(text))).start()


def counts_the_same(one: Aim, other: Aim) -> bool:
    """Whether the two can count the same people: one group of the one is within a group of the other, or one names none."""
    if not one.populations or not other.populations:
        return True
    return any(is_within(mine, theirs) or is_within(theirs, mine) for mine in one.populations for theirs in other.populations)


def is_head(unit: str) -> bool:
    """The unit counts people, households or the like, of whom there is a known number."""
    return same(unit).startswith("người") or bool(named_in(unit))


def is_same_unit(one: str, other: str) -> bool:
    """Two units of one kind: the same words, or one the longer name of the other (`lớp`, `lớp tập huấn`)."""
    one, other = same(one), same(other)
    return one.startswith(other) or other.startswith(one)
