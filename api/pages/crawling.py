"""What search engines are told: sitemaps (sitemaps.org, 0.9) and robots.txt (RFC 9309)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, tostring

from api.languages import Language, is_spoken

MEDIA_TYPE = "application/xml"
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
CLOSED = ("/api/", "/soeg", "/graf", "/cypher")  # endless, or of no use without a question


def write_index(addresses: Iterable[str]) -> bytes:
    """The index of parts, by their absolute addresses."""
    return _write("sitemapindex", "sitemap", ((address, None) for address in addresses))


def write_part(pages: Iterable[tuple[str, dt.date | None]]) -> bytes:
    """A part: absolute addresses, each with the day of the last that is told there."""
    return _write("urlset", "url", pages)


def write_robots(root: str, public_root: str) -> str:
    """robots.txt of a site under the path ``root``."""
    spoken = (language.path for language in Language if language.path)
    paths = (*CLOSED, *(language + path for language in spoken for path in CLOSED if is_spoken(path)))
    closed = "".join(f"Disallow: {root}{path}\n" for path in paths)
    return f"User-agent: *\n{closed}\nSitemap: {public_root}/sitemap.xml\n"


def _write(whole: str, one: str, pages: Iterable[tuple[str, dt.date | None]]) -> bytes:
    made = Element(whole, {"xmlns": _NAMESPACE})
    for address, day in pages:
        entry = SubElement(made, one)
        SubElement(entry, "loc").text = address
        if day is not None:
            SubElement(entry, "lastmod").text = day.isoformat()
    body: bytes = tostring(made, encoding="utf-8", xml_declaration=True)
    return body + b"\n"
