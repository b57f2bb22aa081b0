"""The version of Sagsgraf, as it was installed."""

from importlib.metadata import PackageNotFoundError, version

try:
    VERSION = version("sagsgraf")
except PackageNotFoundError:  # run from the checkout without being installed
    VERSION = "0"
