"""The small language of conditions: facts, types, parsing, checking, and saying it in words.

Knows nothing of files or programmes.
"""
