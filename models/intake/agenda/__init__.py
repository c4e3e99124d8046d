"""Word agendas: lines of text to days, entries, talks and speakers."""
