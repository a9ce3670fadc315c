"""From an older form of the store to this one, a step at a time.

Imported only when a file has another version than the program: Alembic costs time at start.
"""
