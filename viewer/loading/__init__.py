"""Collection files become a Collection or problems. No Qt; YAML is read in `nodes` alone."""
