"""LibreOffice, asked to save an old format as .docx: in a profile of its own, without a window, and for a limited time."""

import os
import shutil
import signal
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from ...errors import BrokenFile, LimitExceeded, MissingProgram
from ..limits import limit

PROGRAMS = ("soffice", "libreoffice")
WANTED = "needs LibreOffice to be read."
INSTALL = "Install it (Debian, Ubuntu: apt install libreoffice-writer; Windows, macOS: libreoffice.org), or save the file as .docx in Word."
SWITCHES = ("--headless", "--norestore", "--nolockcheck", "--nodefault", "--convert-to", "docx:MS Word 2007 XML")


def converted(content: bytes, suffix: str, name: str) -> bytes:
    """`content`, a file that ends in `suffix`, as .docx."""
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        raise MissingProgram(name, WANTED, INSTALL)
    with TemporaryDirectory(prefix="chidao-", ignore_cleanup_errors=True) as folder:
        given = Path(folder, f"given{suffix}")
        given.write_bytes(content)
        run([program, f"-env:UserInstallation={Path(folder, 'profile').as_uri()}", *SWITCHES, "--outdir", folder, str(given)], name)
        made = given.with_suffix(".docx")
        if not made.exists():
            raise BrokenFile(name, "cannot be read, by LibreOffice neither.", "Open it in Word, and save it as .docx.")
        return made.read_bytes()


def run(command: list[str], name: str) -> None:
    """Runs `command` to its end, or ends it with all that it started."""
    quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, start_new_session=True, **quiet) as process:
        try:
            process.wait(limit("seconds_to_convert_a_file"))
        except subprocess.TimeoutExpired as error:
            raise LimitExceeded(name, "takes LibreOffice too long to convert.", "Save it as .docx in Word.") from error
        finally:
            end(process)


def end(process: subprocess.Popen) -> None:
    """Ends `process` and whatever it started, where it still runs."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
