"""How good extraction is: what was found against what is true, kind of fact by kind of fact.

`annotate` writes records in the form that people annotate in, `evaluate` counts what of it is right, `compare` says
which facts a change to extraction gained and lost.
"""
