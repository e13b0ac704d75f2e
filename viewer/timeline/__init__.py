"""Geometry of the timeline in plain numbers: from columns and a viewport to a Scene. No Qt."""
