"""The commands. Each is one verb between what it reads and what it writes."""

import shutil
import sys
from collections.abc import Container
from datetime import date, datetime
from pathlib import Path

import click

import pipeline

from .. import export
from . import files

PATH = click.Path(path_type=Path)
DRAFTS = ("docx", "md", "json")
WIDTH = 100  # where the output is no terminal
ALLOW = click.option("--allow-classified", is_flag=True, help="Read documents marked MẬT, TỐI MẬT or TUYỆT MẬT.")
OCR = click.option("--ocr/--no-ocr", default=True, show_default=True, help="Recognise scanned pages, or leave them out.")
language = click.option("--lang", "language", type=click.Choice(("vi", "en")), default="vi", show_default=True,
                        help="Language of heads and messages.")
out = click.option("-o", "out", type=PATH, help="Write to this file, whole or not at all; its suffix can give the format.")


def access(command):
    """The options of the commands that read documents: what may be read, and whether scans are recognised."""
    return OCR(ALLOW(command))


def form(formats, shown: str):
    return click.option("--format", "form", type=click.Choice(tuple(formats)), help=f"Default: the suffix of -o, else {shown}.")


def look(language: str) -> export.Look:
    return export.Look(language, shutil.get_terminal_size((WIDTH, 24)).columns)


def piped(out: Path | None, formats: Container[str]) -> str | None:
    """The format of what goes on to another program: json, where there is that; None for a terminal or a file."""
    is_piped = out in (None, files.STREAM) and not sys.stdout.isatty()
    return "json" if is_piped and "json" in formats else None


def day_or_clock(context: click.Context, parameter: click.Parameter, value: datetime | None) -> date:
    """The one place where the clock is read."""
    return value.date() if value else date.today()




def only_one(context: click.Context, parameter: click.Parameter, values: tuple[Path, ...]) -> Path | None:
    """One value of an option that later may be given several times: a second one is refused, not taken for the first."""
    if len(values) > 1:
        raise click.BadParameter("one unit at a time: give it once.")
    return values[0] if values else None


profile = click.option("--profile", type=PATH, multiple=True, callback=only_one, help="The unit that the draft is for; see `chidao init`.")
today = click.option("--today", type=click.DateTime(("%Y-%m-%d",)), metavar="YYYY-MM-DD", callback=day_or_clock,
                     help="The day of the draft. Default: today.")


@click.command()
@click.argument("file", type=PATH)
@form(export.OUTLINES, "text")
@out
@language
@access
def read(file: Path, form: str | None, out: Path | None, language: str, **access: bool) -> None:
    """Show what was read: the outline of FILE.

    One line a unit, with its id, its label and its first words.

    \b
    Example: chidao read tinh.docx
    """
    from ..outline import structure

    document = files.document(file, **access)
    writer = export.OUTLINES[export.format_of(form, out, tuple(export.OUTLINES))]
    files.deliver(writer(document, structure(document), look(language)), out, [file])


@click.command()
@click.argument("paths", metavar="FILE...", type=PATH, nargs=-1, required=True)
@form(export.RECORDS, "table on a terminal, json elsewhere")
@out
@click.option("--blocks", is_flag=True, help="Add the blocks of text to JSON: spans point into them.")
@click.option("--explain", is_flag=True, help="Tell for each item which rule took it, from which words, and an example of the rule.")
@language
@access
def extract(paths: tuple[Path, ...], form: str | None, out: Path | None, blocks: bool, explain: bool, language: str,
            **access: bool) -> None:
    """Extract targets, tasks, owners, deadlines, citations.

    Each item of each FILE comes with the words that it was read from. --format html makes one page that shows the items on the text
    of their documents, with the rule and the words behind each.

    \b
    Example: chidao extract tinh.docx xa.docx --format csv -o chi-tieu.csv
    Example: chidao extract tinh.docx --explain
    Example: chidao extract tinh.docx -o tinh.html
    """
    writers = export.EXPLAINED if explain else export.RECORDS
    asked = export.format_of(form or piped(out, writers), out, tuple(writers))
    if asked not in writers:
        raise click.UsageError(f"--explain goes with --format {' or '.join(writers)}.")
    writer = writers[asked]
    found, refused = files.records(paths, **access)
    files.tell(refused)
    kept = found if blocks or writer in export.ON_TEXT else [record.model_copy(update={"blocks": ()}) for record in found]
    if kept:
        files.deliver(writer(export.Batch(kept, single=len(paths) == 1), look(language)), out, paths)
    files.end(refused)


