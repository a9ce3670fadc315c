"""Tests: a mirror of the package under unit/, then whole visits."""
