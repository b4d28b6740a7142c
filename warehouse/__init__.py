"""The DuckDB side: tables, identity, loads, checks, publishing.  Knows no English and no network."""
