"""Drawings of the graph for other programs: GraphML (yEd, Gephi, NetworkX) and GEXF (Gephi).

ElementTree writes them; both are small formats, and a library for graphs would be carried along for its writer alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from xml.etree import ElementTree

from api.forms import Form
from api.markup import keep_xml

_GRAPHML = "http://graphml.graphdrawing.org/xmlns"
_GEXF = "http://gexf.net/1.3"
_NODE = {"kind": "string", "id": "string", "name": "string", "date": "string", "depth": "int", "degree": "int"}
_EDGE = {"type": "string", "count": "int", "among": "int"}
_TYPES = {"int": "integer"}  # what GEXF calls them


def write_drawing(drawing: Mapping[str, Any], form: Form) -> bytes:
    """The answer of a drawing (:class:`api.models.Drawing` as JSON values) in one of the two forms."""
    root = _graphml(drawing) if form is Form.GRAPHML else _gexf(drawing)
    ElementTree.indent(root)
    text: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def _graphml(drawing: Mapping[str, Any]) -> ElementTree.Element:
    root = ElementTree.Element("graphml", xmlns=_GRAPHML)
    for of, names in (("node", _NODE), ("edge", _EDGE)):
        for name, type_ in names.items():
            attributes = {"id": name, "for": of, "attr.name": name, "attr.type": type_}
            ElementTree.SubElement(root, "key", attributes)
    graph = ElementTree.SubElement(root, "graph", id="G", edgedefault="directed")
    for node in drawing["nodes"]:
        element = ElementTree.SubElement(graph, "node", id=keep_xml(node["key"]))
        for name, value in _values(node, _NODE):
            ElementTree.SubElement(element, "data", key=name).text = value
    for number, link in enumerate(drawing["links"]):
        element = ElementTree.SubElement(graph, "edge", {"id": f"e{number}", **_ends(link)})
        for name, value in _values(link, _EDGE):
            ElementTree.SubElement(element, "data", key=name).text = value
    return root


def _gexf(drawing: Mapping[str, Any]) -> ElementTree.Element:
    root = ElementTree.Element("gexf", xmlns=_GEXF, version="1.3")
    graph = ElementTree.SubElement(root, "graph", defaultedgetype="directed")
    for of, names in (("node", _NODE), ("edge", _EDGE)):
        attributes = ElementTree.SubElement(graph, "attributes", {"class": of})
        for name, type_ in names.items():
            ElementTree.SubElement(attributes, "attribute", id=name, title=name, type=_TYPES.get(type_, type_))
    nodes = ElementTree.SubElement(graph, "nodes")
    for node in drawing["nodes"]:
        element = ElementTree.SubElement(nodes, "node", id=keep_xml(node["key"]), label=keep_xml(node["name"]))
        _add_values(element, node, _NODE)
    edges = ElementTree.SubElement(graph, "edges")
    for number, link in enumerate(drawing["links"]):
        element = ElementTree.SubElement(edges, "edge", {"id": f"e{number}", "label": link["type"], **_ends(link)})
        _add_values(element, link, _EDGE)
    return root


def _add_values(element: ElementTree.Element, of: Mapping[str, Any], names: Mapping[str, str]) -> None:
    values = ElementTree.SubElement(element, "attvalues")
    for name, value in _values(of, names):
        ElementTree.SubElement(values, "attvalue", {"for": name, "value": value})


def _values(of: Mapping[str, Any], names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    return ((name, keep_xml(str(of[name]))) for name in names if of.get(name) is not None)


def _ends(link: Mapping[str, Any]) -> dict[str, str]:
    return {end: keep_xml(link[end]) for end in ("source", "target")}
