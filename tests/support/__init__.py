"""Helpers that several tests share. They are typed and tested like the program itself."""
