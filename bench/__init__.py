"""Speed, each figure as a ratio to a named peer that is measured in the same run.

The machines that this runs on are shared and noisy, so an absolute time says little. ``python -m bench`` lets ours and
the peer take turns, counts CPU time, and prints medians.
"""
