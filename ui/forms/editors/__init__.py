"""The editors of a form: one for each kind of field, all with one protocol (see ``base``)."""
