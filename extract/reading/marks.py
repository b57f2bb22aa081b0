"""The marks that a line of plain text or Markdown carries, taken off: `#`, `**`, bullets, cell borders, links."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.reading.tracing import Traced

_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+(?=\S)")
_HEADING_END = re.compile(r"\s+#+\s*$")
_BULLET = re.compile(r"\s*(?:[-*•·‣◦▪■□●○–\u2043\uf0b7\uf0a7\u25b6]|o(?=\s{2}))\s+(?=\S)|\s*[•·▪●\uf0b7\uf0a7](?=\w)")
_BOLD = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_ALL_BOLD = re.compile(r"\s*(\*\*|__)(?=\S)(?:(?!\1).)+(?<=\S)\1:?\s*")
_ITALIC = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*]+?)(?<=[^\s*])\*(?![\w*])")
_LINK = re.compile(r"!?\[([^\]]*)\]\((\S+?)\)")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_BLOCK_TAG = re.compile(r"</?(?:br|div|li|ol|p|ul)\b[^<>]*>(?:\s*[•·▪●]\s*)?")
_INLINE_TAG = re.compile(r"</?(?:a|b|em|i|span|strong|sub|sup|u)\b[^<>]*>")
_PIPE_ROW = re.compile(r"\s*\|.*\|\s*$")
_PIPE_RULE = re.compile(r"\s*\|?(?:\s*:?-{3,}:?\s*\|)+(?:\s*:?-{3,}:?\s*)?$")
_PIPE = re.compile(r"\s*\|\s*")
_RULE = re.compile(r"\s*(?:[-*_=]\s*){3,}$")


@dataclass(frozen=True, slots=True)
class Marked:
    """A line without its marks, and what they said."""

    content: Traced
    heading: int = 0
    bullet: bool = False
    row: bool = False  # cells parted by tabs
    link: str | None = None


def take_marks(raw: str, *, markdown: bool, row: bool = False) -> Marked:
    """Read and remove the marks of a line. Without `markdown` only bullets are marks; in a row of cells none are."""
    line = Traced(raw)
    if row:
        return Marked(_take_tags(line), row=True)
    if not markdown:
        return _take_bullet(line)
    if _PIPE_RULE.match(raw) or _RULE.match(raw):
        return Marked(line.cut(0, len(raw)))
    if _PIPE_ROW.match(raw):
        return Marked(_part_cells(line), row=True)
    return _take_markdown(line)


def has_markdown(text: str) -> bool:
    """Whether a text shows headings or bold print as Markdown does."""
    return len(re.findall(r"(?m)^(?:#{1,6} \S|\*\*\S)", text)) >= 2


def _take_bullet(line: Traced) -> Marked:
    match = _BULLET.match(line.text)
    return Marked(line.cut(0, match.end()), bullet=True) if match else Marked(line)


def _take_markdown(line: Traced) -> Marked:
    heading = 0
    if match := _HEADING.match(line.text):
        heading = len(match.group(1))
        line = line.cut(0, match.end())
        if end := _HEADING_END.search(line.text):
            line = line.cut(end.start(), end.end())
    elif _ALL_BOLD.fullmatch(line.text):
        heading = 7
    marked = _take_bullet(line) if not heading else Marked(line)
    line, link = marked.content, None
    if match := _LINK.search(line.text):
        link = match.group(2)
    line = line.substitute(_LINK, lambda match: match.group(1))
    line = _take_tags(line)
    for pattern, group in ((_BOLD, 2), (_ITALIC, 1), (_ESCAPE, 1)):
        line = _unwrap(line, pattern, group)
    return Marked(line, heading, marked.bullet, link=link)


def _take_tags(line: Traced) -> Traced:
    return line.substitute(_BLOCK_TAG, " ").substitute(_INLINE_TAG, "")


def _unwrap(line: Traced, pattern: re.Pattern[str], group: int) -> Traced:
    """Remove what stands around a group, so that the group's own characters keep their places."""
    changes = []
    for match in pattern.finditer(line.text):
        changes += [(match.start(), match.start(group), ""), (match.end(group), match.end(), "")]
    return line.edit(changes)


def _part_cells(line: Traced) -> Traced:
    start = line.text.index("|")
    end = line.text.rindex("|")
    return line.cut(end, len(line.text)).cut(0, start + 1).substitute(_PIPE, "\t").strip(" ")
