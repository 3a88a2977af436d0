"""Names of bodies in running text: where one begins, where a list of them ends, and how a list is split."""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from ..bodies import known_names
from ..grammar import alternatives, pattern
from ..resources import table
from ..text import fold
from ..tokens import verb_places

Place = tuple[int, int]
SENTENCE = re.compile(r"\S.*?(?:\.(?= )|$)")
CLAUSE = re.compile(r"[^;\s][^;]*(?:;|$)")
WORD = re.compile(r"(?<!\w)\w")
LONGEST_NAME = 260
# A name longer than this, without a list's marks, has most likely swallowed its verb.
LONG_NAME = 70
# A name of its own that is longer, and behind which no listed verb stands, may hold one that is not listed.
SHORT_NAME = 25
# The words before a verb that make it a noun or a name are shorter than this.
LONGEST_BEFORE = 60


def begins_body(folded: str, start: int = 0) -> bool:
    """A body's name begins here: by a head of its own, or as a collective of bodies ("các phòng, ban, ngành")."""
    if people().match(folded, start):
        return False
    return bool(heads().match(folded, start) or collectives().match(folded, start))


def leading(text: str, start: int, end: int) -> Place | None:
    """The body (or list of bodies) that the sentence at `start` names as doing its verb, None where it names none."""
    folded = fold(text)
    if not begins_body(folded, start) or not_subjects().match(folded, start):
        return None
    clause = pattern("owners", "indefinite").match(folded, start, end)
    if clause:
        return trimmed(text, start, clause.end())
    stop = border(folded, start, end)
    if stop is None or stop - last_mark(folded, start, stop) > (LONG_NAME if verbs().match(folded, stop) else SHORT_NAME):
        stop = verb_behind(text, start, min(end, stop or end)) or stop
    if stop is None or stop - start > LONGEST_NAME or pattern("owners", "supposed").search(folded, start, stop):
        return None
    return trimmed(text, start, known_end(folded, start, stop))


def in_list(folded: str, start: int, comma: int) -> bool:
    """The words between the last verb and the comma name a body: what follows goes on with the list that it began."""
    verbs_before = [match.end() for match in verbs().finditer(folded, start, comma) if is_verb(folded, match)]
    begin = verbs_before[-1] if verbs_before else start
    return any(begins_body(folded, word.start()) for word in WORD.finditer(folded, begin, comma))


def last_mark(folded: str, start: int, stop: int) -> int:
    """Where the last name of a list begins, by the marks between names."""
    return max((match.end() for match in separator().finditer(folded, start, stop)), default=start)


def listed(text: str, start: int, end: int) -> Place | None:
    """The list of bodies that begins at `start` and runs up to a verb, another end of a list, or `end`."""
    folded = fold(text)
    if not (begins_body(folded, start) or plain_bodies().match(folded, start)):
        return None
    stop = border(folded, start, end)
    stop = min(end, stop if stop is not None else end, start + LONGEST_NAME)
    last = last_mark(folded, start, stop)
    if not verbs().match(folded, stop) and heads().match(folded, last) and stop - last > SHORT_NAME:
        stop = verb_behind(text, last, stop) or stop
    return trimmed(text, start, known_end(folded, start, stop))


def border(folded: str, start: int, end: int) -> int | None:
    """Where a name or list ends: before the first verb of work, or the first words that end a list."""
    stop = next(list_stops(folded, start, end), None)
    return next((match.start() for match in verbs().finditer(folded, start, end if stop is None else stop + 1)
                 if match.start() > start and is_verb(folded, match)
                 and not inside_unbroken(folded, match) and not in_head(folded, start, match.start())), stop)


def known_end(folded: str, start: int, stop: int) -> int:
    """Where the last name of a list ends, if it is one of the known ones with its level and place, and verbs that are not known follow."""
    marks = reversed([match.end() for match in separator().finditer(folded, start, stop)])
    begin = next((mark for mark in marks if known_body().match(folded, mark)), start)
    name = known_body().match(folded, begin, stop)
    return name.end() if name and not pattern("owners", "goes_on").match(folded, name.end()) else stop


def list_stops(folded: str, start: int, end: int) -> Iterator[int]:
    """Where words stand that end a list of bodies though no verb follows."""
    for match in list_ends().finditer(folded, start, end):
        if not goes_on(folded, match) and not inside_unbroken(folded, match):
            yield match.start()


