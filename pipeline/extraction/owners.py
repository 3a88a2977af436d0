"""Who does a task: the bodies that its own words name, else its heading's, and those that it is done together with."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import islice, zip_longest

from ..bodies import canonical
from ..grammar import alternatives, pattern
from ..model import Document, Owner, Section, Span
from ..resources import table
from ..text import fold, same
from ..tokens import begins_with_verb
from . import names
from .fields import field_of
from .names import Place

RUN_IN = re.compile(r"[^.;:]{1,120}: (?=\S)")
# How far into a unit its verb of work may stand, in syllables: behind a long list of bodies it is the thirtieth.
NEAR = 30
# How far an opening clause may reach before the body that it leads to, in characters.
LONGEST_PREAMBLE = 160
STOP = re.compile(r"[().;]|$")
CLAUSE = re.compile(r"(?<=[(,;.] )[^(),;.]+|(?<=\()[^(),;.]+")


def owners(document: Document, block: int, places: list[Place]) -> tuple[Owner, ...]:
    """The bodies at `places` of a block as owners, each name once."""
    text, page = document.blocks[block].text, document.blocks[block].page
    found = [Owner(name=text[start:end], canonical=canonical(text[start:end]), span=Span(block=block, start=start, end=end, page=page))
             for start, end in places]
    return tuple({same(owner.name): owner for owner in reversed(found)}.values())[::-1]


def named_leads(text: str, start: int) -> list[Place]:
    """The bodies that the sentences of a unit name as doing its work; people are none, nor those that it is done together with."""
    others = coordinates(text, start)
    return [name for sentence in names.sentences(text, start) for name in sentence_leads(text, *sentence) if name not in others]


def sentence_leads(text: str, start: int, end: int) -> list[Place]:
    """The bodies that do a sentence's work; of its later clauses those told to or in charge, or all where the first names somebody."""
    first = lead_place(text, start, end)
    later = [clause for clause in names.clauses(text, start, end)
             if clause[0] > (first[1] if first else start) and not field_of(text[slice(*clause)])]
    found = [first, *(lead_place(text, *clause) if first and not goes_back(text, clause[0])
                      else assigned(text, *clause) or in_charge(text, *clause) for clause in later)]
    found += assigned_in_turn(text, start, end) if first and assigned(text, start, end) == first else []
    return [name for place in found if place for name in names.split(text, place)]


def has_body_head(text: str, start: int) -> bool:
    """The unit begins with a body as its run-in head: "Sở Nội vụ: …"."""
    head = RUN_IN.match(text, start)
    return bool(head) and names.begins_body(fold(text), start) and names.border(fold(text), start, head.end() - 2) is None


def in_charge(text: str, start: int, end: int) -> Place | None:
    """The body that a clause puts in charge: "Phòng Kinh tế chủ trì, Tổ khuyến nông cùng tham gia"."""
    place = names.leading(text, start, end)
    return place if place and names.bracketed().match(fold(text), place[1]) else hub(text, start, end)


def assigns(text: str, start: int) -> bool:
    """The unit names a body, at its head or in its first sentence, with what it is to do behind it."""
    if has_body_head(text, start):
        return is_action(text, RUN_IN.match(text, start).end())
    place = lead_place(text, *next(names.sentences(text, start), (start, start)))
    return place is not None and names.verbs().search(fold(text), place[1]) is not None


def puts_in_charge(text: str, lead: Span) -> bool:
    """Behind the lead its charge is said outright, which outranks the heading's body: "…; Phòng Kinh tế chủ trì"."""
    return bool(names.bracketed().match(fold(text), lead.end) or pattern("owners", "hub").search(fold(text), 0, lead.start))


def later_leads(text: str, start: int) -> list[Place]:
    """The bodies that only a later clause names, where nobody else is named: "Mở hội nghị quán triệt; Ban Tuyên giáo chuẩn bị tài liệu"."""
    clauses = (clause for sentence in names.sentences(text, start) for clause in names.clauses(text, *sentence)
               if clause[0] > start and not pattern("owners", "conditional").match(text, clause[0]) and not field_of(text[slice(*clause)]))
    place = next((place for clause in clauses if (place := subject(text, *clause))), None)
    return names.split(text, place) if place else []


