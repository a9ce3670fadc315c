"""From a plan to paper: blocks, figures, fonts and the PDF.

Decides nothing about a firm; it lays out what the rules have said.
"""
