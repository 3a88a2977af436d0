"""The words of a scanned page by rows."""

from ..pages.page import Letter, Page

SAME_ROW = 0.42  # of the size of type
Row = list[Letter]


def rows_of(page: Page) -> list[Row]:
    """The words of a page by rows from the top down, each row from left to right."""
    rows: list[Row] = []
    for letter in sorted(page.letters, key=lambda letter: -letter.base):
        if rows and abs(rows[-1][0].base - letter.base) < SAME_ROW * letter.size:
            rows[-1].append(letter)
        else:
            rows.append([letter])
    return [sorted(row, key=lambda letter: letter.left) for row in rows]
