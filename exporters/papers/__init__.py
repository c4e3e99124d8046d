"""What each paper says: a loaded visit and a choice in, a Document out."""
