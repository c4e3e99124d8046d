"""A visit: its head, its sections, and the page of the section that is open."""
