"""Moving the view, and from event to event."""
