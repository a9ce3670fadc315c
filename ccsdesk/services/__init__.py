"""The use cases: what a window or a command asks for, in one call each.

The only room that ui and cli call for work; knows no widget and prints nothing.
"""
