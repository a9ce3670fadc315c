"""The questionnaire without widgets: where a visit stands, what is asked next, how far it is.

Knows nothing of Qt and stores nothing.
"""
