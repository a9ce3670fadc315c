"""Verdicts, stage, profile, needs, next questions: what answers and catalogue give together.

Pure functions of answers, catalogue and day; no file, no clock, no language of the screen.
"""
