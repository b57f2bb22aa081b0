"""Drawings of the graph for other programs: GraphML (yEd, Gephi, NetworkX) and GEXF (Gephi).

ElementTree writes them; both are small formats, and a library for graphs would be carried along for its writer alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from xml.etree import ElementTree

from api.forms import Form

_GRAPHML = "http://graphml.graphdrawing.org/xmlns"
_GEXF = "http://gexf.net/1.3"
_NODE = {"kind": "string", "id": "string", "name": "string", "date": "string", "depth": "int", "degree": "int"}
_TYPES = {"int": "integer"}  # what GEXF calls them


def write_drawing(drawing: Mapping[str, Any], form: Form) -> bytes:
    """The answer of a drawing (:class:`api.models.Drawing` as JSON values) in one of the two forms."""
    root = _graphml(drawing) if form is Form.GRAPHML else _gexf(drawing)
    ElementTree.indent(root)
    text: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def _graphml(drawing: Mapping[str, Any]) -> ElementTree.Element:
    root = ElementTree.Element("graphml", xmlns=_GRAPHML)
    for name, type_ in _NODE.items():
        attributes = {"id": name, "for": "node", "attr.name": name, "attr.type": type_}
        ElementTree.SubElement(root, "key", attributes)
    ElementTree.SubElement(root, "key", {"id": "type", "for": "edge", "attr.name": "type", "attr.type": "string"})
    graph = ElementTree.SubElement(root, "graph", id="G", edgedefault="directed")
    for node in drawing["nodes"]:
        element = ElementTree.SubElement(graph, "node", id=_clean(node["key"]))
        for name, value in _values(node):
            ElementTree.SubElement(element, "data", key=name).text = value
    for number, link in enumerate(drawing["links"]):
        element = ElementTree.SubElement(graph, "edge", {"id": f"e{number}", **_ends(link)})
        ElementTree.SubElement(element, "data", key="type").text = link["type"]
    return root


def _gexf(drawing: Mapping[str, Any]) -> ElementTree.Element:
    root = ElementTree.Element("gexf", xmlns=_GEXF, version="1.3")
    graph = ElementTree.SubElement(root, "graph", defaultedgetype="directed")
    attributes = ElementTree.SubElement(graph, "attributes", {"class": "node"})
    for name, type_ in _NODE.items():
        ElementTree.SubElement(attributes, "attribute", id=name, title=name, type=_TYPES.get(type_, type_))
    nodes = ElementTree.SubElement(graph, "nodes")
    for node in drawing["nodes"]:
        element = ElementTree.SubElement(nodes, "node", id=_clean(node["key"]), label=_clean(node["name"]))
        values = ElementTree.SubElement(element, "attvalues")
        for name, value in _values(node):
            ElementTree.SubElement(values, "attvalue", {"for": name, "value": value})
    edges = ElementTree.SubElement(graph, "edges")
    for number, link in enumerate(drawing["links"]):
        ElementTree.SubElement(edges, "edge", {"id": f"e{number}", "label": link["type"], **_ends(link)})
    return root


def _values(node: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    return ((name, _clean(str(node[name]))) for name in _NODE if node.get(name) is not None)


def _ends(link: Mapping[str, Any]) -> dict[str, str]:
    return {end: _clean(link[end]) for end in ("source", "target")}


def _clean(text: str) -> str:
    """The text without the control characters that XML 1.0 cannot hold."""
    return "".join(sign for sign in text if sign >= " " or sign in "\t\n\r")
