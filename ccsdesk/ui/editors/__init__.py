"""Editors: one for each kind of question, a field in and an answer out."""
