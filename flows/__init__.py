"""Time: polls, events, ingestion, backfills, and the command.  Joins the other three rooms."""
