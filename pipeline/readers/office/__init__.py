"""Formats that other programs help to read: .doc, .rtf, .odt."""
