"""The targets of a parent as the draft sees them: the words around each, whom it counts, and whether it applies to the unit."""

import re
from dataclasses import dataclass

from ..model import Directive, Target
from ..populations import Population, counted_in
from ..resources import table
from ..text import same
from . import narrowing
from .casing import lower_first
from .phrases import says
from .setting import Setting, reason
from .sources import clause, text_at, without_label

FIGURES = re.compile(r"\d+(?:[.,]\d+)*")
NO_TARGETS = ("purpose", "funding", "closing")


@dataclass(frozen=True, slots=True)
class Aim:
    """A target with the words that hold it, and where in these its own quote begins."""

    parent: Directive
    target: Target
    words: str
    place: int

    @property
    def populations(self) -> tuple[Population, ...]:
        """Whom the target counts: by the words behind its figure, else by those before it."""
        subject = self.target.subject or ""
        place = self.words.find(subject, self.place)
        return counted_in(self.words[place:] if place >= 0 else subject)

    @property
    def is_share_of(self) -> bool:
        """Whom the figure is a share of stands behind it: `95% dân số`, not `tỷ lệ lao động qua đào tạo đạt 70%`."""
        return self.words.find(self.target.subject or "", self.place) > self.place

    @property
    def is_better_low(self) -> bool:
        """The less the better: `không quá 5%`, `giảm xuống còn 3%`."""
        return self.target.op in ("le", "lt") or (self.target.change is None and says("falling", self.words))

    @property
    def is_of_communes(self) -> bool:
        """A share of the province's communes, of which the unit is one."""
        return "%" in self.target.unit and any(group.key == "communes" for group in self.populations[:1])

    @property
    def is_count(self) -> bool:
        """A number of things: no share, no rate, no time, nothing that each unit is asked for."""
        unit = self.target.unit
        return not ("%" in unit or "/" in unit or unit in table("drafting")["not_sums"] or says("each", self.words))

    @property
    def is_sum(self) -> bool:
        """A number that is said to be of the parent's whole area."""
        item = text_at(self.parent, self.target.span)
        head = item[without_label(item, 0, self.target.span.start) :]
        return self.is_count and (says("whole_area", self.words) or says("opens_with_whole_area", head))


def aims(parent: Directive) -> tuple[Aim, ...]:
    """The targets of `parent` that are set: those of its purpose and funding are told."""
    roles = {section.id: section.role for section in parent.sections}
    return tuple(aim(parent, target) for target in parent.targets if roles.get(target.section) not in NO_TARGETS)


def aim(parent: Directive, target: Target) -> Aim:
    """`target` with its clause; with its quote where the record holds no blocks."""
    text = text_at(parent, target.span)
    if not text:
        return Aim(parent, target, target.quote, 0)
    if parent.blocks[target.span.block].cell and target.subject and target.subject not in text:
        return told(parent, target)
    start, end = clause(parent, target)
    return Aim(parent, target, text[start:end].strip(), max(0, target.span.start - start))


def told(parent: Directive, target: Target) -> Aim:
    """A target of a table, whose subject and unit stand in other cells, as a sentence."""
    is_share = target.unit.startswith("%")
    last = max(FIGURES.finditer(target.quote), key=lambda match: match.end()).end()
    figure = target.quote[:last] + (target.unit if is_share else f" {target.unit}") + target.quote[last:]
    form = "count" if not is_share else "rate" if same(target.subject).startswith("tỷ lệ") else "share"
    subject = lower_first(target.subject) if form == "share" else target.subject
    words = table("drafting")["table_target"][form].format(subject=subject, figure=figure if form == "share" else lower_first(figure))
    found = target.model_copy(update={"subject": subject})
    return Aim(parent, found, words, 0 if form == "share" else len(words) - len(figure))


def reason_against(aim: Aim, setting: Setting) -> str | None:
    """Why the target does not apply to the unit, None where it does."""
    if says("upper_only", aim.words) and not aim.is_of_communes:
        return reason("upper_only")
    absent = absent_groups(aim, setting)
    if absent:
        return reason("absent_group", groups=", ".join(absent))
    return reason("whole_area") if aim.is_sum else None


def absent_groups(aim: Aim, setting: Setting) -> tuple[str, ...]:
    """Whom the target is for, where the unit has none of them."""
    profile = setting.profile
    words = narrowing.absent_words_in(aim.words, profile)
    subject = aim.target.subject or aim.words
    is_lacked = narrowing.is_about_lacked(subject, profile.lacks)
    return words or (narrowing.lacked_in(subject, profile.lacks) if is_lacked else ())
