"""`sagsgraf followups` and `sagsgraf missing`: what is still to come, and which minutes to ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.markup import escape

from api.cli import output

if TYPE_CHECKING:
    import datetime as dt

    from api.models import FollowUpState, ItemSummary, MissingMeeting
    from graph.store import GraphStore
    from graph.threads.ledger import Status

EVERYTHING = 1_000_000


def show_follow_ups(
    store: GraphStore,
    municipality: str | None,
    body: str | None,
    status: Status | None,
    as_of: dt.date | None,
    *,
    as_json: bool,
) -> int:
    """The ledger, newest first; the exit code. `body` is an id, or a name in the municipality that is given."""
    from api.service.followups import find_follow_ups
    from graph.ids import body_id, municipality_id

    scope = municipality_id(municipality) if municipality else None
    if body and "." not in body:
        if scope is None:
            output.complain("Which municipality's? Give --municipality, or the body's id as `nordlev.byraadet`.")
            return 2
        body = body_id(scope, body)
    found = find_follow_ups(
        store, municipality=scope, body=body, status=status, as_of=as_of, limit=EVERYTHING
    ).follow_ups
    if as_json:
        output.write_json({"follow_ups": found})
        return 0
    for one in found:
        _show_follow_up(one)
    return 0


def show_missing(store: GraphStore, municipality: str | None, *, as_json: bool) -> None:
    """The missing minutes, most wanted first."""
    from api.service.missing import find_missing
    from graph.ids import municipality_id

    scope = municipality_id(municipality) if municipality else None
    found = find_missing(store, municipality=scope, limit=EVERYTHING).missing
    if as_json:
        output.write_json({"missing": found})
        return
    for one in found:
        _show_missing(one)


def _show_follow_up(one: FollowUpState) -> None:
    due = one.due or (f"{one.due_first} to {one.due_last}" if one.due_last else "")
    about = f"{one.kind}, due {due}" if due else one.kind
    output.out.print(f"[bold]{one.status}[/bold]  {_place(one.item)}  [dim]{escape(about)}[/dim]")
    output.out.print(f"    {escape(' '.join(one.text.split()))}")
    _aside(f"{one.reason.replace('_', ' ')} (as of {one.as_of})")
    if one.delivered_by and one.delivered_by.id != one.item.id:
        rule = escape(f"{one.rule}: {one.detail or ''}" if one.rule else "")
        _aside(f"by {_place(one.delivered_by)}  {escape(one.delivered_by.title)}  {rule}")
    for other in one.possible:
        _aside(f"perhaps by {_place(other)}  {escape(other.title)}")
    for needed in one.needed:
        known = ", ".join(id_.rpartition(".")[2] for id_ in needed.meetings)
        told = f" (known of: {known})" if known else ""
        _aside(f"needs {escape(needed.body.name)}, {needed.first} to {needed.last}{escape(told)}")


def _show_missing(one: MissingMeeting) -> None:
    expected = "  expected" if one.expected else ""
    output.out.print(
        f"[bold]{one.date}[/bold]  {escape(one.body.name)}, {escape(one.municipality.name)}{expected}  "
        f"[dim]matters: {one.matters}, points: {one.item_count}[/dim]"
    )
    places = (f"{mention.source}  {_place(mention.item)}  {escape(mention.item.title)}" for mention in one.mentions)
    for place in dict.fromkeys(places):
        _aside(place)


def _place(item: ItemSummary) -> str:
    return escape(f"{item.date or 'no date'}  {item.body.name}, pkt. {item.number or '-'}")


def _aside(text: str) -> None:
    output.out.print(f"    {text}", style="dim")
