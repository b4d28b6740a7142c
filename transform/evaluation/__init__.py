"""Scores of what the rules read against gold (annotated releases).  What is scored stands in docs/annotation.md."""
