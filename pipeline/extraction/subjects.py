"""The words around a quantity: who or what it counts (subject), and what those are to reach (outcome)."""

import re
from dataclasses import dataclass
from functools import cache

from ..grammar import alternatives, pattern
from ..labels import label_of
from ..model import Mention
from ..resources import table
from ..text import fold


@dataclass(frozen=True, slots=True)
class Words:
    """What a quantity counts and what those are to reach, as offsets in the block; None where not said."""

    subject: tuple[int, int] | None
    outcome: tuple[int, int] | None


def words_of(text: str, mention: Mention, following: Mention | None = None, earlier: Mention | None = None) -> Words:
    """The subject and outcome of a quantity: behind it up to the verb of the result, else before it in the clause.

    Where the `following` quantity of the block begins, the words of this one end, as they begin behind the `earlier` one; of a list the
    last one's outcome holds for all.
    """
    own = words_up_to(text, mention, following.span.start if following else len(text))
    if earlier and own.subject and own.subject[0] < earlier.span.end:
        own = Words(subject=None, outcome=own.outcome)
    if following is None or own.outcome or own.subject is None:
        return own
    if not list_between().fullmatch(fold(text[own.subject[1] : following.span.start])):
        return own
    return Words(subject=own.subject, outcome=words_of(text, following).outcome)


def words_up_to(text: str, mention: Mention, limit: int) -> Words:
    end = min(clause_ends().search(text, mention.span.end).start(), limit)
    if "subject" in mention.parts:
        named = mention.parts["subject"]
        return Words(subject=(named.start, named.end), outcome=trimmed(text, mention.span.end, end))
    tail = text[mention.span.end : end]
    is_base = base().match(fold(tail))
    if is_base or not tail.strip() or leads_on().match(fold(tail)):
        named = (None if is_base else own_noun(mention)) or before_quantity(text, mention)
        is_time = named and pattern("subjects", "only_time").fullmatch(fold(text[slice(*named)]))
        if is_time and pattern("subjects", "measured_against").match(fold(tail)):
            named = trimmed(text, mention.span.end, end)
        return Words(subject=named, outcome=None)
    outcome = verbs().search(fold(tail))
    if outcome is None:
        cut = stops().search(fold(tail))
        return Words(subject=trimmed(text, mention.span.end, mention.span.end + (cut.start() if cut else len(tail))), outcome=None)
    split = mention.span.end + outcome.start()
    if split == mention.span.end + len(tail) - len(tail.lstrip()):
        return Words(subject=own_noun(mention), outcome=trimmed(text, split, end))
    return Words(subject=trimmed(text, mention.span.end, split), outcome=trimmed(text, split, end))


def own_noun(mention: Mention) -> tuple[int, int] | None:
    """The counted noun itself, where the quantity counts and does not measure."""
    part = mention.parts.get("unit")
    return (part.start, part.end) if part and not measures().match(fold(part.text).strip()) else None


def before_quantity(text: str, mention: Mention) -> tuple[int, int] | None:
    """The words before a quantity, from the last border of the clause: `tỷ lệ hộ nghèo` of `…; tỷ lệ hộ nghèo giảm 2%`."""
    before = fold(text[: mention.span.start])
    borders = [match.end() for match in fronts().finditer(before) if not closes_again(before, match)]
    label = label_of(text)
    opened = opening(before)
    start = max([len(label.printed) if label else 0, *borders]) if opened is None else opened
    verb = reaching().search(before, start)
    return trimmed(text, start, verb.start() if verb else mention.span.start)


def opening(before: str) -> int | None:
    """Where a subject begins that holds commas: its first words, with no figure, stop or verb of reaching before a comma between."""
    begins = [match.start() for match in open_subject().finditer(before)]
    named = before[begins[-1] :] if begins else ""
    is_one = "," in named and not re.search(r"[\d;:.(]", named) and not any(reaching().search(part) for part in named.split(",")[:-1])
    return begins[-1] if is_one else None


def closes_again(before: str, match: re.Match[str]) -> bool:
    """The border stands in brackets that close before the quantity: "năng suất nhân tố tổng hợp (TFP) đạt 55%"."""
    opening = before.rfind("(", 0, match.end())
    return opening >= 0 and ")" in before[opening:] and before.find(")", opening) >= match.start()


def trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The place without spaces and commas at its ends, None where nothing is left."""
    words = text[start:end]
    left = len(words) - len(words.lstrip(" ,:"))
    right = len(dangling().sub("", words.rstrip(" ,:")))
    return (start + left, start + right) if left < right else None


def measures() -> re.Pattern[str]:
    """Units that only measure what stands before them: "thu nhập bình quân đạt 75 triệu đồng"."""
    return pattern("subjects", "measures")


@cache
def open_subject() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(table('subjects')['open_subject'])})(?!\w)", re.IGNORECASE)


@cache
def list_between() -> re.Pattern[str]:
    """What stands between two quantities of one list."""
    return re.compile(rf" ?(?:{table('subjects')['list_marks']})", re.IGNORECASE)


@cache
def base() -> re.Pattern[str]:
    """What a share is taken of and no subject: "quy mô kinh tế số đạt tối thiểu 30% GDP"."""
    return re.compile(rf" ?(?:{table('subjects')['base']})", re.IGNORECASE)


def dangling() -> re.Pattern[str]:
    """A word that only leads on to the next quantity."""
    return pattern("subjects", "dangling")


@cache
def verbs() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(table('subjects')['outcome'])})(?!\w)", re.IGNORECASE)


@cache
def leads_on() -> re.Pattern[str]:
    return re.compile(rf" ?(?:[,;.)]|\(|năm 20\d\d|(?:{alternatives(table('subjects')['leads_on'])})\b)", re.IGNORECASE)


@cache
def stops() -> re.Pattern[str]:
    """Where the counted words end: at a mark, but not at the comma before another counted noun ("cán bộ, công chức, viên chức")."""
    nouns = alternatives(table("targets")["words"]["noun"])
    return re.compile(rf"[;()]|\.(?!\d)|,(?! (?:và )?(?:{nouns})(?!\w))", re.IGNORECASE)


@cache
def fronts() -> re.Pattern[str]:
    return re.compile(rf"[.;:,(] ?|\b(?:{'|'.join(table('subjects')['fronts'])}) ", re.IGNORECASE)


@cache
def clause_ends() -> re.Pattern[str]:
    return re.compile("|".join([*table("subjects")["clause_ends"], "$"]))


@cache
def reaching() -> re.Pattern[str]:
    """The verbs between a subject and its quantity: the last words before it."""
    verbs_of_reaching, after = (alternatives(table("subjects")[name]) for name in ("reaching", "after_reaching"))
    return re.compile(rf"(?<!\w)(?:{verbs_of_reaching})(?!\w) ?(?:(?:{verbs_of_reaching}|{after})(?!\w) ?)*$", re.IGNORECASE)