@click.command()
@click.argument("parents", metavar="PARENT...", type=PATH, nargs=-1, required=True)
@profile
@form(DRAFTS, "docx")
@out
@click.option("--kind", default="KH", show_default=True, help="Type of the document to draft: KH, CV, CTr, ...")
@click.option("--system", type=click.Choice(("state", "party")), help="Whose document it is. Default: the profile's, else the parent's.")
@click.option("--form", "layout", help="A form of templates/forms. Default: the one in force on the day of the draft.")
@click.option("--no-comments", is_flag=True, help="Leave out the comments that tell where each item is from.")
@today
@access
def draft(parents: tuple[Path, ...], profile: Path | None, form: str | None, out: Path | None, kind: str, system: str | None,
          layout: str | None, no_comments: bool, today: date, **access: bool) -> None:
    """Draft the lower-level plan under PARENT.

    It carries what falls to the unit of the profile, and marks whatever a person must decide.

    \b
    Example: chidao draft tinh.docx --profile xa.toml -o xa.docx
    """
    from ..drafting.writers import DRAFTS as WRITERS

    asked = export.format_of(form, out, DRAFTS)
    if asked == "docx" and out is None and sys.stdout.isatty():
        raise click.UsageError("A Word file is not for the terminal: name one with -o, or give --format md.")
    above = [files.record(parent, **access) for parent in parents]
    made = pipeline.draft(above, files.profile(profile), today, kind=kind, system=system, form=layout, comments=not no_comments)
    files.deliver(WRITERS[asked](made), out, [*parents, *filter(None, [profile])])
    click.echo(export.left_out(made, look("vi")), nl=False, err=True)


@click.command()
@click.argument("draft", type=PATH)
@click.option("--parent", "parents", type=PATH, multiple=True, required=True, help="A document above the draft; may be given again.")
@profile
@form(export.REPORTS, "text")
@out
@language
@access
def check(draft: Path, parents: tuple[Path, ...], profile: Path | None, form: str | None, out: Path | None, language: str,
          **access: bool) -> None:
    """Check DRAFT against the documents above it.

    Tells what is missing, lowered, late, without an owner or wrongly cited. Exit status 1: there are errors.

    \b
    Example: chidao check xa.docx --parent tinh.docx --profile xa.toml
    """
    writer = export.REPORTS[export.format_of(form, out, tuple(export.REPORTS))]
    below, *above = (files.record(path, **access) for path in (draft, *parents))
    report = pipeline.check(below, above, files.profile(profile), language=language)
    files.deliver(writer(report, look(language)), out, [draft, *parents, *filter(None, [profile])])
    sys.exit(1 if report.has_errors else 0)


@click.command()
@click.argument("file", type=PATH)
def init(file: Path) -> None:
    """Write a profile to fill in, with comments.

    \b
    Example: chidao init xa.toml
    """
    from ..profile import blank

    if file == files.STREAM:
        click.echo(blank(), nl=False)
    else:
        files.output.create(file, blank().encode())


@click.command()
@click.argument("name", required=False)
@click.option("--test", is_flag=True, help="Prove the rules: each takes its examples and leaves its rejects.")
@language
def rules(name: str | None, test: bool, language: str) -> None:
    """Show the rules of the grammars, or prove them.

    NAME is a file of grammars/ (targets, deadlines, citations), a rule, or how some rules begin; without it, all are shown.
    Each rule comes with sentences that it takes ([[the words]] and their values) and sentences that it leaves.
    With --test, each sentence that a rule treats otherwise is told in one line, and the exit status is 1.

    \b
    Example: chidao rules deadline.before --test
    """
    from .. import rulebook

    chosen = rulebook.chosen(name)
    if test:
        outcome, holds = rulebook.proof(chosen, language)
        click.echo(outcome, nl=False)
        sys.exit(0 if holds else 1)
    click.echo(rulebook.listing(chosen, language))


@click.command()
@click.argument("name", type=click.Choice(("record", "report", "profile")), required=False)
def schema(name: str | None) -> None:
    """Print a JSON Schema.

    Of the record, the check report or the profile; of all three, by name, without NAME.

    \b
    Example: chidao schema record
    """
    schemas = export.schemas()
    click.echo(export.pretty(schemas[name] if name else schemas), nl=False)
