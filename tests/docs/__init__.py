"""Every command and query of the documentation is run, and its output is what the page says."""