def assigned_in_turn(text: str, start: int, end: int) -> list[Place]:
    """The bodies behind the first that an order names, each with a verb of its own: "Giao A làm …, B làm …, C làm …"."""
    folded = fold(text)
    commas = (match.end() for match in re.finditer(", ", folded[:end]) if match.start() > start)
    found = [(begin, names.leading(text, begin, end)) for begin in commas if names.begins_body(folded, begin)]
    return [place for begin, place in found if place and not names.in_list(folded, start, begin) and not goes_back(text, begin)]


def goes_back(text: str, start: int) -> bool:
    """The clause speaks of each of those named before: "mỗi tổ chức đăng ký …"."""
    return text[start:].split(" ")[0] in table("owners")["each"]


def lead_place(text: str, start: int, end: int) -> Place | None:
    ways = (assigned, subject, bracketed, hub, passive)
    return next((place for way in ways if (place := way(text, start, end))), None)


def lead_in_to_all(text: str) -> list[Place]:
    """The body that the lead-in to a document's orders names: a particular one, not one of several nor everybody."""
    folded = fold(text)
    asked = list(pattern("owners", "leads_to_all").finditer(folded))
    place = names.listed(text, asked[-1].end(), len(text)) if asked and names.heads().match(folded, asked[-1].end()) else None
    found = names.split(text, place) if place else []
    return found if len(found) == 1 else []


def opens_with_lead(text: str, start: int) -> bool:
    """The unit's first sentence names who does it at once, and not only a later clause or sentence."""
    return lead_place(text, *next(names.sentences(text, start), (start, start))) is not None


def subject(text: str, start: int, end: int) -> Place | None:
    """The body before the verb of a sentence, also behind a run-in head or an opening clause."""
    for begin in starts(text, start, end):
        place = names.leading(text, begin, end)
        if place and pattern("owners", "states").match(fold(text), place[1], end):
            return None
        if place:
            return directed(text, place, end)
        if begin > start and (place := assigned(text, begin, end)):
            return place
    return None


def starts(text: str, start: int, end: int) -> Iterator[int]:
    """Where the sentence proper may begin."""
    head = RUN_IN.match(text, start, end)
    if head and names.begins_body(fold(text), start):
        if names.border(fold(text), start, head.end() - 2) is None:
            return
        head = None
    begin = head.end() if head else start
    yield begin
    often = pattern("owners", "often").match(fold(text), begin, end)
    is_order = bool(often) and bool(names.verbs().match(fold(text), often.end()))
    clause = None if is_order else preamble().match(fold(text), begin, end)
    while clause:
        yield clause.end()
        if names.verbs().match(fold(text), clause.end()):
            break
        clause = rest_of_preamble().match(fold(text), clause.end(), end) if clause.end() - begin < LONGEST_PREAMBLE else None
    apart = pattern("owners", "set_apart").match(fold(text), begin, end)
    if apart:
        yield apart.end()
    trouble = pattern("owners", "hardship").search(fold(text), begin, end)
    if trouble:
        yield trouble.end()


def directed(text: str, place: Place, end: int) -> Place | None:
    """The body that does the work where another one only directs it: "Đảng ủy X chỉ đạo Công an xã"."""
    verb = names.directing().match(fold(text), place[1])
    if verb is None or not names.begins_body(fold(text), verb.end()):
        return place
    return names.listed(text, verb.end(), end) or place


def assigned(text: str, start: int, end: int) -> Place | None:
    """The body behind "Giao …", "Yêu cầu …", "Đề nghị …"."""
    match = next((match for match in names.assigning().finditer(fold(text), start, end)
                  if match.start() == start or text[match.start() - 1] == "("), None)
    if match is None:
        match = pattern("owners", "directed").match(fold(text), start, end)
        match = match if match and names.heads().match(fold(text), match.end()) else None
    return names.listed(text, match.end(), end) if match else None


