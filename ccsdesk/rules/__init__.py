"""Conditions and what follows from them: the part that decides, without Qt, database or clock.

The rooms stack: language, then catalogue, then reasoning. Imports never go the other way.
"""
