"""Answers as drawings: SVG made of the rows alone, the same bytes each time, readable on light and on dark."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any
from xml.sax.saxutils import escape

Row = Mapping[str, Any]

STYLE = """\
<style>
  :root { --paper: #fbfaf6; --ink: #1c2326; --soft: #566168; --line: #cfcabd; --accent: #0f5d66; --warm: #8a5a08; }
  @media (prefers-color-scheme: dark) {
    :root { --paper: #14191b; --ink: #e8e6df; --soft: #a5b0b3; --line: #46545a; --accent: #7fc8cd; --warm: #ecc27a; }
  }
  .paper { fill: var(--paper); } text { fill: var(--ink); font: 13px system-ui, "Liberation Sans", Arial, sans-serif; }
  .soft { fill: var(--soft); font-size: 11px; } .head { font-weight: 600; }
  .line { stroke: var(--line); fill: none; } .way { stroke: var(--accent); fill: none; stroke-width: 2; }
  .dot { fill: var(--accent); } .open { fill: var(--paper); stroke: var(--accent);
    stroke-width: 2; stroke-dasharray: 3 2; }
  .centre { fill: var(--warm); } .halo { paint-order: stroke; stroke: var(--paper); stroke-width: 4px; }
</style>"""
PALER = 'opacity="0.35"'


def draw_case(rows: Sequence[Row]) -> str:
    """A case's way (of `case_bodies`): a lane for each body, days from left to right; hollow where only quoted."""
    bodies = list(dict.fromkeys(row["body"] for row in rows))
    days = sorted({row["date"] for row in rows if row["date"]})
    left, top, lane, width = 370, 70, 76, 1040
    span = max((days[-1] - days[0]).days, 1)

    def across(day: date) -> float:
        return left + (width - left - 90) * (day - days[0]).days / span

    height = top + lane * len(bodies) + 10
    parts = [_text(20, 30, "A case's way through bodies: case_bodies number=24/3310", "head")]
    for place, body in enumerate(bodies):
        y = top + lane * place + 20
        parts += [_text(20, y + 4, body), f'<path class="line" d="M{left - 20} {y}H{width - 30}"/>']
    steps = [(across(row["date"]), top + lane * bodies.index(row["body"]) + 20, row) for row in rows if row["date"]]
    parts.append('<path class="way" d="M' + "L".join(f"{x:.0f} {y}" for x, y, _ in steps) + '"/>')
    for x, y, row in steps:
        parts.append(f'<circle class="{"dot" if row["own"] else "open"}" cx="{x:.0f}" cy="{y}" r="8"/>')
        points = ", ".join(f"pkt. {number}" for number in row["points"])
        what = ", ".join(row["outcomes"]) + ("" if row["own"] else " (quoted)")
        parts.append(
            _text(x, y + 26, " · ".join(filter(None, (row["date"].isoformat(), points))), "soft halo", "middle")
        )
        parts.append(_text(x, y + 40, what, "soft halo", "middle"))
    return _svg(width, height, parts, "The bodies that decided in the case, each with its decisions by day")


def draw_partners(rows: Sequence[Row]) -> str:
    """Partners year by year (of `partners`): a row for each organisation, a dot a year, larger for more points."""
    years = sorted({row["year"] for row in rows})
    points = {(row["organisation"], row["year"]): row["points"] for row in rows}
    names = list(dict.fromkeys(row["organisation"] for row in rows))
    names = sorted(names, key=lambda name: -sum((name, year) in points for year in years))
    left, top, step, column = 330, 84, 24, 110
    parts = [_text(20, 30, "Partners of a committee, year by year: " + rows[0]["body"], "head")]
    parts += [_text(left + column * place, 64, str(year), "soft", "middle") for place, year in enumerate(years)]
    for line, name in enumerate(names):
        y = top + step * line
        end = left + column * (len(years) - 1)
        parts += [_text(20, y + 4, name), f'<path class="line" {PALER} d="M{left} {y}H{end}"/>']
        for place, year in enumerate(years):
            if count := points.get((name, year)):
                x = left + column * place
                parts.append(f'<circle class="dot" cx="{x}" cy="{y}" r="{3 + 2 * math.sqrt(count):.1f}"/>')
                parts.append(_text(x + 14, y + 4, str(count), "soft halo"))
    height = top + step * len(names) + 6
    return _svg(left + column * len(years), height, parts, "Which organisations the points of each year name")


def draw_neighbourhood(rows: Sequence[Row]) -> str:
    """What stands around a thing (of `neighbourhood`): the thing in the middle, a neighbour on each ray."""
    ends = [(row["from_label"], row["from_id"], row["from_name"]) for row in rows]
    ends += [(row["to_label"], row["to_id"], row["to_name"]) for row in rows]
    centre = max(dict.fromkeys(ends), key=ends.count)
    rays = sorted(
        (row["type"], *(other if (other := _from(row)) != centre else _to(row)), _from(row) == centre)
        for row in rows
        if centre in (_from(row), _to(row))
    )
    width, height, across, down = 1100, 90 + max(17 * len(rays), 360), 250, max(17 * len(rays), 360) / 2 - 10
    x0, y0 = width / 2, 60 + down
    parts = [_text(20, 30, "What stands around a thing: " + centre[2], "head")]
    labels = []
    for place, (type_, label, _, name, leaves) in enumerate(rays):
        angle = 2 * math.pi * (place + 0.5) / len(rays) - math.pi / 2
        x, y = x0 + across * math.cos(angle), y0 + down * math.sin(angle)
        parts.append(f'<path class="line" d="M{x0:.0f} {y0:.0f}L{x:.0f} {y:.0f}"/>')
        parts.append(f'<circle class="dot" cx="{x:.0f}" cy="{y:.0f}" r="5"/>')
        anchor, aside = ("start", 10) if x >= x0 else ("end", -10)
        arrow = f"{type_} →" if leaves else f"← {type_}"
        labels.append(_text(x + aside, y + 1, _short(name, 38), "halo", anchor))
        labels.append(_text(x + aside, y + 14, f"{label} · {arrow}", "soft halo", anchor))
    parts += [f'<circle class="centre" cx="{x0:.0f}" cy="{y0:.0f}" r="9"/>', *labels]
    parts.append(_text(x0, y0 - 16, f"{centre[0]}: {_short(centre[2], 46)}", "head halo", "middle"))
    return _svg(width, round(height), parts, f"The neighbours of {centre[2]}, each with the relation that joins them")


def _from(row: Row) -> tuple[str, str, str]:
    return row["from_label"], row["from_id"], row["from_name"]


def _to(row: Row) -> tuple[str, str, str]:
    return row["to_label"], row["to_id"], row["to_name"]


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _text(x: float, y: float, text: str, kind: str = "", anchor: str = "start") -> str:
    looks = (f' class="{kind}"' if kind else "") + (f' text-anchor="{anchor}"' if anchor != "start" else "")
    return f'<text x="{x:.0f}" y="{y:.0f}"{looks}>{escape(text)}</text>'


def _svg(width: int, height: int, parts: Iterable[str], title: str) -> str:
    size = f'viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img">'
    return "\n".join(
        (
            head,
            f"<title>{escape(title)}</title>",
            STYLE,
            '<rect class="paper" width="100%" height="100%"/>',
            *parts,
            "</svg>\n",
        )
    )
