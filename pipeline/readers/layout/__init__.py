"""Printed lines, whatever file they are of: the forms of lines, paragraphs put together from them, footnotes put in their places."""
