"""What a user says of a file's origin, checked before a file is read: its municipality and its address."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from extract.errors import SettingsError
from extract.reading.cpr import mask_name

_SCHEMES = ("http", "https")
_UNFIT = re.compile(r"[\s\x00-\x1f\x7f]")


def check_municipality(name: str | None) -> None:
    """Raise SettingsError for a name that names nothing. None is "not told"."""
    if name is not None and not any(sign.isalpha() for sign in name):
        raise SettingsError(
            f"{name!r} is no name of a municipality.", "Give its name, as 'Nordlev Kommune', or leave it out."
        )


def check_source_url(url: str | None) -> None:
    """Raise SettingsError for what is no address on the web: it is shown as a link. None is "not told"."""
    if url is not None and not _is_web_address(url):
        raise SettingsError(
            f"{mask_name(url)!r} is no address on the web.",
            "Give one that begins with https:// or http:// and holds no blanks.",
        )


def _is_web_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in _SCHEMES and bool(parts.hostname) and not _UNFIT.search(url)
