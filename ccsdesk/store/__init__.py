"""Keeping drafts, cases and settings on disk: the only room that knows SQLAlchemy.

Gives and takes domain values; no row or session leaves it.
"""
