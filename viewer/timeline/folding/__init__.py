"""Empty stretches of time, folded."""
