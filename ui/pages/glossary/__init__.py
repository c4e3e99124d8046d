"""Terms in several languages, and forms of address."""
