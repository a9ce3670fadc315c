"""The pages of the visit: each shows one view and says what the person did; none knows another page."""
