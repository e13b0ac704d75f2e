"""A collection in compiled form: columns, facets, texts and records made when looked at. No Qt, no YAML."""
