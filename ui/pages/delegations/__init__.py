"""Who travels and who receives: the delegations of a visit in their order of precedence."""
