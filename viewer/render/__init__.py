"""A Scene becomes ink, on the screen and on paper, by one painter. QtGui, never QtWidgets."""
