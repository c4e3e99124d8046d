"""Reading what offices already have as records that can be compared: lists, Word agendas, contacts."""
