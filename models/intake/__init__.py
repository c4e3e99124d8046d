"""Reading what offices have (lists, workbooks, Word agendas, contacts) as records to compare."""
