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
    pages,
    persons,
    problems,
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
    problems.router,
)
PAGES: tuple[APIRouter, ...] = (page_lists.router, page_followups.router, page_conflicts.router, pages.router)
