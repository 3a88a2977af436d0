"""A first try of a native reader on a file, in a process of its own: what ends that process would have ended the program."""

import subprocess
import sys
from multiprocessing import current_process

from ...errors import LimitExceeded
from ..limits import MEGA, limit

APART = "chidao-reader"  # the name of a process that may end: nothing has to be tried in it
TRY = """
import sys, anydoc
try:
    import resource
    resource.setrlimit(resource.RLIMIT_AS, (int(sys.argv[2]), resource.getrlimit(resource.RLIMIT_AS)[1]))
except ImportError:
    pass
try:
    anydoc.to_document(sys.stdin.buffer.read(), sys.argv[1])
except (anydoc.ConvertError, MemoryError):
    pass
"""


def is_safe(content: bytes, form: str, name: str) -> bool:
    """Whether anydoc comes to an end with `content`, well or not; where a crash ends nothing else, nothing is tried."""
    if current_process().name == APART:
        return True
    command = [sys.executable, "-I", "-c", TRY, form, str(limit("memory_megabytes") * MEGA)]
    try:
        tried = subprocess.run(command, input=content, capture_output=True, timeout=limit("seconds_to_try_a_file"))
    except subprocess.TimeoutExpired as error:
        raise LimitExceeded(name, "takes too long to read.", "Open it in Word, save it as .docx, and give that.") from error
    return tried.returncode == 0
