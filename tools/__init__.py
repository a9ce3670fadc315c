"""What people run by hand, and what main.py needs before there is an environment."""
