"""Quotation marks in running text."""

from __future__ import annotations

QUOTE_OPENS, QUOTE_CLOSES = '”“„"«', '”“"»'


def closing_quote(text: str, start: int, end: int) -> int | None:
    """Where a quotation that opens in `text[start:end]`, and is not closed there, closes: the place after its mark."""
    opening = next((at for at in range(start, end) if text[at] in QUOTE_OPENS), None)
    if opening is None or any(text[at] in QUOTE_CLOSES for at in range(opening + 1, end)):
        return None
    return next((at + 1 for at in range(end, len(text)) if text[at] in QUOTE_CLOSES), len(text))
