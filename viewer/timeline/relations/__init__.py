"""Relations of the selected event, as arcs."""
