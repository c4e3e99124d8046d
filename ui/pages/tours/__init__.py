"""The lab tours of a visit: stops in order, groups and their way round."""
