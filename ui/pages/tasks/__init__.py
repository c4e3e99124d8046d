"""What is to be done before, during and after a visit."""
