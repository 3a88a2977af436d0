"""Write docs/findings.md from grammars/findings.yaml. usage: python docs/build.py"""

from pathlib import Path

from pipeline.resources import table

PAGE = Path(__file__).parent / "findings.md"
HEAD = """# What `chidao check` can find

Made from `grammars/findings.yaml` by `make docs`; the sentences are those of the program, {words} are filled in.

| code | severity | Vietnamese | English |
|---|---|---|---|
"""


def page() -> str:
    """The page, one row a code."""
    return HEAD + "".join(map(row, table("findings")["codes"].items()))


def row(item: tuple[str, dict]) -> str:
    code, entry = item
    blank = f"; {entry['while_blank']} while the number is blank" if "while_blank" in entry else ""
    return f"| `{code}` | {entry['severity']}{blank} | {cell(entry['vi'])} | {cell(entry['en'])} |\n"


def cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf8")
