"""Pictures that the window paints itself. They take plain values, know no rules, and say in words what they show."""
