"""Word's own XML."""
