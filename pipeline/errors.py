"""What can be wrong with the input. Each class is one cause, with its exit status and the way out."""

from pathlib import Path


class PipelineError(Exception):
    """Input or arguments that cannot be used: told to the user in one line, `chidao: FILE: what is wrong. What to do.`"""

    exit_status = 2

    def __init__(self, path: Path | str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.path, self.message, self.hint = path, message, hint

    def __reduce__(self) -> tuple:
        return type(self), (self.path, self.message, self.hint)  # so that it can come from another process

    def __str__(self) -> str:
        return f"{self.path}: {self.message} {self.hint}".rstrip()


class MissingFile(PipelineError):
    """There is nothing at the path, or it is no file."""


class UnsupportedFormat(PipelineError):
    """No reader or writer is made for this format."""


class BrokenFile(PipelineError):
    """The file is not what it says it is, or is cut short."""


class EmptyFile(PipelineError):
    """The file holds no text."""


class LimitExceeded(PipelineError):
    """The file is larger, longer or slower to read than the limits of `grammars/limits.yaml` allow."""


class MissingProgram(PipelineError):
    """A program that is needed to read this file is not installed, or does not work."""


class ReaderCrashed(PipelineError):
    """The process that read the file ended before it was done."""


class Classified(PipelineError):
    """The document is marked MẬT, TỐI MẬT or TUYỆT MẬT, and nobody said that it may be read."""


class BadProfile(PipelineError):
    """The profile is not valid TOML, or holds a key or value that is not understood."""


class BadGrammar(PipelineError):
    """A file of `grammars/` or `templates/` does not follow its own form."""


class BadOutput(PipelineError):
    """The output cannot be written there."""
