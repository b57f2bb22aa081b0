"""How well the links between points are found, measured on real meetings that name their own targets."""
