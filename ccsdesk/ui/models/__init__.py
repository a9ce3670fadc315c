"""Item models and delegates of the lists; data come in as frozen values."""
