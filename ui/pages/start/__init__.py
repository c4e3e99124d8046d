"""The first page: no file is open yet."""
