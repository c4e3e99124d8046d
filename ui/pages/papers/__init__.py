"""Papers: which, for whom, in which languages, with a preview of their pages."""
