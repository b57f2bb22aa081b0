"""One router a resource."""

from fastapi import APIRouter

from api.routers import (
    bodies,
    cases,
    conflicts,
    documents,
    followups,
    graph,
    health,
    items,
    laws,
    meetings,
    missing,
    municipalities,
    organisations,
    page_conflicts,
    page_followups,
    page_lists,
    page_queries,
    pages,
    persons,
    problems,
    queries,
    search,
)

RESOURCES: tuple[APIRouter, ...] = (
    cases.router,
    meetings.router,
    items.router,
    persons.router,
    bodies.router,
    organisations.router,
    laws.router,
    municipalities.router,
    followups.router,
    missing.router,
    conflicts.router,
    documents.router,
    search.router,
    graph.router,
    health.router,
    queries.router,
    problems.router,
)
PAGES: tuple[APIRouter, ...] = (
    page_lists.router,
    page_followups.router,
    page_conflicts.router,
    page_queries.router,
    pages.router,
)
