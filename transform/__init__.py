"""What the words say: from a release's text to facts with evidence.  Pure: no network, no clock, no chance."""
