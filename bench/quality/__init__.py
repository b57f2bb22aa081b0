"""How good extraction is, over everything that can be measured here; ``python -m bench.quality`` writes it down.

Figures and the names of files only: no text of real minutes enters the project.
"""
