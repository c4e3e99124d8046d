"""What runs on the worker: reads, saves and papers. It imports what is slow, so no page imports it."""
