"""The catalogue as data: file forms, reading YAML with its line marks, checking.

Does not decide anything about a firm; that is the room reasoning.
"""
