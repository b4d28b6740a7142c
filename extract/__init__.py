"""Getting releases and reading pages: what is on the site, its bytes, and the text they hold.  Knows no English."""