def bracketed(text: str, start: int, end: int) -> Place | None:
    """The body in brackets behind a task: "(Sở Tài chính chủ trì, phối hợp với …)"."""
    for match in re.finditer(r"\(", text[start:end]):
        begin = start + match.end()
        place = names.leading(text, begin, end)
        if place and names.bracketed().match(fold(text), place[1]):
            return place
    return None


def hub(text: str, start: int, end: int) -> Place | None:
    """The body that a clause names as the one in charge: "đầu mối là Phòng Kinh tế"."""
    match = pattern("owners", "hub").search(fold(text), start, end)
    return names.listed(text, match.end(), end) if match else None


def coordinates(text: str, start: int) -> list[Place]:
    """The bodies that the work is done together with: behind "phối hợp (với)"."""
    folded = fold(text)
    if not (names.coordinating().search(folded, start) or names.joining().search(folded, start)):
        return []
    found = [names.listed(text, match.end(), len(text)) for match in names.coordinating().finditer(folded, start)]
    found += [joining(text, match.start(), STOP.search(text, match.start()).start()) for match in CLAUSE.finditer(text, start)]
    return [name for place in found if place for name in names.split(text, place)]


def joining(text: str, start: int, end: int) -> Place | None:
    """The body of a clause that says no more of it than that it takes part ("Trạm Y tế phối hợp"), or that joins the one in charge."""
    folded = fold(text)
    opener = pattern("owners", "joined").match(folded, start)
    place = names.leading(text, opener.end() if opener else start, end)
    if place is None:
        return None
    follows = bool(pattern("owners", "led").search(folded[:start])) and bool(names.coordinating().match(folded, place[1] + 1))
    return place if follows or names.joining().match(folded, place[1] + 1) else None


def passive(text: str, start: int, end: int) -> Place | None:
    """The body behind "do": "Việc tổng hợp do Văn phòng chủ trì"; none where only a thing is told of."""
    folded = fold(text)
    for match in re.finditer(r"\bdo ", folded[start:end]):
        begin = start + match.end()
        place = names.leading(text, begin, end)
        is_work = names.passive("openings").match(folded[start:begin]) or place and names.passive("verbs").match(folded, place[1] + 1)
        if place and is_work and not names.passive("things").search(folded[start:begin]):
            return place
    return None


def heading_bodies(document: Document, section: Section) -> list[Place]:
    """The bodies that a sub-heading names: the whole heading is their list, or the head before its colon."""
    text = document.blocks[section.span.block].text
    start = len(section.label) + len(text[len(section.label) :]) - len(text[len(section.label) :].lstrip())
    opener = names.heading_openers().match(fold(text), start)
    start = opener.end() if opener and section.title and names.begins_body(fold(text), opener.end()) else start
    if not section.title or not names.begins_body(fold(text), start):
        return named_leads(text, start)
    end = section.span.end
    verb = names.border(fold(text), start, end)
    if verb and names.deciding().match(fold(text), verb - 1):
        return []
    place = executing(text, start, end) or names.trimmed(text, start, end)
    return names.split(text, place) if place else []


def executing(text: str, start: int, end: int) -> Place | None:
    """In a heading "A lãnh đạo B chỉ đạo C …": the last body of the chain; in "A căn cứ … tổ chức …": A."""
    folded = fold(text)
    chain = [match for match in names.directing().finditer(folded, start, end) if names.begins_body(folded, match.end())]
    if chain:
        return names.listed(text, chain[-1].end(), end)
    verbs = (match.start() for match in heading_verbs().finditer(folded, start + 1, end)
             if names.is_verb(folded, match) and not names.inside_unbroken(folded, match))
    stops = (place for place in names.list_stops(folded, start, end) if folded[place] == " ")
    stop = min([*islice(verbs, 1), *islice(stops, 1)], default=None)
    return names.trimmed(text, start, stop) if stop else None


