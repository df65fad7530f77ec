"""Tools for the work itself, beside the lessons and inside them: what a box leaves, is it packed, is it a fraud.

Nothing that she types or ticks here is sent anywhere. `pricing` reckons, `sheet` lays the sum out for the page.
"""
