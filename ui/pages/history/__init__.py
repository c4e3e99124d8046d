"""What everybody changed: the whole file on a page, one object in a part of the panel."""
