"""Plan → Draft: Jinja words it, in its sandbox; the markup becomes pages."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from itertools import count, groupby

from jinja2 import FileSystemLoader, StrictUndefined, TemplateError
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from ..errors import BadGrammar
from ..model import Block, Document, Source
from ..model import Cell as Place
from ..resources import folder
from ..text import clean
from ..values import roman
from .casing import lower_first, upper_first
from .forms import Form, form
from .items import CarriedTask, Group, Plan
from .layout import Layout, Paragraph, Table
from .markup import layout
from .masthead import BLANK
from .parties import listed

# The text of a dispatch has its own template; every other type is written like a plan.
BODIES = {"CV": "dispatch.jinja"}
NO_APPENDIX = ("CV",)


@dataclass(frozen=True, slots=True)
class Draft:
    """A drafted document: what was decided, its pages, and the same as a document that can be extracted and checked."""

    plan: Plan
    layout: Layout
    document: Document


def render(plan: Plan, *, comments: bool = True) -> Draft:
    """The draft of `plan`; `comments` are those that tell where each item is from, not those that ask for a decision."""
    pages = layout(worded(plan, comments), folder("templates") / f"{plan.system}.jinja")
    return Draft(plan, pages, document(pages, form(plan.form)))


def worded(plan: Plan, comments: bool) -> str:
    """The markup that the templates give for `plan`."""
    try:
        return environment().get_template(f"{plan.system}.jinja").render(plan=plan, comments=comments, **context(plan))
    except TemplateError as error:
        place = getattr(error, "name", None) or f"{plan.system}.jinja"
        raise BadGrammar(folder("templates") / place, f"cannot be rendered: {error}.", "Restore the template or mend it.") from error


def context(plan: Plan) -> dict[str, object]:
    """What the templates are told beside the plan."""
    tasks = tuple(all_tasks(plan))
    return {
        "tasks": tasks, "has_appendix": bool(tasks) and plan.kind not in NO_APPENDIX, "body": BODIES.get(plan.kind, "plan.jinja"),
        "issuer_lines": issuer_lines(plan), "parents": ", ".join(basis.name or basis.superior for basis in plan.bases),
        "superiors": tuple(dict.fromkeys(basis.superior for basis in plan.bases if basis.superior)),
    }


@cache
def environment() -> SandboxedEnvironment:
    """Jinja with what the templates may use: a counter, the names of bodies, a blank to fill in, Roman numbers, capitals."""
    made = SandboxedEnvironment(
        loader=FileSystemLoader(folder("templates")), autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined)
    made.globals |= {"counter": counter, "names": names, "blank": BLANK}
    made.filters |= {"roman": roman, "raised": upper_first, "lowered": lowered, "groupby_run": groupby_run}
    return made


def counter():
    """A function that counts from 1: for numbers that run on while some parts are left out."""
    numbers = count(1)
    return lambda: next(numbers)


def names(bodies: Sequence[str]) -> str:
    """The bodies as a heading or a cell names them: set apart by semicolons where a name holds a comma."""
    if len(bodies) > 1 and any("," in name for name in bodies):
        return "; ".join(bodies)
    return listed(tuple(bodies)) if bodies else ""


def lowered(words: str) -> str:
    """`words` for the middle of a sentence; marked words are left as they are."""
    return Markup(lower_first(words)) if isinstance(words, Markup) else lower_first(words)


def groupby_run(items: Iterable, name: str) -> list[tuple[object, list]]:
    """The items in runs of one value of `name`, in their order."""
    return [(value, list(run)) for value, run in groupby(items, key=lambda item: getattr(item, name))]


def issuer_lines(plan: Plan) -> tuple[str, ...]:
    """The issuer on two lines, its place on the second."""
    head, unit, _ = plan.masthead.issuer.partition(plan.unit)
    return (head.strip(), unit) if head.strip() and unit else (plan.masthead.issuer,)


def all_tasks(plan: Plan) -> Iterator[CarriedTask]:
    """The tasks in the order of the text."""
    yield from tasks_in(plan.groups)
    for assignment in plan.assignments:
        yield from assignment.tasks


def tasks_in(groups: Iterable[Group]) -> Iterator[CarriedTask]:
    for group in groups:
        yield from group.tasks
        yield from tasks_in(group.groups)


def document(pages: Layout, look: Form) -> Document:
    """The pages as a reader of the written file has them: without empty lines, and without drawn ones."""
    blocks = tuple(block for block in blocks_of(pages, look) if not re.fullmatch(r"[-_ ]*", block.text))
    text = "\n".join(block.text for block in blocks)
    return Document(Source(path="draft", format="docx", sha256=sha256(text.encode()).hexdigest()), blocks)


def blocks_of(pages: Layout, look: Form) -> Iterator[Block]:
    ruled = count()
    for element in pages.elements:
        if isinstance(element, Paragraph):
            yield block(element, look)
        elif isinstance(element, Table) and element.border == "none":
            yield from (block(each, look) for row in element.rows for cell in row for each in cell.paragraphs)
        elif isinstance(element, Table):
            yield from cells(element, next(ruled))


def block(paragraph: Paragraph, look: Form) -> Block:
    kind = "heading" if look.styles[paragraph.style].outline is not None else "paragraph"
    return Block(kind=kind, text=clean(paragraph.text))


def cells(table: Table, number: int) -> Iterator[Block]:
    for row, cells in enumerate(table.rows):
        for column, cell in enumerate(cells):
            text = clean(" ".join(paragraph.text for paragraph in cell.paragraphs))
            yield Block(kind="cell", text=text, cell=Place(table=number, row=row, column=column))
