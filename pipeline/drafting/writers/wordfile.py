"""A Word file that tells no time but that of its draft: the same draft gives the same bytes."""

import io
import zipfile
from datetime import datetime, time

from docx.document import Document as Word
from docx.oxml.ns import qn

from ..edits import plain
from ..rendering import Draft

EPOCH = (1980, 1, 1, 0, 0, 0)


def stamped(word: Word, draft: Draft) -> None:
    """The file's own title, author and dates, and the dates of its comments: the day of the draft."""
    day = datetime.combine(draft.plan.today, time())
    about = word.core_properties
    about.title, about.author, about.last_modified_by = plain(draft.plan.masthead.title), draft.plan.masthead.issuer, "chidao"
    about.created = about.modified = day
    about.comments, about.keywords, about.revision = "", "", 1
    for comment in word.part._comments_part.element.iter(qn("w:comment")):
        comment.set(qn("w:date"), f"{day.isoformat()}Z")


def frozen(word: Word) -> bytes:
    """The file's bytes, its parts in order and under one fixed time."""
    written = io.BytesIO()
    word.save(written)
    made = io.BytesIO()
    with zipfile.ZipFile(written) as before, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as after:
        for name in sorted(before.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            after.writestr(zipfile.ZipInfo(name, EPOCH), before.read(name), zipfile.ZIP_DEFLATED)
    return made.getvalue()
