"""The model of the graph as a page: `docs/graph-model.md` and its picture, made of `schema.toml`.

`python -m graph.catalogue` writes both anew; a test compares.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from graph.picture import draw_model
from graph.schema import Label, Layer, load_schema

DOCS = Path(__file__).resolve().parents[1] / "docs"
_LAYERS = {
    Layer.DOCUMENT: "Facts of documents: replaced with the document that tells them",
    Layer.DERIVED: "Computed from all documents of a municipality, anew when one of them changes",
    Layer.TRACE: "What is kept of documents beyond what they say",
    Layer.STORE: "About the store itself, no part of its dump",
}
_INTRODUCTION = """\
# The model of the graph

What the graph holds, made of `graph/schema.toml` by `python -m graph.catalogue`; `/api/schema` gives the same as JSON.
A test holds that a loaded graph has these labels, relations and properties and no others.

Every label has an `id`, unique within it: made of content by `graph/ids.py`, the same in Cypher, HTTP and RDF. It is
left out of the tables where it is nothing else.

![Labels and their relations](graph-model.svg)
"""


def files() -> dict[Path, str]:
    """The page and its picture, by path."""
    return {DOCS / "graph-model.md": _page(), DOCS / "graph-model.svg": draw_model()}


def _page() -> str:
    schema = load_schema()
    parts = [_INTRODUCTION]
    for layer, words in _LAYERS.items():
        parts.append(f"## {words}\n")
        parts += [_chapter(name, label) for name, label in schema.label.items() if label.layer is layer]
    parts.append("## Relations\n")
    parts.append("\n".join(_relations()) + "\n")
    return "\n".join(parts)


def _chapter(name: str, label: Label) -> str:
    schema = load_schema()
    lines = [f"### {name}\n", f"{label.text} (*{label.text_da}*).\n", "| property | type | what |", "|---|---|---|"]
    lines += [f"| `{key}` | {type_} | {_cell(schema.meaning(name, key))} |" for key, type_ in label.properties.items()]
    outgoing = [
        f"`{type_}` → {', '.join(to for start, to in ends if start == name)}"
        for type_, ends in schema.relation.items()
        if any(start == name for start, _ in ends)
    ]
    if outgoing:
        lines.append(f"\nLeads by: {'; '.join(outgoing)}.")
    return "\n".join(lines) + "\n"


def _relations() -> Iterator[str]:
    schema = load_schema()
    yield from ("| relation | from → to | says | properties |", "|---|---|---|---|")
    for type_, ends in schema.relation.items():
        starts, targets = (", ".join(dict.fromkeys(pair[side] for pair in ends)) for side in (0, 1))
        said = schema.relation_text[type_]
        properties = schema.relation_properties.get(type_, {})
        held = "; ".join(f"`{key}` ({kind}): {schema.meaning(type_, key)}" for key, kind in properties.items())
        yield f"| `{type_}` | {starts} → {targets} | {said.en} (*{said.da}*) | {_cell(held)} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def main() -> None:
    """Write both files."""
    for path, text in files().items():
        path.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
