"""The window: shell, pages, editors and theme. The only room, with app, that knows PySide6.

Calls services; decides nothing about a firm itself.
"""
