from __future__ import annotations

from bench.threads.gold import Printed, Standing
from bench.threads.measuring import Answer, find_answers, is_clean, reliability, score
from graph.threads.links import Link, LinkStatus, LinkType
from tests.graph.threads.town import START, reference, town

TARGET = "nordlev.byraadet.2023-04-03.3"
SAID = "Byrådet vedtog den 3. april 2023 (pkt. 3) lokalplanen."


def printed(sentence: str = SAID, standing: Standing = Standing.HERE) -> Printed:
    return Printed(START, sentence, "2023-04-03", "3", standing, TARGET)


def link(end: str | None, confidence: float = 0.9, status: LinkStatus = LinkStatus.ACCEPTED) -> Link:
    return Link(LinkType.DATE_REFERENCE, START, end, "date_and_likeness", confidence, status, via=f"{START}.r")


def test_pairs_of_sentence_and_target_count_once() -> None:
    right, wrong = Answer(printed(), link(TARGET)), Answer(printed("Andet."), link("andet"))
    found = score([right, right, wrong, Answer(printed("Tredje."), None)], is_clean)
    assert (found.printed, found.found, found.right) == (3, 2, 1)
    assert (found.precision, found.recall) == (1 / 2, 1 / 3)


def test_possible_links_are_no_answer_and_misprints_are_not_clean() -> None:
    possible = Answer(printed(), link(TARGET, 0.6, LinkStatus.POSSIBLE))
    assert possible.end is None
    assert score([Answer(printed(standing=Standing.MISPRINT), link("andet"))], is_clean).printed == 0


def test_an_answer_is_the_link_of_the_sentence_that_is_most_alike() -> None:
    corpus = town(
        reference("2023-04-03", sentence="Byrådet hævede den 3. april 2023 taksterne.", key="other"),
        reference("2023-04-03", sentence="Byrådet vedtog den 3. april 2023 lokalplanen."),
    )
    [answer] = find_answers(corpus, [link(TARGET)], [printed()])
    assert answer.end == TARGET


def test_what_confidence_promises_is_compared_with_what_it_keeps() -> None:
    answers = [Answer(printed(f"Sætning {index}."), link(TARGET if index else "andet", 0.92)) for index in range(4)]
    [found] = reliability(answers)
    assert (found.low, found.high, found.count, found.kept) == (0.9, 0.95, 4, 0.75)
