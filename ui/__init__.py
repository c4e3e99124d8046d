"""What is seen: the window and the command line."""
