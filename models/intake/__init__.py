"""Reading what offices already have (lists, workbooks, Word agendas, contacts) as records that can be compared."""
