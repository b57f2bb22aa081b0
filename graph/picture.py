"""The picture of the graph's model, drawn from `picture.toml` and the schema: SVG, the same bytes each time."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

from pydantic import BaseModel, ConfigDict, Field

from graph.schema import Layer, load_schema

FILE = Path(__file__).with_name("picture.toml")
LEFT, TOP, WIDE, HIGH = 130, 60, 136, 26  # the margin; a box
ACROSS, DOWN = 270, 42  # from column to column, from row to row
STYLE = """\
<style>
  :root { --paper: #fbfaf6; --ink: #1c2326; --soft: #566168; --line: #a9a395; --sheet: #ffffff; --derived: #e2efef; }
  @media (prefers-color-scheme: dark) {
    :root { --paper: #14191b; --ink: #e8e6df; --soft: #a5b0b3; --line: #61707a; --sheet: #1b2225; --derived: #1d3538; }
  }
  .paper { fill: var(--paper); } .box { fill: var(--sheet); stroke: var(--line); } .derived { fill: var(--derived); }
  .again { stroke-dasharray: 4 3; } .line { stroke: var(--line); fill: none; } .tip { fill: var(--line); }
  text { fill: var(--ink); font: 600 13px system-ui, "Liberation Sans", Arial, sans-serif; text-anchor: middle; }
  .said { fill: var(--soft); font: 10px ui-monospace, "Liberation Mono", monospace; paint-order: stroke;
    stroke: var(--paper); stroke-width: 4px; }
  .head { text-anchor: start; }
</style>"""


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Lines(_Strict):
    """Some of the lines, each from, relation, to."""

    ends: tuple[tuple[str, str, str], ...]


class Picture(_Strict):
    """What is drawn where."""

    box: dict[str, tuple[int, int, int]]
    lines: tuple[Lines, ...] = Field(alias="line")
    left_out: dict[str, str]


@dataclass(frozen=True, slots=True)
class _Box:
    column: int
    row: int
    rows: int

    @property
    def left(self) -> int:
        return LEFT + ACROSS * self.column

    @property
    def right(self) -> int:
        return self.left + WIDE

    @property
    def centre(self) -> int:
        return self.left + WIDE // 2

    @property
    def top(self) -> int:
        return TOP + DOWN * self.row

    @property
    def bottom(self) -> int:
        return self.top + DOWN * (self.rows - 1) + HIGH

    @property
    def middle(self) -> int:
        return self.top + HIGH // 2

    def holds(self, row: int) -> bool:
        return self.row <= row < self.row + self.rows


@cache
def load_picture() -> Picture:
    """The picture in `picture.toml`."""
    return Picture.model_validate(tomllib.loads(FILE.read_text("utf-8")))


def label_of(box: str) -> str:
    """The label that a box shows."""
    return box.rstrip("'")


def draw_model() -> str:
    """The picture."""
    picture = load_picture()
    boxes = {name: _Box(*place) for name, place in picture.box.items()}
    parts = [f'<text class="head" x="20" y="30">{escape("The model of the graph: labels and their relations")}</text>']
    lanes: dict[int, int] = {}
    for start, type_, end in (each for part in picture.lines for each in part.ends):
        parts.append(_line(boxes[start], type_, boxes[end], lanes))
    parts += [_box(name, box) for name, box in boxes.items()]
    width = max(box.right for box in boxes.values()) + 30
    height = max(box.bottom for box in boxes.values()) + 64
    notes = (
        "Tinted: computed from the corpus. Dashed: drawn again. Facts have HAS_EVIDENCE to Evidence; what a meeting",
        "names (NAMES) and a mention means (RESOLVED_TO, MENTIONS) leads to each kind of thing, not only these.",
    )
    for place, note in enumerate(notes):
        parts.append(f'<text class="said head" x="20" y="{height - 34 + 16 * place}">{escape(note)}</text>')
    size = f'viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img">'
    title = "<title>The model of the graph: labels and their relations</title>"
    return "\n".join((head, title, STYLE, '<rect class="paper" width="100%" height="100%"/>', *parts, "</svg>\n"))


def _box(name: str, box: _Box) -> str:
    derived = load_schema().label[label_of(name)].layer is Layer.DERIVED
    looks = "box" + (" derived" if derived else "") + (" again" if name.endswith("'") else "")
    size = f'x="{box.left}" y="{box.top}" width="{WIDE}" height="{box.bottom - box.top}" rx="5"'
    text = f'<text x="{box.centre}" y="{(box.top + box.bottom) // 2 + 5}">{escape(label_of(name))}</text>'
    return f'<rect class="{looks}" {size}/>{text}'


def _line(start: _Box, type_: str, end: _Box, lanes: dict[int, int]) -> str:
    """Straight where two stand beside or above each other, else through a lane of its own between the columns."""
    if start.column == end.column:
        if abs(start.row - end.row) == 2:
            y1, y2 = (start.bottom, end.top) if start.row < end.row else (start.top, end.bottom)
            return _drawn(
                f"M{start.centre} {y1}V{y2}", type_, start.centre, (y1 + y2) // 2 + 3, (end.centre, y2, y2 - y1)
            )
        lane = lanes[start.column] = lanes.get(start.column, 0) + 1
        x = start.left - 8 - 22 * lane
        path = f"M{start.left} {start.middle}H{x}V{end.middle}H{end.left}"
        turned = f' transform="rotate(-90 {x} {(start.middle + end.middle) // 2})"'
        return _drawn(path, type_, x, (start.middle + end.middle) // 2 + 3, (end.left, end.middle, 0, 1), turned)
    right = start.column < end.column
    x1, x2 = (start.right, end.left) if right else (start.left, end.right)
    y2 = end.middle
    y1 = start.middle if end.rows > 1 or not start.holds(end.row) else y2
    y2 = y1 if end.holds(start.row) and start.rows == 1 else y2
    tip = (x2, y2, 0, 1 if right else -1)
    if y1 == y2:
        return _drawn(f"M{x1} {y1}H{x2}", type_, (x1 + x2) // 2, y1 + 3, tip)
    bend = x1 + (16 if right else -16)
    return _drawn(f"M{x1} {y1}H{bend}V{y2}H{x2}", type_, (bend + x2) // 2, y2 + 3, tip)


def _drawn(path: str, type_: str, x: int, y: int, tip: tuple[int, ...], turned: str = "") -> str:
    said = f'<text class="said" x="{x}" y="{y}"{turned}>{escape(type_)}</text>'
    return f'<path class="line" d="{path}"/>{_tip(*tip)}{said}'


def _tip(x: int, y: int, down: int, right: int = 0) -> str:
    """The head of an arrow that points to (x, y)."""
    if right:
        return f'<path class="tip" d="M{x} {y}l{-7 * right} -4v8z"/>'
    back = -7 if down > 0 else 7
    return f'<path class="tip" d="M{x} {y}l-4 {back}h8z"/>'
