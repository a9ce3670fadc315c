"""Each joins one page with the visit: makes its view, passes on what the person did."""
