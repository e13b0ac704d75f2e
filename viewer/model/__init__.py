"""What is claimed about the past: dates, records and their comparison. No Qt, no YAML, no pixels."""