def verb_behind(text: str, start: int, end: int) -> int | None:
    """Where the first word stands that only its part of speech shows to be a verb."""
    folded = fold(text)
    places = (start + place for place in verb_places(text[start:end]) if place)
    return next((place for place in places if not not_verbs().match(folded, place) and not in_head(folded, start, place)
                 and not any(begin < place < last for begin, last in unbroken_places(folded))), None)


def in_head(folded: str, start: int, place: int) -> bool:
    """Whether `place` stands in the words that begin a body's name: the "ban" of "Ủy ban"."""
    head = heads().match(folded, last_mark(folded, start, place))
    return bool(head) and place < head.end()


def goes_on(folded: str, match: re.Match[str]) -> bool:
    """A semicolon behind which the list names another body."""
    return match[0] == ";" and begins_body(folded, match.end() + 1)


def is_verb(folded: str, match: re.Match[str]) -> bool:
    """Not a noun ("các tổ chức chính trị", "công tác kiểm tra") and not the second half of a name."""
    behind, before = noun_behind().get(match[0]), name_before().get(match[0])
    near = max(0, match.start() - LONGEST_BEFORE)
    return not (noun_before().search(folded, near, match.start()) or (behind and behind.match(folded, match.end()))
                or (before and before.search(folded, near, match.start())))


def trimmed(text: str, start: int, end: int) -> Place | None:
    """The place without the marks and small words at its end, nor the people that close a list of bodies; None where nothing is left."""
    words = text[start:end]
    closing = people_behind().search(fold(words.rstrip(" ,;:.-")))
    closing = None if closing and inside_unbroken(fold(words), closing) else closing
    right = closing.start() if closing else len(words.rstrip(" ,;:.-"))
    cut = dangling().search(words[:right])
    return (start, start + (cut.start() if cut else right)) if right else None


def split(text: str, place: Place) -> list[Place]:
    """A list of bodies as single entries; a collective ("các cơ quan, đơn vị") is one."""
    start, end = place
    folded = fold(text)
    pieces: list[Place] = []
    for match in separator().finditer(folded, start, end):
        is_inside = in_brackets(folded, start, match) or inside_unbroken(folded, match)
        if match.end() < end and is_split(folded, start, match) and not is_inside:
            pieces.append((start, match.start()))
            start = match.end()
    return [piece for each in (*pieces, (start, end)) if (piece := trimmed(text, *each))]


def is_split(folded: str, start: int, match: re.Match[str]) -> bool:
    """The separator ends an entry: another body begins behind it, and no collective is still being strung together."""
    if ";" in match[0]:
        return True
    if level_behind().match(folded, match.end()) and level_before().search(folded, start, match.start()):
        return False
    if generic().match(folded, match.end()):
        return not bare_collective().search(folded[start : match.start()])
    return begins_body(folded, match.end())


def in_brackets(folded: str, start: int, match: re.Match[str]) -> bool:
    return folded.count("(", start, match.start()) > folded.count(")", start, match.start())


def inside_unbroken(folded: str, match: re.Match[str]) -> bool:
    return any(start < match.start() and match.end() < end for start, end in unbroken_places(folded))


@lru_cache(maxsize=64)
def unbroken_places(folded: str) -> tuple[Place, ...]:
    return tuple(name.span() for name in unbroken().finditer(folded))


def words(name: str) -> list[str]:
    return table("owners")[name]


@cache
def separator() -> re.Pattern[str]:
    return re.compile(words("separator"))


@cache
def dangling() -> re.Pattern[str]:
    return re.compile(words("dangling"))


@cache
def known_body() -> re.Pattern[str]:
    """A body of the lists of bodies, with its level and its place."""
    return re.compile(rf"(?:{'|'.join(known_names())})(?: {words('placed')})*+(?= {words('small_letter')})")


@cache
def heads() -> re.Pattern[str]:
    return re.compile(rf"(?!(?:{alternatives(words('not_heads'))})(?!\w))"
                      rf"(?:{words('persons')}|(?:{alternatives(words('heads'))}|(?i:{alternatives(words('small_heads'))}))(?!\w))")


@cache
def not_subjects() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(words('not_subjects'))})(?!\w)")


@cache
def collectives() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(words('collective'))}) (?:{alternatives(words('generic') + words('small_heads'))}|"
                      rf"(?-i:{alternatives(words('heads'))}))(?!\w)", re.IGNORECASE)


