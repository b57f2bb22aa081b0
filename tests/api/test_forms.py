"""In which form an answer comes, and that it may be kept."""

import csv
import io
from typing import Any
from xml.etree import ElementTree

import pyoxigraph
import pytest
import rdflib
from starlette.requests import Request

from api.drawings import write_drawing
from api.errors import FormRefused
from api.forms import Form, wanted_form
from api.routers.resource import THINGS
from tests.api.client import TestClient
from tests.api.sample import CASE, MINUTES, SECOND

THING = {
    "/api/municipalities/{id}": "nordlev",
    "/api/bodies/{id}": "nordlev.byraadet",
    "/api/meetings/{id}": "nordlev.teknik-og-miljoeudvalget.2024-04-09",
    "/api/items/{id}": SECOND,
    "/api/cases/{id}": CASE,
    "/api/case-numbers/{id}": "nordlev.24-2210",
    "/api/decisions/{id}": f"{SECOND}.decision-1",
    "/api/votes/{id}": f"{SECOND}.decision-1.vote-1",
    "/api/persons/{id}": "nordlev.carl-oest",
    "/api/parties/{id}": "nordlev.venstre",
    "/api/organisations/{id}": "cykelforum",
    "/api/laws/{id}": "lov-om-offentlige-veje",
    "/api/provisions/{id}": "lov-om-offentlige-veje.p15-2",
    "/api/plans/{id}": "nordlev.lokalplan-4-21",
    "/api/topics/{id}": "kle-05-01-06",
    "/api/documents/{id}": MINUTES,
}
GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"


def asking(accept: str | None, query: str = "") -> Request:
    headers = [] if accept is None else [(b"accept", accept.encode())]
    return Request({"type": "http", "headers": headers, "query_string": query.encode()})


@pytest.mark.parametrize(
    ("accept", "form"),
    [
        (None, Form.JSON),
        ("*/*", Form.JSON),
        ("text/html,application/xhtml+xml,*/*;q=0.8", Form.JSON),
        ("text/csv", Form.CSV),
        ("application/json;q=0.1, text/csv;q=0.9", Form.CSV),
        ("text/*", Form.CSV),
        ("text/csv;q=0, */*", Form.JSON),
        ("TEXT/CSV ; Q=1.0", Form.CSV),
        ("nonsense", Form.JSON),
    ],
)
def test_accept_says_the_form(accept: str | None, form: Form) -> None:
    assert wanted_form(asking(accept), (Form.JSON, Form.CSV)) is form


def test_format_comes_before_accept() -> None:
    assert wanted_form(asking("application/json", "format=csv"), (Form.JSON, Form.CSV)) is Form.CSV


@pytest.mark.parametrize("accept", ["image/png", "text/html", "application/json;q=0"])
def test_a_form_that_is_not_offered_is_refused(accept: str) -> None:
    with pytest.raises(FormRefused):
        wanted_form(asking(accept), (Form.JSON, Form.CSV))


def test_a_refused_form_is_406_and_says_which_there_are(client: TestClient) -> None:
    answer = client.get("/api/votes", headers={"Accept": "image/png"})
    assert (answer.status_code, answer.json()["type"]) == (406, "/api/problems/form-refused")
    assert "text/csv" in answer.json()["detail"]


def test_a_format_that_is_not_offered_is_422(client: TestClient) -> None:
    answer = client.get("/api/votes?format=turtle")
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "query.format")


def test_every_thing_is_tried_here() -> None:
    assert THING.keys() == THINGS.keys()


@pytest.mark.parametrize("address", sorted(THING))
def test_a_thing_is_the_same_in_turtle_and_json_ld(client: TestClient, address: str) -> None:
    path = address.replace("{id}", THING[address])
    turtle = client.get(path, headers={"Accept": "text/turtle"})
    assert turtle.headers["content-type"] == "text/turtle; charset=utf-8"
    assert "Accept" in turtle.headers["vary"].split(", ")
    linked = client.get(f"{path}?format=jsonld")
    assert linked.headers["content-type"] == "application/ld+json; charset=utf-8"
    told = set(pyoxigraph.parse(turtle.content, format=pyoxigraph.RdfFormat.TURTLE))
    assert told == set(pyoxigraph.parse(linked.content, format=pyoxigraph.RdfFormat.JSON_LD))
    typed = {quad.subject.value for quad in told if quad.predicate.value == str(rdflib.RDF.type)}
    assert any(subject.endswith(THING[address]) for subject in typed)


def test_a_thing_in_rdf_tells_of_its_parts_and_evidence_only(client: TestClient) -> None:
    graph = rdflib.Graph().parse(data=client.get(f"/api/items/{SECOND}?format=turtle").text, format="turtle")
    told = {str(subject).rpartition("/id/")[2] for subject in graph.subjects()}
    assert {f"agenda-item.{SECOND}", f"decision.{SECOND}.decision-1", "person.nordlev.carl-oest"} <= told
    assert any(name.startswith("evidence-quote.") for name in told)
    assert not any("soeby" in name for name in told)


