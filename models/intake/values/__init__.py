"""Reading single values in the forms that people use; each reader answers with a Read or says why it cannot."""
