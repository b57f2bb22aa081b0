"""A graph of any size with the shape of real minutes: its shape, the generator, and what is measured on it."""