def test_a_case_is_a_collection_of_its_points(client: TestClient) -> None:
    graph = rdflib.Graph().parse(data=client.get(f"/api/cases/{CASE}?format=turtle").text, format="turtle")
    member = rdflib.URIRef("http://www.w3.org/ns/prov#hadMember")
    assert len(list(graph.subject_objects(member))) == 3


def test_an_unknown_thing_is_404_in_every_form(client: TestClient) -> None:
    assert client.get("/api/persons/x?format=turtle").status_code == 404


def table(client: TestClient, path: str) -> list[dict[str, Any]]:
    answer = client.get(path, headers={"Accept": "text/csv"})
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    return list(csv.DictReader(io.StringIO(answer.text)))


def test_a_list_is_a_table(client: TestClient) -> None:
    rows = table(client, "/api/votes?sort=date")
    assert [row["id"] for row in rows] == [vote["id"] for vote in client.get("/api/votes?sort=date").json()["votes"]]
    assert (rows[0]["mover_id"], rows[0]["mover_name"], rows[0]["count_for"]) == ("nordlev.aase-holm", "Åse Holm", "2")
    assert rows[0]["item_name"] == "Cykelsti langs Åvej"
    assert rows[0]["evidence"].startswith("e")


def test_an_empty_list_is_a_table_with_its_head(client: TestClient) -> None:
    answer = client.get("/api/votes?municipality=intet&format=csv")
    assert answer.text.startswith("id,motion,")
    assert answer.text.count("\n") == 1


def test_a_table_links_to_its_next_page(client: TestClient) -> None:
    answer = client.get("/api/items?format=csv&limit=1")
    assert "format=csv" in answer.headers["link"]


def test_a_drawing_is_the_same_in_graphml_and_gexf(client: TestClient) -> None:
    drawing = client.get(f"/api/graph?node=case:{CASE}").json()
    graphml = ElementTree.fromstring(client.get(f"/api/graph?node=case:{CASE}&format=graphml").content)  # noqa: S314
    nodes = {each.get("id") for each in graphml.iter(f"{GRAPHML}node")}
    assert nodes == {node["key"] for node in drawing["nodes"]}
    assert len(list(graphml.iter(f"{GRAPHML}edge"))) == len(drawing["links"])
    gexf = ElementTree.fromstring(client.get(f"/api/graph?node=case:{CASE}&format=gexf").content)  # noqa: S314
    assert {each.get("id") for each in gexf.iter("{http://gexf.net/1.3}node")} == nodes


@pytest.mark.parametrize("form", [Form.GRAPHML, Form.GEXF])
def test_a_drawing_is_xml_whatever_signs_a_name_holds(form: Form) -> None:
    node = {"key": "case:a", "kind": "case", "id": "a", "name": "a\x00\x0b\ufffe\uffff\ud800ø"}
    made = write_drawing({"nodes": [node], "links": []}, form)
    assert ">aø<".encode() in made or 'label="aø"'.encode() in made
    ElementTree.fromstring(made)  # noqa: S314


@pytest.mark.parametrize("path", ["/api/cases", f"/api/cases/{CASE}", "/api/votes?format=csv", "/api/schema"])
def test_an_answer_that_the_client_has_is_304(client: TestClient, path: str) -> None:
    first = client.get(path)
    again = client.get(path, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get(path, headers={"If-None-Match": '"other"'}).status_code == 200


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("person.nordlev.carl-oest", "/api/persons/nordlev.carl-oest"),
        (f"treatment.{SECOND}", f"/api/items/{SECOND}"),
        ("evidence-quote.e1", "/api/evidence/e1"),
        (f"recommendation.{CASE}.recommendation-1", f"/api/facts/{CASE}.recommendation-1"),
    ],
)
def test_an_identifier_leads_to_what_tells_of_it(client: TestClient, name: str, place: str) -> None:
    answer = client.get(f"/id/{name}", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, place)
    assert client.get(place).status_code == 200


def test_an_identifier_leads_people_to_the_page(client: TestClient, page_headers: dict[str, str]) -> None:
    answer = client.get("/id/person.nordlev.carl-oest", headers=page_headers, follow_redirects=False)
    assert answer.headers["location"] == "/personer/nordlev.carl-oest"
    assert client.get("/id/nothing.x").status_code == 404


def test_a_table_names_the_place_of_each_fact(client: TestClient) -> None:
    (ballot,) = csv.DictReader(io.StringIO(client.get("/api/persons/nordlev.carl-oest/votes?format=csv").text))
    assert (ballot["ballot_option"], ballot["ballot_evidence_document_name"]) == ("against", "referat-æøå.pdf")
    assert (ballot["ballot_evidence_page"], ballot["ballot_evidence_line"]) == ("2", "67")
    told = list(csv.DictReader(io.StringIO(client.get("/api/conflicts?format=csv").text)))
    for side in ("statement_a", "statement_b"):
        assert all(row[f"{side}_evidence_document"] == MINUTES and row[f"{side}_evidence_quote"] for row in told)


def test_a_cited_fact_names_its_documents(client: TestClient) -> None:
    told = client.get(f"/api/facts/{SECOND}.decision-1").json()
    assert {one["document_name"] for one in told["evidence"]} == {"referat-æøå.pdf"}
