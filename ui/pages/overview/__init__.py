"""A visit at a glance: what is coming, what is missing, and what it is made of."""
