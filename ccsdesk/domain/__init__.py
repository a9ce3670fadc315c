"""Frozen values every other room speaks in: answers, verdicts, questions, plans, errors.

Only the standard library and pydantic; nothing here reads a file, a clock or a screen.
"""
