"""Made Word agendas with the truth beside each, and how much of it Parley understands."""
