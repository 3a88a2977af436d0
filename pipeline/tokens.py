"""Words with their places: an offset-safe tokenizer for spaCy, and underthesea where a grammar needs a noun's border."""

import re
from functools import cache

TOKEN = re.compile(r"\d+(?:[.,]\d+)*|\w+|[^\w\s]")


@cache
def first_noun(words: str) -> str:
    """The first noun of a run of words, by underthesea's segmentation and tags; the first word where it sees none."""
    from underthesea import pos_tag

    tagged = [(word, tag) for word, tag in pos_tag(words)]
    return next((word for word, tag in tagged if tag.startswith("N")), tagged[0][0] if tagged else words)
