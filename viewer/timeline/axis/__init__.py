"""The axis: its ticks and words, from a billion years to a day."""
