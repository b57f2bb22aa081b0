"""A small graph of two invented municipalities, written straight into a store: what the faces are tested on.

It follows ``graph/schema.toml`` and knows nothing of reading or loading, so that a fault there does not hide one here.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import Any

from graph.ids import case_number_id, party_id, person_id, topic_id
from graph.store import GraphStore

MINUTES = "a" * 64
NOTES = "b" * 64
HOSTILE = "<script>alert('æ')</script> & \"hegn\""
CASE = "nordlev.teknik-og-miljoeudvalget.2024-03-05.2"
SECOND = "nordlev.teknik-og-miljoeudvalget.2024-04-09.2"
COUNCIL = "nordlev.byraadet.2024-04-23.1"
CONTAINER = "nordlev.24-100"


@dataclass
class Sample:
    """Nodes and relations, gathered and then written in one transaction."""

    nodes: dict[str, list[dict[str, Any]]] = field(default_factory=lambda: defaultdict(list))
    relations: dict[tuple[str, str, str], list[dict[str, Any]]] = field(default_factory=lambda: defaultdict(list))
    evidence: int = 0

    def node(self, label: str, id_: str, /, **properties: Any) -> str:
        given = {key.rstrip("_"): value for key, value in properties.items() if value is not None}
        if not any(row["id"] == id_ for row in self.nodes[label]):
            self.nodes[label].append({"id": id_, "props": {"id": id_, **given}})
        return id_

    def link(self, start: str, from_: str, kind: str, end: str, to: str, /, **properties: Any) -> None:
        self.relations[start, kind, end].append({"from": from_, "to": to, "props": properties})

    def prove(self, label: str, id_: str, line: int, quote: str, about: str = "text", rule: str = "test") -> None:
        self.evidence += 1
        key = self.node(
            "Evidence", f"e{self.evidence}", document=MINUTES, page=1 + line // 40, line=line, start=line * 50,
            end=line * 50 + len(quote), quote=quote, rule=rule, confidence=0.95,
        )  # fmt: skip
        self.link(label, id_, "HAS_EVIDENCE", "Evidence", key, field=about)
        self.link("Evidence", key, "IN_DOCUMENT", "Document", MINUTES)

    def write(self, store: GraphStore) -> None:
        with store.transaction() as transaction:
            for label, rows in self.nodes.items():
                transaction.run_many(f"UNWIND $rows AS row WITH * CREATE (n:{label}) SET n += row.props", rows)
            for (start, kind, end), rows in self.relations.items():
                transaction.run_many(
                    f"UNWIND $rows AS row WITH * MATCH (a:{start} {{id: row.from}}) MATCH (b:{end} {{id: row.to}}) "
                    f"CREATE (a)-[r:{kind}]->(b) SET r += row.props",
                    rows,
                )

    def body(self, id_: str, name: str, municipality: str) -> None:
        self.node("Body", id_, name=name, aliases=[name])
        self.link("Municipality", municipality, "HAS_BODY", "Body", id_)

    def topic(self, item: str, number: str, line: int) -> None:
        parts = number.split(".")
        numbers = [".".join(parts[:length]) for length in (1, 2, 3)]
        for one, level in zip(numbers, ("main_group", "group", "subject"), strict=True):
            self.node("Topic", topic_id(one), number=one, level=level)
        for wider, narrower in pairwise(numbers):
            self.link("Topic", topic_id(wider), "HAS_SUBTOPIC", "Topic", topic_id(narrower))
        self.link("AgendaItem", item, "HAS_TOPIC", "Topic", topic_id(number))
        self.prove("AgendaItem", item, line, number, "topic")

    def meeting(self, body: str, day: str) -> str:
        key = self.node(
            "Meeting", f"{body}.{day}", date=date.fromisoformat(day), start_time="16:00", place="Mødelokale Å",
            status="held", leading_document=MINUTES,
        )  # fmt: skip
        self.link("Body", body, "HELD", "Meeting", key)
        self.link("Meeting", key, "DOCUMENTED_BY", "Document", MINUTES)
        self.prove("Meeting", key, 3, f"Mødedato {day}", "date")
        return key

    def item(self, meeting: str, number: int, title: str, case_number: str, *, kind: str = "decision", line: int = 10,
             text: tuple[str, ...] = (), closed: bool = False, municipality: str = "nordlev") -> str:  # fmt: skip
        lines = (f"{number}. {title}", f"Sagsnr. {case_number}", *text)
        key = self.node(
            "AgendaItem", f"{meeting}.{number}", number=str(number), ordinal=number, title=title, kind=kind,
            closed=closed, text="\n".join(lines), line_numbers=list(range(line, line + len(lines))),
            first_line=line, last_line=line + len(lines) - 1, first_page=1, last_page=1,
            date=date.fromisoformat(meeting.rsplit(".", 1)[1]),
        )  # fmt: skip
        self.link("Meeting", meeting, "HAS_ITEM", "AgendaItem", key)
        self.prove("AgendaItem", key, line, f"{number}. {title}", "title")
        slug = case_number_id(municipality, case_number)
        container = slug == CONTAINER
        self.node(
            "CaseNumber", slug, number=case_number, container=container,
            container_reason="4 af 5 punkter er faste punkter" if container else None,
        )  # fmt: skip
        self.link("AgendaItem", key, "HAS_NUMBER", "CaseNumber", slug, principal=True)
        return key

    def case(self, title: str, items: list[str], numbers: list[str], municipality: str, rule: str) -> None:
        days = sorted(date.fromisoformat(item.split(".")[2]) for item in items)
        self.node(
            "Case", items[0], title=title, numbers=numbers, first_date=days[0], last_date=days[-1],
            item_count=len(items), aliases=items, municipality=municipality,
        )  # fmt: skip
        for item in items:
            self.link("AgendaItem", item, "PART_OF_CASE", "Case", items[0], type=rule, rule=rule, confidence=1.0)
        for later in items[1:] if rule == "same_number" else ():
            key = self.node("Link", f"{later}.link-{rule}", type=rule, joins=True, rule=rule, confidence=1.0,
                            status="accepted", municipality=municipality)  # fmt: skip
            self.link("AgendaItem", later, "HAS_LINK", "Link", key)
            self.link("Link", key, "LINKS_TO", "AgendaItem", items[0])

    def part(self, item: str, relation: str, label: str, name: str, line: int, quote: str, /, **properties: Any) -> str:
        key = self.node(label, f"{item}.{name}", **properties)
        self.link("AgendaItem", item, relation, label, key)
        self.prove(label, key, line, quote)
        return key

    def mention(self, item: str, label: str, id_: str, surface: str, line: int) -> None:
        key = self.node(
            "Mention", f"{item}.mention-{label.lower()}-{id_}", kind=label.lower(), surface=surface, name=surface,
            where="Sagsresume", document=MINUTES, page=1, line=line, start=line * 50, end=line * 50 + len(surface),
            quote=surface, rule="test", confidence=0.9,
        )  # fmt: skip
        self.link("AgendaItem", item, "HAS_MENTION", "Mention", key)
        self.link("Mention", key, "RESOLVED_TO", label, id_)
        self.link("AgendaItem", item, "MENTIONS", label, id_, count=1)
        self.link("Mention", key, "IN_DOCUMENT", "Document", MINUTES)

    def amount(self, item: str, kroner: str, surface: str, line: int) -> None:
        key = self.node(
            "Mention", f"{item}.mention-money-{kroner}", kind="money", surface=surface, detail=kroner,
            where="Sagsresume", document=MINUTES, page=1, line=line, start=line * 50, end=line * 50 + len(surface),
            quote=surface, rule="test", confidence=0.9,
        )  # fmt: skip
        self.link("AgendaItem", item, "HAS_MENTION", "Mention", key)
        self.link("Mention", key, "IN_DOCUMENT", "Document", MINUTES)

    def ballot(self, vote: str, option: str, name: str | None, party: str, line: int) -> None:
        key = self.node(
            "Ballot", f"{vote}.{option}-{name or party}", option=option, name=name, party=party,
            party_surface=party[0], block=name is None,
        )  # fmt: skip
        self.link("Vote", vote, "HAS_BALLOT", "Ballot", key)
        group = self.node("Party", party_id("nordlev", party), name=party, letters=[party[0]])
        if name:
            self.link("Ballot", key, "CAST_FOR_PARTY", "Party", group)
            self.link("Ballot", key, "CAST_BY", "Person", person_id("nordlev", name))
        else:
            self.link("Ballot", key, "CAST_BY", "Party", group)
        self.prove("Ballot", key, line, f"{name or party} ({party[0]})")


def build() -> Sample:
    """The whole sample."""
    sample = Sample()
    sample.node("Document", MINUTES, name="referat-æøå.pdf", size=4096, media="application/pdf", kind="minutes",
                status="read", page_count=4, warnings=[], rank=2, extractor="0.1.0")  # fmt: skip
    sample.node("Document", NOTES, name="notat.txt", size=12, media="text/plain", kind="other", status="unparsed",
                warnings=["layout-unknown: Intet punkt fundet."], rank=2, text="Notat\nuden punkter <b>")  # fmt: skip
    for key, name in (("nordlev", "Nordlev Kommune"), ("soeby", "Søby Kommune")):
        sample.node("Municipality", key, name=name)
    sample.body("nordlev.teknik-og-miljoeudvalget", "Teknik- og Miljøudvalget", "nordlev")
    sample.body("nordlev.byraadet", "Byrådet", "nordlev")
    sample.body("soeby.teknik-og-miljoeudvalget", "Teknik- og Miljøudvalget", "soeby")
    for name in ("Åse Holm", "Bo Ærø", "Carl Øst", "Zita Lund", "Aage Dam"):
        sample.node("Person", person_id("nordlev", name), name=name)
    _entities(sample)
    _meetings(sample)
    _identity(sample)
    _conflicts(sample)
    return sample


def _entities(sample: Sample) -> None:
    sample.node("Law", "lov-om-offentlige-veje", title="Lov om offentlige veje", kind="statute",
                popular_names=["vejloven"])  # fmt: skip
    sample.node("Provision", "lov-om-offentlige-veje.p15-2", section="15", subsection="2", name="§ 15, stk. 2")
    sample.link("Law", "lov-om-offentlige-veje", "HAS_PROVISION", "Provision", "lov-om-offentlige-veje.p15-2")
    for key, name in (("cykelforum", "Cykelforum"), ("nordlev.cykelraadet-nord", "Cykelrådet Nord")):
        sample.node("Organisation", key, name=name, type="association", known=key == "cykelforum",
                    municipality=None if key == "cykelforum" else "nordlev")  # fmt: skip
    sample.node("Office", "nordlev.vej-og-park", name="Vej og Park")


def _meetings(sample: Sample) -> None:
    committee, council = "nordlev.teknik-og-miljoeudvalget", "nordlev.byraadet"
    march, april = sample.meeting(committee, "2024-03-05"), sample.meeting(committee, "2024-04-09")
    main, may = sample.meeting(council, "2024-04-23"), sample.meeting(committee, "2024-05-07")
    for meeting in (march, april):
        sample.item(meeting, 1, "Godkendelse af dagsorden", "24/100", kind="agenda-approval")
    first = sample.item(march, 2, "Cykelsti langs Åvej", "24/2210", line=20, text=("Sagsresume", "Der mangler en sti."))
    second = sample.item(april, 2, "Cykelsti langs Åvej", "24/2210", line=60,
                         text=("Sagsresume", "Vejloven § 15, stk. 2.", "• Cykelforum er hørt."))  # fmt: skip
    third = sample.item(main, 1, "Anlæg af cykelsti langs Åvej", "24/2210", line=90, text=("Byrådet stemte.",))
    hostile = sample.item(april, 3, HOSTILE, "24/300", line=75, text=(HOSTILE, "se javascript:alert(1)"))
    land = sample.item(april, 4, "Køb af areal", "24/100", closed=True, kind="closed", line=80)
    later = sample.item(
        may, 1, "Evaluering af cykelsti", "05.01.06-P20-4-24", line=100, text=("Jf. punkt 2 den 9. april 2024",)
    )
    harbour = sample.item(sample.meeting("soeby.teknik-og-miljoeudvalget", "2024-03-12"), 1, "Havneplan", "24/2210",
                          line=120, municipality="soeby")  # fmt: skip
    sample.case("Cykelsti langs Åvej", [first, second, third], ["24/2210"], "nordlev", "same_number")
    sample.case(HOSTILE, [hostile], ["24/300"], "nordlev", "alone")
    sample.case("Køb af areal", [land], [], "nordlev", "alone")
    sample.case("Evaluering af cykelsti", [later], ["05.01.06-P20-4-24"], "nordlev", "alone")
    sample.case("Havneplan", [harbour], ["24/2210"], "soeby", "alone")
    sample.topic(later, "05.01.06", 101)
    _parts(sample, first, second, third, later)
    _attendance(sample, march, april, second)


def _parts(sample: Sample, first: str, second: str, third: str, later: str) -> None:
    sample.part(first, "HAS_RECOMMENDATION", "Recommendation", "recommendation-1", 22, "at stien anlægges", ordinal=1,
                text="at stien anlægges", proposer="Vej og Park")  # fmt: skip
    decision(sample, first, 1, "nordlev.teknik-og-miljoeudvalget", "2024-03-05", "Udsat.", ["deferred"], 25)
    sample.part(first, "HAS_FOLLOW_UP", "FollowUp", "follow-up-1", 26, "vender tilbage i april",
                kind="administration_promise", text="Forvaltningen vender tilbage.", due="2024-04")  # fmt: skip
    sample.part(first, "HAS_ATTACHMENT", "Attachment", "attachment-1", 27, "Kort over Åvej", ordinal=1,
                title="Kort over Åvej & omegn")  # fmt: skip
    step = sample.part(first, "HAS_STEP", "ProcedureStep", "step-1", 28, "Byrådet 23. april", ordinal=1,
                       date=date(2024, 4, 23))  # fmt: skip
    sample.link("ProcedureStep", step, "PLANNED_IN", "Body", "nordlev.byraadet")
    made = decision(sample, second, 1, "nordlev.teknik-og-miljoeudvalget", "2024-04-09",
                    "Indstillingen blev godkendt.", ["approved", "recommended"], 65,
                    relation="as_recommended")  # fmt: skip
    _vote(sample, made)
    decision(sample, third, 1, "nordlev.teknik-og-miljoeudvalget", "2024-04-09", "Anbefales.", ["recommended"], 92)
    own = decision(sample, third, 2, "nordlev.byraadet", "2024-04-23", "Godkendt.", ["approved"], 94, own=True)
    block = sample.node("Vote", f"{own}.vote-1", ordinal=1, result="approved", counts_printed=False)
    sample.link("Decision", own, "HAS_VOTE", "Vote", block)
    sample.prove("Vote", block, 95, "For stemte V")
    told = sample.node("Explanation", f"{block}.explanation-1", text="Stien er trafiksikker.", persons=[],
                       parties=["Venstre"])  # fmt: skip
    sample.link("Vote", block, "HAS_EXPLANATION", "Explanation", told)
    sample.link("Explanation", told, "GIVEN_BY", "Party", party_id("nordlev", "Venstre"))
    sample.prove("Explanation", told, 96, "Stien er trafiksikker.")
    sample.ballot(block, "for", None, "Venstre", 95)
    sample.mention(second, "Law", "lov-om-offentlige-veje", "Vejloven", 63)
    sample.mention(second, "Provision", "lov-om-offentlige-veje.p15-2", "Vejloven § 15, stk. 2", 63)
    sample.mention(second, "Organisation", "cykelforum", "Cykelforum", 64)
    sample.mention(second, "Person", "nordlev.bo-aeroe", "Bo Ærø", 64)
    sample.node("Plan", "nordlev.lokalplan-4-21", name="Lokalplan 4.21", kind="lokalplan", number="4.21", area="Åvej")
    sample.mention(second, "Plan", "nordlev.lokalplan-4-21", "Lokalplan 4.21", 64)
    sample.amount(second, "1410000", "1,41 mio. kr.", 64)
    reference = sample.part(later, "HAS_REFERENCE", "Reference", "reference-1", 102, "punkt 2 den 9. april 2024",
                            surface="punkt 2 den 9. april 2024", date="2024-04-09", item_number="2")  # fmt: skip
    link = sample.node("Link", f"{later}.link-1", type="stated_reference", joins=False, rule="date_and_number",
                       confidence=0.98, status="accepted", municipality="nordlev")  # fmt: skip
    sample.link("AgendaItem", later, "HAS_LINK", "Link", link)
    sample.link("Link", link, "LINKS_TO", "AgendaItem", second)
    sample.link("Link", link, "STATED_BY", "Reference", reference)
    sample.part(later, "HAS_FOLLOW_UP", "FollowUp", "follow-up-1", 104, "ønsker en status om et halvt år",
                kind="committee_request", text="Udvalget ønsker en status om et halvt år.")  # fmt: skip
    for ordinal, day in ((1, date(2024, 2, 6)), (2, date(2024, 5, 28))):
        step = sample.part(later, "HAS_STEP", "ProcedureStep", f"step-{ordinal}", 104 + ordinal, f"Byrådet {day}",
                           ordinal=ordinal, date=day)  # fmt: skip
        sample.link("ProcedureStep", step, "PLANNED_IN", "Body", "nordlev.byraadet")
    rename = sample.part(later, "STATES_RENAME", "Rename", "rename-1", 103, "Cykelrådet Nord, nu Cykelforum",
                         old="Cykelrådet Nord", new="Cykelforum", date="2024-05")  # fmt: skip
    sample.link("Rename", rename, "OLD_NAME", "Organisation", "nordlev.cykelraadet-nord")
    sample.link("Rename", rename, "NEW_NAME", "Organisation", "cykelforum")


def decision(sample: Sample, item: str, ordinal: int, body: str, day: str, text: str, outcomes: list[str], line: int,
             own: bool | None = None, relation: str = "none_printed") -> str:  # fmt: skip
    held_here = item.startswith(body) if own is None else own
    key = sample.part(item, "HAS_DECISION", "Decision", f"decision-{ordinal}", line, text, ordinal=ordinal,
                      date=date.fromisoformat(day), text=text, outcomes=outcomes, own=held_here,
                      released=True, relation_to_recommendation=relation)  # fmt: skip
    sample.link("Decision", key, "MADE_BY", "Body", body)
    return key


def _vote(sample: Sample, made: str) -> None:
    vote = sample.node("Vote", f"{made}.vote-1", ordinal=1, motion="At stien anlægges i år", result="approved",
                       result_text="Forslaget blev vedtaget.", count_for=2, count_against=1,
                       counts_printed=True)  # fmt: skip
    sample.link("Decision", made, "HAS_VOTE", "Vote", vote)
    sample.link("Vote", vote, "MOVED_BY", "Person", "nordlev.aase-holm")
    sample.prove("Vote", vote, 66, "Åse Holm bad om afstemning", "motion")
    for option, name, party in (("for", "Åse Holm", "Venstre"), ("for", "Bo Ærø", "Ådalslisten"),
                                ("against", "Carl Øst", "Radikale")):  # fmt: skip
        sample.ballot(vote, option, name, party, 67)
    why = sample.node("Explanation", f"{vote}.explanation-1", text="Det er for dyrt.", persons=["Carl Øst"])
    sample.link("Vote", vote, "HAS_EXPLANATION", "Explanation", why)
    sample.link("Explanation", why, "GIVEN_BY", "Person", "nordlev.carl-oest")
    sample.prove("Explanation", why, 68, "Det er for dyrt.")
    referral = sample.node("Referral", f"{vote}.referral-1", text="Carl Øst bragte sagen for Byrådet.", by="Carl Øst",
                           to="Byrådet", law="Lov om kommunernes styrelse", section="23")  # fmt: skip
    sample.link("Vote", vote, "HAS_REFERRAL", "Referral", referral)
    sample.link("Referral", referral, "REFERRED_TO", "Body", "nordlev.byraadet")
    sample.link("Referral", referral, "REFERRED_BY", "Person", "nordlev.carl-oest")
    sample.prove("Referral", referral, 69, "bragte sagen for Byrådet")


def _attendance(sample: Sample, march: str, april: str, second: str) -> None:
    for meeting in (march, april):
        for name in ("Åse Holm", "Bo Ærø", "Carl Øst", "Zita Lund"):
            person = person_id("nordlev", name)
            status = "absent" if name == "Zita Lund" else "present"
            key = sample.node("Attendance", f"{meeting}.attendance-{person}", name=name, status=status, kind="member",
                              scope="meeting", party_surface="V", rank="formand" if "Å" in name else None)  # fmt: skip
            sample.link("Person", person, "HAS_ATTENDANCE", "Attendance", key)
            sample.link("Attendance", key, "AT_MEETING", "Meeting", meeting)
            sample.prove("Attendance", key, 5, name)
    key = sample.node("Attendance", f"{second}.absence-aage-dam", name="Aage Dam", status="disqualified", kind="member",
                      scope="item")  # fmt: skip
    sample.link("Person", "nordlev.aage-dam", "HAS_ATTENDANCE", "Attendance", key)
    sample.link("Attendance", key, "AT_ITEM", "AgendaItem", second)
    sample.prove("Attendance", key, 70, "Aage Dam (inhabil)")


def _identity(sample: Sample) -> None:
    """Merged and unsure names, seats, a body that changed its name."""
    committee, old = "nordlev.teknik-og-miljoeudvalget", "nordlev.miljoeudvalget"
    sample.body(old, "Miljøudvalget", "nordlev")
    sample.node("Person", "nordlev.aase-holm-lind", name="Åse Holm Lind")
    for label, id_ in (("Person", "nordlev.carl-oest"), ("Body", committee), ("Organisation", "cykelforum"),
                       ("Law", "lov-om-offentlige-veje")):  # fmt: skip
        (row,) = [row for row in sample.nodes[label] if row["id"] == id_]
        row["props"] |= {"aliases": [f"{id_} i daglig tale"], "merged": [f"{id_}-b"]}
        judged = sample.node("Judgement", f"{id_}.judgement-b", kind=label, left=id_, right=f"{id_}-b", verdict="same",
                             author="Ida Bro", confidence=1.0, reason="said", status="holds")  # fmt: skip
        sample.link("Judgement", judged, "ABOUT", label, id_)
    unsure = sample.node("Judgement", "nordlev.aase-holm.judgement-lind", kind="Person", left="nordlev.aase-holm",
                         right="nordlev.aase-holm-lind", verdict="unsure", author="rule", rule="fewer-names",
                         confidence=0.4, reason="too-little", status="holds")  # fmt: skip
    for id_ in ("nordlev.aase-holm", "nordlev.aase-holm-lind"):
        sample.link("Judgement", unsure, "ABOUT", "Person", id_)
    for name, kind, last in (("Åse Holm", "member", 9), ("Carl Øst", "substitute", 5)):
        sample.link("Person", person_id("nordlev", name), "MEMBER_OF", "Body", committee, kind=kind,
                    first=date(2024, 3, 5), last=date(2024, 4, last), meetings=2,
                    ranks=["2024-03-05/2024-04-09 formand"],
                    parties=["2024-03-05/2024-03-05 Venstre", "2024-04-09/2024-04-09 Cykellisten"])  # fmt: skip
    rename = sample.part(SECOND, "STATES_RENAME", "Rename", "rename-1", 64, "Miljøudvalget er lagt sammen",
                         kind="merged_body", old="Miljøudvalget", new="Teknik- og Miljøudvalget",
                         date="2024-03-20")  # fmt: skip
    sample.link("Rename", rename, "OLD_NAME", "Body", old)
    sample.link("Rename", rename, "NEW_NAME", "Body", committee)
    lacking = sample.node("Meeting", f"{committee}.2024-02-06", date=date(2024, 2, 6), status="referenced", matters=2)
    sample.link("Body", committee, "LACKS_MINUTES_OF", "Meeting", lacking)


def _conflicts(sample: Sample) -> None:
    """What is said in two ways, and what a person has corrected."""
    for item, kind, subject, one, other in (
        (SECOND, "tally-names", "1 for", "3", "2: Åse Holm, Bo Ærø"),
        (SECOND, "meeting-dates", "Teknik- og Miljøudvalget", "2024-04-09", "2024-04-10"),
        (COUNCIL, "decision-retold", "outcomes", "approved", "rejected"),
        (COUNCIL, "reference-target", SECOND, "jf. punkt 2", HOSTILE),
        ("soeby.teknik-og-miljoeudvalget.2024-03-05.1", "decision-twice", "Udvalget", "approved", "deferred"),
    ):
        if any(row["id"] == item for row in sample.nodes["AgendaItem"]):
            key = sample.node("Conflict", f"{item}.conflict-{kind}", kind=kind, subject=subject, statement_a=one,
                              statement_b=other, status="open")  # fmt: skip
            sample.link("AgendaItem", item, "HAS_CONFLICT", "Conflict", key)
            sample.prove("Conflict", key, 66, one, "statement_a")
            sample.prove("Conflict", key, 67, other, "statement_b")
    for fact, read, value in ((f"{SECOND}.decision-1", "deferred", "approved"), (f"{SECOND}.vote-9", None, None)):
        key = sample.node("Correction", f"{fact}.correction-outcomes", fact=fact, field="outcomes", read=read,
                          value=value, by="Ida Bro", date="2026-11-21", why="Læst forkert.",
                          status="applied")  # fmt: skip
        sample.link("Meeting", SECOND.rpartition(".")[0], "HAS_CORRECTION", "Correction", key)
