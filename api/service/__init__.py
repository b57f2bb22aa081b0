"""What the faces ask the graph: one module a resource, each function one question, answered in :mod:`api.models`.

Every function takes the store first. A thing that is not there raises :class:`api.errors.NotFound`.
"""
