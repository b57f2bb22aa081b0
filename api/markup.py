"""What XML 1.0 can hold, for everything that writes it: feeds, drawings."""

from __future__ import annotations

import re

_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # all but Char of XML 1.0, § 2.2


def keep_xml(text: str) -> str:
    """The text without what XML cannot hold, such as the control characters of broken files."""
    return _NO_XML.sub("", text)
