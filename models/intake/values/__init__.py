"""Reading single values in the forms that people use; each answers with a Read or says why it cannot."""
