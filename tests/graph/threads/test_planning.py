from __future__ import annotations

from graph.threads.cases import find_same_numbers
from graph.threads.containers import judge
from graph.threads.planning import Done, Gap, path, steps
from tests.graph.threads.nordlev import COUNCIL, CULTURE, FINANCE, ROADS, Nordlev


def states(nordlev: Nordlev) -> list[tuple[Done, Gap | None]]:
    corpus = nordlev.corpus()
    return [(state.done, state.gap) for state in steps(corpus, find_same_numbers(corpus, judge(corpus.points)))]


def test_each_step_says_where_it_was_taken():
    nordlev = Nordlev()
    here = nordlev.point("2024-01-09", "Salg af havnegrunden", "24/7")
    nordlev.point("2024-01-22", "Salg af havnegrunden", "24/7", body=FINANCE)
    nordlev.ruling(here, ROADS, "2024-01-04")
    for body, day in ((ROADS, "2024-01-04"), (CULTURE, "2024-01-09"), (FINANCE, "2024-01-22")):
        nordlev.step(here, body, day)
    assert states(nordlev) == [(Done.QUOTED, None), (Done.HERE, None), (Done.ELSEWHERE, None)]


def test_a_step_without_evidence_says_what_is_lacking():
    nordlev = Nordlev()
    here = nordlev.point("2024-01-09", "Salg af havnegrunden", "24/7", decided=None)
    nordlev.point("2024-01-22", "Noget andet", "24/99", body=FINANCE)
    nordlev.point("2024-02-05", "Noget tredje", "24/98", body=COUNCIL)
    plan = [
        (CULTURE, "2024-01-09"), (FINANCE, "2024-01-22"), (COUNCIL, "2024-01-29"), (COUNCIL, "2024-02-26"),
        (ROADS, "2024-01-16"), (ROADS, "2024-03-01"), (ROADS, None),
    ]  # fmt: skip
    for body, day in plan:
        nordlev.step(here, body, day)
    assert states(nordlev) == [
        (Done.NO_EVIDENCE, gap)
        for gap in (
            Gap.NO_DECISION, Gap.NOT_THERE, Gap.NO_MINUTES, Gap.TO_COME, Gap.NO_MINUTES, Gap.TO_COME, Gap.NO_DATE,
        )
    ]  # fmt: skip


def test_a_step_without_day_is_taken_at_the_first_meeting_from_then_on():
    nordlev = Nordlev()
    nordlev.point("2023-12-05", "Salg af havnegrunden", "24/7", body=COUNCIL)
    here = nordlev.point("2024-01-09", "Salg af havnegrunden", "24/7")
    council = nordlev.point("2024-01-29", "Salg af havnegrunden", "24/7", body=COUNCIL)
    nordlev.step(here, COUNCIL, None)
    corpus = nordlev.corpus()
    [state] = steps(corpus, find_same_numbers(corpus, judge(corpus.points)))
    assert (state.done, state.point) == (Done.ELSEWHERE, council.id)


def test_the_path_of_a_case_shows_its_gaps():
    nordlev = Nordlev()
    here = nordlev.point("2024-01-09", "Salg af havnegrunden", "24/7")
    council = nordlev.point("2024-01-29", "Salg af havnegrunden", "24/7", body=COUNCIL)
    nordlev.ruling(council, ROADS, "2024-01-04")
    nordlev.ruling(council, CULTURE, "2024-01-09")
    for body, day in ((CULTURE, "2024-01-09"), (FINANCE, "2024-01-22"), (COUNCIL, "2024-01-29")):
        nordlev.step(here, body, day)
    stages = path(nordlev.corpus(), [council, here])
    assert [(stage.body, stage.done, stage.gap, len(stage.planned_by)) for stage in stages] == [
        (ROADS, Done.QUOTED, None, 0),
        (CULTURE, Done.HERE, None, 1),
        (FINANCE, Done.NO_EVIDENCE, Gap.NO_MINUTES, 1),
        (COUNCIL, Done.HERE, None, 1),
    ]


def test_an_agenda_shows_no_step_taken_and_no_matter_left_out():
    nordlev = Nordlev()
    here = nordlev.point("2024-01-09", "Salg af havnegrunden", "24/7")
    agenda = nordlev.point("2024-01-29", "Salg af havnegrunden", "24/7", body=COUNCIL, status="planned")
    nordlev.point("2024-01-22", "Noget andet", "24/99", body=FINANCE, status="planned")
    for body, day in ((COUNCIL, "2024-01-29"), (FINANCE, "2024-01-22")):
        nordlev.step(here, body, day)
    assert states(nordlev) == [(Done.NO_EVIDENCE, Gap.TO_COME)] * 2
    assert [stage.gap for stage in path(nordlev.corpus(), [here, agenda])][-1] is Gap.TO_COME
    nordlev.point("2024-03-05", "Noget tredje", "24/98", body=COUNCIL)
    assert states(nordlev)[0] == (Done.NO_EVIDENCE, Gap.NO_MINUTES)