@cache
def generic() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(words('generic'))})(?!\w)")


@cache
def level_before() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(words('levels'))})$")


@cache
def level_behind() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(words('levels'))})(?=[ ,;:.)]|$)")


@cache
def bare_collective() -> re.Pattern[str]:
    """A collective still open at the end of the text: "các phòng, ban"."""
    nouns = rf"(?:{alternatives(words('generic'))})"
    begins = rf"(?:(?<!\w)(?:{alternatives(words('collective'))}) |^(?={alternatives(words('bare_openers'))}))"
    return re.compile(rf"{begins}{nouns}(?:(?:{words('separator')}){nouns})*$", re.IGNORECASE)


@cache
def plain_bodies() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(words('plain_bodies'))})(?!\w)")


@cache
def people() -> re.Pattern[str]:
    names, heads_alike = alternatives(words("people")), alternatives(words("not_people"))
    return re.compile(rf"(?:(?:{alternatives(words('collective'))}) )?(?!{heads_alike})(?:{names})(?!\w)", re.IGNORECASE)


@cache
def people_behind() -> re.Pattern[str]:
    """People at the end of a list: "các cấp ủy, tổ chức đảng, cán bộ, đảng viên"."""
    return re.compile(rf"(?<=\w)(?:(?:{words('separator')})(?:{alternatives(words('people'))}))+$", re.IGNORECASE)


@cache
def verbs() -> re.Pattern[str]:
    """Verbs and the adverbs before them, in small letters: "Sở Giáo dục và Đào tạo" holds none."""
    small = alternatives(words("verbs") + words("adverbs"))
    return re.compile(rf"(?<![\w-])(?:{small})(?![\w-])")


@cache
def not_verbs() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(words('not_verbs'))})(?!\w)")


@cache
def noun_before() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(words('noun_before'))}) $", re.IGNORECASE)


@cache
def noun_behind() -> Mapping[str, re.Pattern[str]]:
    """For a verb that may be a noun, the words behind it that make it one."""
    return {verb: re.compile(rf" ?(?:{alternatives(followers)})(?!\w)", re.IGNORECASE)
            for verb, followers in table("owners")["noun_behind"].items()}


@cache
def name_before() -> Mapping[str, re.Pattern[str]]:
    """For a verb that may end a name, the words before it that make it one: "chủ đầu tư"."""
    return {verb: re.compile(rf"(?<!\w)(?:{alternatives(leaders)}) $", re.IGNORECASE)
            for verb, leaders in table("owners")["name_before"].items()}


@cache
def list_ends() -> re.Pattern[str]:
    return re.compile(rf" (?:{alternatives(words('list_ends'))})(?!\w)|{words('list_marks')}")


@cache
def unbroken() -> re.Pattern[str]:
    return re.compile("|".join(words("unbroken")), re.IGNORECASE)


@cache
def assigning() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(words('assigning'))}) ", re.IGNORECASE)


@cache
def coordinating() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words('coordinating')}) ", re.IGNORECASE)


@cache
def bracketed() -> re.Pattern[str]:
    return re.compile(rf" {words('bracketed')}")


@cache
def deciding() -> re.Pattern[str]:
    return re.compile(rf" (?:{alternatives(words('deciding'))})(?!\w)")


@cache
def joining() -> re.Pattern[str]:
    return re.compile(words("joining"))


@cache
def passive(part: str) -> re.Pattern[str]:
    """What tells a passive order from a description: the `openings` of the work, the `verbs` of doing, the `things` told of."""
    entry = table("owners")["passive"][part]
    return re.compile(entry if isinstance(entry, str) else rf"(?<!\w)(?:{alternatives(entry)})(?!\w)", re.IGNORECASE)


@cache
def heading_openers() -> re.Pattern[str]:
    pattern = table("owners")["heading_openers"].replace("{head}", alternatives(words("heads")))
    return re.compile(pattern, re.IGNORECASE)


@cache
def directing() -> re.Pattern[str]:
    return re.compile(rf" {words('directing')} ")


def sentences(text: str, start: int) -> Iterator[Place]:
    """The sentences of `text` from `start` on."""
    for match in SENTENCE.finditer(text, start):
        yield match.span()


def clauses(text: str, start: int, end: int) -> Iterator[Place]:
    """The clauses of a sentence, between its semicolons."""
    for match in CLAUSE.finditer(text, start, end):
        yield match.span()
