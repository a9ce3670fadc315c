"""The pages of the visit: each shows one view and emits what the person did; none knows another page, the store or the rules."""
