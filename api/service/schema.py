"""The model of the graph, as `graph/schema.toml` has it."""

from __future__ import annotations

from collections.abc import Mapping

from api.models import GraphSchema, SchemaEnds, SchemaLabel, SchemaProperty, SchemaRelation
from graph.schema import PropertyType, load_schema


def graph_schema() -> GraphSchema:
    """Every label and relation, with what each of their properties holds."""
    schema = load_schema()
    return GraphSchema(
        labels=tuple(
            SchemaLabel(
                name=name,
                text=label.text,
                text_da=label.text_da,
                layer=label.layer.value,
                properties=_properties(name, label.properties),
            )
            for name, label in schema.label.items()
        ),
        relations=tuple(
            SchemaRelation(
                type=name,
                text=schema.relation_text[name].en,
                text_da=schema.relation_text[name].da,
                ends=tuple(SchemaEnds(start=start, end=end) for start, end in ends),
                properties=_properties(name, schema.relation_properties.get(name, {})),
            )
            for name, ends in schema.relation.items()
        ),
    )


def _properties(owner: str, properties: Mapping[str, PropertyType]) -> tuple[SchemaProperty, ...]:
    meaning = load_schema().meaning
    return tuple(
        SchemaProperty(name=name, type=type_.value, text=meaning(owner, name)) for name, type_ in properties.items()
    )
