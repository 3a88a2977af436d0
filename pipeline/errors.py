"""What can be wrong with the input. Each class is one cause, with its exit status and the way out."""

from pathlib import Path


class PipelineError(Exception):
    """Input or arguments that cannot be used: told to the user in one line, `chidao: FILE: what is wrong. What to do.`"""

    exit_status = 2

    def __init__(self, path: Path | str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.path, self.message, self.hint = path, message, hint

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


class Classified(PipelineError):
    """The document is marked MẬT, TỐI MẬT or TUYỆT MẬT, and nobody said that it may be read."""


class BadProfile(PipelineError):
    """The profile is not valid TOML, or holds a key or value that is not understood."""


class BadGrammar(PipelineError):
    """A file of `grammars/` or `templates/` does not follow its own form."""


class BadOutput(PipelineError):
    """The output cannot be written there."""
