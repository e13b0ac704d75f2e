"""The strip beneath a lane's rows: what has no row of its own."""
