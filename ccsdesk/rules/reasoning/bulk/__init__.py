"""Many people at once: three-valued verdicts and counts for a table of answer sets, a column at a time."""
