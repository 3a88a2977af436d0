"""Text and Markdown."""
