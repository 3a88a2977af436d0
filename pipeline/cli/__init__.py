"""The command line: arguments → verb → writer. The only place with a clock, standard output and an exit status."""

import errno
import os
import sys
from collections.abc import Sequence

import click

from ..errors import BadOutput, PipelineError
from .commands import check, draft, extract, init, read, rules, schema
from .files import end, tell

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)  # what a disk says that takes no more


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="chidao")
def chidao() -> None:
    """Read Vietnamese official directives, draft the lower-level plan, check a draft against the document above it.

    \b
    chidao init xa.toml
    chidao draft tinh.docx --profile xa.toml -o xa.docx
    chidao check xa.docx --parent tinh.docx --profile xa.toml

    FILE is a Word file of any age, PDF, scan, web page or text; - is standard input. Nothing is ever sent anywhere.

    Exit status: 0 done, 1 `check` or `rules --test` found errors, 2 the input or the arguments cannot be used.
    """


for command in (read, extract, draft, check, init, rules, schema):
    chidao.add_command(command)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command; what is wrong with its input is told in one line."""
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")  # Tesseract is quicker so: pages are recognised side by side
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        chidao(arguments, prog_name="chidao")
    except PipelineError as error:
        tell([error])
        end([error])
    except OSError as error:
        if error.errno not in FULL:
            raise
        leave_unwritten()
        tell([BadOutput("-", f"cannot be written: {error.strerror}.", "Make room on the disk, or give another output with -o.")])
        sys.exit(BadOutput.exit_status)


def leave_unwritten() -> None:
    """Lets what still waits for standard output go nowhere, so that the end of the program does not fail once more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

