"""The in-process client.

Starlette announces that its client will want `httpx2`, which is not among the project's packages; until it is, the
announcement is not an error of ours.
"""

import warnings

with warnings.catch_warnings():
    warnings.filterwarnings("ignore", message="Using `httpx` with `starlette.testclient`")
    from starlette.testclient import TestClient

__all__ = ["TestClient"]