@lru_cache(maxsize=512)
def is_action(text: str, start: int) -> bool:
    """The unit orders something: a verb of work stands near its beginning, behind a run-in head or a body's name."""
    if not_actions().search(fold(text)[start:]) or only_tells(text, start) or text[start:].isupper():
        return False
    head = RUN_IN.match(text, start)
    begins = (start, head.end()) if head else (start,)
    return (any(names.verbs().search(window(text, begin)) for begin in begins) or bool(named_leads(text, start))
            or begins_with_verb(text[start:].split(".")[0]))


def only_tells(text: str, start: int) -> bool:
    """The unit tells or lists something: it begins as such units do, and not with a verb."""
    words = window(text, start)
    verb = names.verbs().match(words)
    return bool(telling().match(fold(text)[start:])) and not (verb and names.is_verb(words, verb))


def is_own_act(text: str, start: int) -> bool:
    """The words begin with an act that only the issuer of a document does."""
    return bool(own_acts().match(fold(text), start))


def leads_to_purposes(text: str) -> bool:
    """What stands below `text` says what its work is for."""
    return bool(pattern("owners", "leads_to_purposes").search(fold(text)))


def window(text: str, start: int) -> str:
    """The first words from `start` on, the very first in small letters, up to a clause that only tells their use."""
    words = " ".join(fold(text)[start:].split(" ")[:NEAR])
    return purposes().split(words[:1].lower() + words[1:])[0]


@cache
def not_actions() -> re.Pattern[str]:
    return re.compile("|".join(table("owners")["not_actions"]), re.IGNORECASE)


@cache
def telling() -> re.Pattern[str]:
    return re.compile("|".join(table("owners")["telling"]), re.IGNORECASE)


@cache
def own_acts() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(table('owners')['own_acts'])})(?!\w)", re.IGNORECASE)


@cache
def purposes() -> re.Pattern[str]:
    return re.compile(rf", (?:{alternatives(table('owners')['purposes'])})(?!\w)")


@cache
def preamble() -> re.Pattern[str]:
    ends = table("owners")["opener_ends"]
    openers, words = (alternatives(table("owners")[name]) for name in ("openers", "opening_words"))
    return re.compile(rf"(?:{openers})\b[^,;.]{{0,160}}?(?:{ends})|(?:{words}), ?", re.IGNORECASE)


@cache
def rest_of_preamble() -> re.Pattern[str]:
    return re.compile(rf"[^,;.]{{1,80}}?(?:{table('owners')['opener_ends']})")


def references(text: str) -> list[str]:
    """The ids of the sections that a sentence assigns: "trong phần IV: gồm mục 1.1 và nội dung a mục 5.1", "điểm a khoản 3 Điều 1"."""
    folded = fold(text)
    part = pattern("owners", "reference_part").search(folded)
    found: list[str] = []
    named = list(pattern("owners", "reference_item").finditer(folded))
    for match, following in zip_longest(named, named[1:]):
        stem = stem_of(following if following and shares_home(folded, match, following) else match, part)
        items = re.findall(r"\d+(?:\.\d+)*", match["items"])
        points = re.findall(r"\b[a-zđ]\b", match["points"] or "")
        found += [f"{stem}{item}.{point}" for item in items for point in points] or [stem + item for item in items]
    return found


def shares_home(folded: str, item: re.Match[str], following: re.Match[str]) -> bool:
    """The article or part behind the next item is that of both: "điểm a khoản 1 và điểm c khoản 2 mục III"."""
    return not (item["article"] or item["within"]) and folded[item.end() : following.start()] in (", ", " và ", ", và ")


def stem_of(item: re.Match[str], part: re.Match[str] | None) -> str:
    """What stands before an item in the id of its section: its own article or part, else the part that the sentence names."""
    if item["article"]:
        return f"Điều {item['article']}."
    within = item["within"] or (part["part"] if part else None)
    return f"{within.upper()}." if within else ""


@cache
def heading_verbs() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(table('owners')['heading_verbs'])})(?!\w)")
