"""Whether a draft cites other documents as they are: their date, issuer, type, and the form of their number."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from ...bodies import may_be_same
from ...model import Directive, Header
from ...numbers import key
from ...resources import table
from ..cited import Cited, mentions_of_others, type_name, type_of_symbol, type_of_word
from ..pairs import Pairs
from ..phrases import Flag, Phrase
from ..prose import found, words_at

# Party bodies give quy định and quyết định one code (Quy định 399-QĐ/TW).
ONE_CODE = ({"QĐ", "QyĐ"}, {"CTr", "CTrPH"}, {"KH", "KHLN"}, {"KH", "KHLT"}, {"KL", "TB"})


def unlike_original(pairs: Pairs) -> Iterator[Flag]:
    """A parent is cited by its number, with another date, issuer or type than its own."""
    for parent in pairs.parents:
        for cited in mentions_of_others(pairs.draft):
            if refers_to(cited, parent):
                yield from mismatches(cited, parent)


def refers_to(cited: Cited, parent: Directive) -> bool:
    """The number is the parent's, and the rest does not say that another document bears the same number."""
    header = parent.header
    if header.number is None or key(cited.number) != key(header.number):
        return False
    return not (has_other_date(cited, header) and has_other_issuer(cited, header))


def mismatches(cited: Cited, parent: Directive) -> Iterator[Flag]:
    header = parent.header
    if has_other_date(cited, header):
        yield _mismatch(cited, Phrase("other-date", {"cited": cited.date, "own": printed(header.date)}))
    if has_other_issuer(cited, header):
        yield _mismatch(cited, Phrase("other-issuer", {"cited": cited.issuer, "own": header.issuer}))
    if has_other_type(cited, header):
        yield _mismatch(cited, Phrase("other-type", {"cited": cited.word, "own": type_name(header.type)}))


def has_other_date(cited: Cited, header: Header) -> bool:
    return bool(cited.date and header.date) and not cited.date.isoformat().startswith(header.date)


def has_other_issuer(cited: Cited, header: Header) -> bool:
    return bool(cited.issuer and header.issuer) and not may_be_same(cited.issuer, header.issuer)


def has_other_type(cited: Cited, header: Header) -> bool:
    """Only where the number does not tell the type itself: else it is the word against the symbol."""
    named = type_of_word(cited.word)
    return type_of_symbol(cited.number) is None and bool(named and header.type) and named != header.type


def unlike_each_other(pairs: Pairs) -> Iterator[Flag]:
    """One document is cited with two dates, or with two issuers, and no parent tells which is right."""
    original = {key(parent.header.number) for parent in pairs.parents if parent.header.number}
    groups: dict[str, list[Cited]] = defaultdict(list)
    for cited in mentions_of_others(pairs.draft):
        groups[key(cited.number)].append(cited)
    for number, group in groups.items():
        if number not in original:
            yield from contradictions(group)


def contradictions(group: Sequence[Cited]) -> Iterator[Flag]:
    first = group[0]
    for cited in group[1:]:
        # The same number from two bodies on two days is two documents.
        same_issuer = not (first.issuer and cited.issuer) or may_be_same(first.issuer, cited.issuer)
        same_date = not (first.date and cited.date) or first.date == cited.date
        if same_issuer and not same_date:
            yield _mismatch(cited, Phrase("two-dates", {"cited": cited.date, "own": first.date}))
        if same_date and not same_issuer and first.date and cited.date:
            yield _mismatch(cited, Phrase("two-issuers", {"cited": cited.issuer, "own": first.issuer}))


def unlike_type(pairs: Pairs) -> Iterator[Flag]:
    """The word before a number names another type than its symbol."""
    for cited in mentions_of_others(pairs.draft):
        named, symbol = type_of_word(cited.word), type_of_symbol(cited.number)
        if named and symbol and named != symbol and {named, symbol} not in ONE_CODE:
            values = {"word": cited.word, "number": cited.number, "type": type_name(symbol)}
            yield Flag("citation-type", values, quote=cited.quote, span=cited.span)


def malformed(pairs: Pairs) -> Iterator[Flag]:
    """A number that is not in the form of its system."""
    for entry in table("slips")["malformed"]:
        for match, span in found(entry["pattern"], pairs.draft):
            instead = match.expand(entry["instead"])
            printed_number = words_at(pairs.draft, span)
            yield Flag("citation-malformed", {"number": printed_number, "instead": instead},
                       quote=printed_number, span=span, suggestion=instead)


def printed(date: str | None) -> str:
    """An ISO date, or as much of it as is known, day first: 18/8/2025."""
    return "/".join(re.sub(r"^0", "", part) for part in reversed((date or "").split("-")))


def _mismatch(cited: Cited, why: Phrase) -> Flag:
    return Flag("citation-mismatch", {"number": cited.number, "why": why}, quote=cited.quote, span=cited.span)
