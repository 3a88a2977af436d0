"""A draft as JSON: what was decided, item by item with its origin, what was left out and why, and the text."""

import json

from ..rendering import Draft


def write(draft: Draft) -> bytes:
    """The plan and the text's blocks; the same for the same draft."""
    plain = draft.plan.model_dump(mode="json") | {"blocks": [block.model_dump(mode="json") for block in draft.document.blocks]}
    return (json.dumps(plain, ensure_ascii=False, indent=2) + "\n").encode()
