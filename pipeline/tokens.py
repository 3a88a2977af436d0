"""Words by underthesea, where a grammar needs a border or a part of speech that no list of words can give."""

from functools import cache


@cache
def begins_with_verb(words: str) -> bool:
    """The first word is a verb, by underthesea's segmentation and tags."""
    from underthesea import pos_tag

    tagged = pos_tag(words[:1].lower() + words[1:80])
    return bool(tagged) and tagged[0][1].startswith("V")


@cache
def verb_places(words: str) -> tuple[int, ...]:
    """Where the verbs in small letters stand, by underthesea's tags: capitals belong to names."""
    from underthesea import pos_tag

    places, end = [], 0
    for word, tag in pos_tag(words):
        start = words.find(word, end)
        if start >= 0:
            end = start + len(word)
            places += [start] if tag == "V" and word[0].islower() else []
    return tuple(places)


@cache
def first_noun(words: str) -> str:
    """The first noun of a run of words, by underthesea's segmentation and tags; the first word where it sees none."""
    from underthesea import pos_tag

    tagged = [(word, tag) for word, tag in pos_tag(words)]
    return next((word for word, tag in tagged if tag.startswith("N")), tagged[0][0] if tagged else words)
