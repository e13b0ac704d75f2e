"""What the source reader is made of: passages, parts, positions, and the view of the text."""
