"""Letters: bytes as characters, old encodings as Unicode, and what a Vietnamese syllable is."""
