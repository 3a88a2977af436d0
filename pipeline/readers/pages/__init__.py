"""Pages whose letters have places, drawn or recognised: rows, columns, footnotes, tables, and the blocks that they make."""
