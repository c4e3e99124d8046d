"""Reading files of others: each reader gives grids of cells, and refuses what would harm or hang."""
