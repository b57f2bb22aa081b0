"""`sagsgraf case` and `sagsgraf status`: the service layer's answers as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.markup import escape

from api.cli import output

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from api.models import CaseEvent, CaseHistory, CasePoint, Container, Decision, Evidence, ItemSummary, Near, Vote
    from graph.store import GraphStore


def show_case(
    store: GraphStore, name: str, municipality: str | None, *, as_of: date | None = None, as_json: bool = False
) -> int:
    """The histories of all cases that a number, or the id of a case or point, leads to; the exit code."""
    from api.errors import NotFound
    from api.service.cases import case_history, find_cases
    from graph.ids import municipality_id

    wanted = municipality_id(municipality) if municipality else None
    try:
        if "." in name:
            found, histories = None, [case_history(store, name, as_of)]
        else:
            found = find_cases(store, number=name, municipality=wanted)
            histories = [case_history(store, case.id, as_of) for case in found.cases]
    except NotFound as error:
        output.complain(error)
        _show_near(error.near)
        return 1
    if as_json:
        output.write_json({"histories": histories, "containers": found.containers if found else ()})
        return 0
    for container in found.containers if found else ():
        _show_container(container)
    for history in histories:
        _show_history(history)
    return 0


def _show_near(near: Sequence[Near]) -> None:
    for one in near:
        output.err.print(f"  {escape(one.number or one.id)}  {escape(one.name)}")


def _show_history(history: CaseHistory) -> None:
    numbers = ", ".join(history.numbers)
    output.out.print(f"[bold]{escape(history.title)}[/bold]  {escape(numbers)}  [dim]{escape(history.id)}[/dim]")
    output.out.print(f"{escape(history.municipality.name)}, points: {history.item_count}\n")
    for point in history.points:
        _show_point(point)
    for event in history.events:
        if event.gap:
            _show_gap(event)
    for other in history.related:
        said = other.surface or other.detail or other.rule
        output.out.print(
            f"  see also ({other.type}, {other.status}) {escape(other.case.title)}: {escape(said)}", style="dim"
        )


def _show_point(point: CasePoint) -> None:
    why = f"({point.put.type}{': ' + escape(point.put.detail) if point.put.detail else ''})"
    output.out.print(f"[bold]{_place(point)}[/bold]  {escape(point.title)}  [dim]{why}[/dim]")
    for recommendation in point.recommendations:
        output.out.print(f"    recommended: {escape(recommendation.text)}")
    for decision in point.decisions:
        _show_decision(decision)
    output.out.print()


def _show_gap(event: CaseEvent) -> None:
    output.out.print(f"  planned {event.date or '(no date)'} in {escape(event.body.name)}: {event.gap}", style="dim")


def _show_decision(decision: Decision) -> None:
    body = decision.body.name if decision.body else ""
    outcomes = ", ".join(decision.outcomes) or "no outcome stated"
    text = decision.text if decision.released else "(not released)"
    output.out.print(f"    {body} {decision.date or ''}: {text}  ({outcomes})", markup=False)
    for evidence in decision.evidence[:1]:
        output.out.print(f"      {_reference(evidence)}", style="dim")
    for vote in decision.votes:
        _show_vote(vote)


def _show_vote(vote: Vote) -> None:
    output.out.print(f"      vote: {escape(vote.result or 'result not stated')}")
    for ballot in vote.ballots:
        who = ballot.name or ballot.party or ballot.party_surface or ""
        party = f" ({ballot.party_surface})" if ballot.party_surface and ballot.name else ""
        output.out.print(f"        {ballot.option}: {escape(who + party)}")


def _show_container(container: Container) -> None:
    output.out.print(
        f"[bold]{escape(container.number)}[/bold] is no case but a container: {escape(container.reason or '')}"
        f" {container.item_count} points, each by itself:"
    )
    for item in container.items:
        output.out.print(f"  {_place(item)}  {escape(item.title)}")
    output.out.print()


def _place(item: ItemSummary) -> str:
    return escape(f"{item.date or 'no date'}  {item.body.name}, pkt. {item.number or '-'}")


def _reference(evidence: Evidence) -> str:
    page = f", page {evidence.page}" if evidence.page else ""
    return escape(f"{evidence.document_name or evidence.document[:12]}{page}, line {evidence.line}")


def show_status(store: GraphStore, *, as_json: bool) -> None:
    """How much the graph holds."""
    from api.service.renewal import stale
    from api.service.statistics import statistics

    figures, older = statistics(store), stale(store)
    if as_json:
        output.write_json({**figures.model_dump(mode="json"), "stale": older})
        return
    output.write_table(
        ("meetings held", "points", "cases", "case numbers", "containers", "from", "to"),
        [
            (
                figures.meetings_held,
                figures.items,
                figures.cases,
                figures.case_numbers,
                figures.containers,
                figures.first_date,
                figures.last_date,
            )
        ],
    )
    output.write_table(("label", "nodes"), sorted(figures.labels.items()))
    if older:
        output.write_table(("documents read by an older version", "version"), [(n, name) for name, n in older.items()])
        output.err.print("`sagsgraf ingest --stale` reads them again from where they lie.", style="yellow")
