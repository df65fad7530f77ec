"""Made-up people for trying the site out: only where DEMO=1, with secrets that are random in every data folder."""
