import pytest

from extract.records import AttendanceStatus, AttendeeKind, ItemRecord, MeetingRecord
from tests.extract.grammar.minutes import item_of, meeting_of

HEAD = "REFERAT Kulturudvalget d. 12-03-2024\n\nMødedato Tirsdag d. 12. marts 2024 kl. 16:00\n\nMødested Lokale 2\n\n"


def absences(item: ItemRecord) -> list[tuple[str, str, str]]:
    return [(one.name, str(one.status), one.scope) for one in item.absences]


def people(record: MeetingRecord, status: AttendanceStatus) -> list[str]:
    return [one.name for one in record.attendees if one.status is status]


def meeting(attendees: str, *points: str) -> MeetingRecord:
    numbered = [f"Punkt {number}: Sag {number}\n\n24/{number}\n\n{point}" for number, point in enumerate(points, 1)]
    return meeting_of(HEAD + attendees + "\n\n" + "\n\n".join(numbered))


def test_block_after_the_decision_and_foot_of_the_point() -> None:
    item = item_of(
        "Beslutning",
        "Godkendt.",
        "Fraværende:",
        "Anna Berg",
        "Bo Dahl",
        "Bilag",
        "Kort",
        "Fraværende Anna Berg, Bo Dahl",
    )
    assert absences(item) == [
        ("Anna Berg", "absent", "decision"),
        ("Bo Dahl", "absent", "decision"),
        ("Anna Berg", "absent", "item"),
        ("Bo Dahl", "absent", "item"),
    ]
    assert [section.name for section in item.sections] == ["Beslutning", "Fraværende", "Bilag"]
    assert [attachment.title for attachment in item.attachments] == ["Kort"]
    assert item.decisions[0].text == "Godkendt."


@pytest.mark.parametrize(
    "line",
    [
        "Fraværende: Anna Berg",
        "Afbud: Anna Berg",
        "Ikke til stede: Anna Berg (V).",
        "Afbud fra Anna Berg (V)",
        "Anna Berg (V) var fraværende.",
        "Deltog ikke: Anna Berg (V)",
        "Ikke mødt: Anna Berg (V)",
        "Fraværende: Anna Berg (V) - Ida Lund (V) mødte som stedfortræder.",
    ],
)
def test_run_in_blocks(line: str) -> None:
    item = item_of("Beslutning", "Godkendt.", line)
    assert absences(item) == [("Anna Berg", "absent", "decision")]
    assert item.decisions[0].text == "Godkendt."


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Byrådet erklærede Anna Berg (A) for inhabil i sagen.", "disqualified"),
        ("Anna Berg (A) var inhabil og forlod lokalet.", "disqualified"),
        ("Anna Berg deltog ikke i sagens behandling på grund af inhabilitet.", "disqualified"),
        ("Anna Berg deltog ikke i sagens behandling.", "absent"),
        ("Anna Berg deltog ikke.", "absent"),
        ("Anna Berg (A) er medlem af værkets bestyrelse og deltog ikke i sagens behandling.", "absent"),
        ("Anna Berg (A) er ansat på skolen og forlod lokalet som inhabil.", "disqualified"),
        ("Udvalget erklærede, at Anna Berg (A) ikke kan deltage i sagens behandling.", "disqualified"),
        ("Udvalget vurderede, at Anna Berg (A) er inhabil.", "disqualified"),
        ("Inhabil: Anna Berg (A)", "disqualified"),
        ("Anna Berg (A) forlod mødet kl. 17.30.", "left"),
        ("Anna Berg (A) ankom kl. 17.30.", "arrived"),
    ],
)
def test_movements(sentence: str, status: str) -> None:
    assert ("Anna Berg", status, "decision") in absences(item_of("Beslutning", f"Godkendt.\n\n{sentence}"))


@pytest.mark.parametrize(
    "sentence",
    [
        "Anna Berg (A) spurgte, om hun var inhabil.",
        "Anna Berg (A) er medlem af bestyrelsen, men ikke inhabil.",
        "Ingen var inhabil.",
        "Fraværende: Ingen",
    ],
)
def test_nobody(sentence: str) -> None:
    assert absences(item_of("Beslutning", f"Godkendt.\n\n{sentence}")) == []


def test_absentees_of_a_quoted_decision_are_not_of_this_meeting() -> None:
    item = item_of(
        "Beslutning i Havneudvalget den 01-03-2024", "Anbefales.\n\nFraværende: Ole Lund", "Beslutning", "Godkendt."
    )
    assert absences(item) == []
    assert [decision.text for decision in item.decisions] == ["Anbefales.", "Godkendt."]


def test_a_mark_on_the_list_holds_if_every_point_agrees() -> None:
    record = meeting(
        "Mødedeltagere Anna Berg (Fravær), Bo Dahl (Fravær), Carl Egø",
        "Beslutning\n\nGodkendt.\n\nFraværende Anna Berg, Bo Dahl",
        "Beslutning\n\nGodkendt.\n\nFraværende Anna Berg",
    )
    assert people(record, AttendanceStatus.ABSENT) == ["Anna Berg"]
    assert people(record, AttendanceStatus.PRESENT) == ["Bo Dahl", "Carl Egø"]


def test_letters_ranks_and_substitutes() -> None:
    record = meeting(
        "Medlemmer: Anna Berg (A), formand, Bo Dahl (V), Ida Lund (C) i stedet for Carl Egø (C)\nAfbud: Carl Egø (C)\nFra administrationen: Direktør Per Vang",  # noqa: E501
        "Beslutning\n\nGodkendt.",
    )
    assert [(one.name, one.party_surface, one.rank, str(one.status)) for one in record.attendees] == [
        ("Anna Berg", "A", "formand", "present"),
        ("Bo Dahl", "V", None, "present"),
        ("Ida Lund", "C", None, "present"),
        ("Carl Egø", "C", None, "absent"),
        ("Per Vang", None, "direktør", "present"),
    ]
    assert [one.kind for one in record.attendees][2:] == [
        AttendeeKind.SUBSTITUTE,
        AttendeeKind.MEMBER,
        AttendeeKind.OFFICIAL,
    ]
    assert record.attendees[2].substitute_for == "Carl Egø"


def test_absent_from_some_points_by_the_header() -> None:
    record = meeting("Medlemmer: Anna Berg, Bo Dahl\nFraværende: Bo Dahl, punkt 1-2", *["Beslutning\n\nGodkendt."] * 3)
    assert people(record, AttendanceStatus.PRESENT) == ["Anna Berg", "Bo Dahl"]
    assert [absences(item) for item in record.items] == [[("Bo Dahl", "absent", "header")]] * 2 + [[]]


def test_a_roll_call_in_columns() -> None:
    item = item_of("Beslutning", "Godkendt.", "Til stede:\tFraværende:\nAnna Berg\tBo Dahl\nCarl Egø\tDorte Frank")
    assert absences(item) == [("Bo Dahl", "absent", "item"), ("Dorte Frank", "absent", "item")]
    assert item.decisions[0].text == "Godkendt."


def test_who_left_or_came_is_away_from_whole_points_only() -> None:
    record = meeting(
        "Medlemmer: Anna Berg (A), Bo Dahl (V), Carl Egø (C)\n"
        "Anna Berg (A) gik kl. 17.30 efter punkt 1.\nBo Dahl (V) ankom kl. 16.30 under punkt 2.",
        *["Beslutning\n\nGodkendt."] * 3,
    )
    assert people(record, AttendanceStatus.PRESENT) == ["Anna Berg", "Bo Dahl", "Carl Egø"]
    assert [absences(item) for item in record.items] == [
        [("Bo Dahl", "absent", "header")],
        [("Anna Berg", "absent", "header")],
        [("Anna Berg", "absent", "header")],
    ]


def test_whom_somebody_sat_for_was_away() -> None:
    record = meeting(
        "Medlemmer: Anna Berg (A), Bo Dahl (V)\nAnna Berg (A) deltog som stedfortræder for Bo Dahl (V).",
        "Beslutning\n\nGodkendt.",
    )
    assert people(record, AttendanceStatus.ABSENT) == ["Bo Dahl"]
    assert record.attendees[0].kind is AttendeeKind.SUBSTITUTE


def test_who_sat_for_somebody_under_the_absentees_was_there() -> None:
    record = meeting(
        "Medlemmer: Anna Berg (A)\nAfbud: Bo Dahl (V)\nIda Lund (V) deltog i stedet for Bo Dahl (V)",
        "Beslutning\n\nGodkendt.",
    )
    assert people(record, AttendanceStatus.PRESENT) == ["Anna Berg", "Ida Lund"]


@pytest.mark.parametrize("words", ["Alle var mødt bortset fra Bo Dahl (V)", "Samtlige medlemmer undtagen Bo Dahl (V)"])
def test_all_but_one(words: str) -> None:
    record = meeting(f"Til stede: {words}", "Beslutning\n\nGodkendt.")
    assert (people(record, AttendanceStatus.ABSENT), people(record, AttendanceStatus.PRESENT)) == (["Bo Dahl"], [])


def test_names_under_a_title_are_absent_where_the_header_agrees() -> None:
    head = "Til stede: Anna Berg (A), Carl Egø (C)\nIkke til stede: Bo Dahl (V)"
    record = meeting(head, "Bo Dahl (V)\n\nBeslutning\n\nGodkendt.", "Anna Berg (A)\n\nBeslutning\n\nGodkendt.")
    assert [absences(item) for item in record.items] == [[("Bo Dahl", "absent", "item")], []]


def test_lists_by_party_and_reasons() -> None:
    record = meeting(
        "Til stede var:\nSocialdemokratiet (A): Anna Berg (formand), Nina Dam\nFraværende:\nBo Dahl, V (ferie)",
        "Beslutning\n\nGodkendt.",
    )
    assert [(one.name, one.party_surface, str(one.status)) for one in record.attendees] == [
        ("Anna Berg", "A", "present"),
        ("Nina Dam", "A", "present"),
        ("Bo Dahl", "V", "absent"),
    ]


def test_officials_within_a_list_of_members() -> None:
    record = meeting(
        "Medlemmer\nFormand\nAnna Berg (A)\nFra administrationen deltog direktør Per Vang og chef Ida Lund.",
        "Beslutning\n\nGodkendt.",
    )
    assert [(one.name, str(one.kind)) for one in record.attendees] == [
        ("Anna Berg", "member"),
        ("Per Vang", "official"),
        ("Ida Lund", "official"),
    ]


def away(record: MeetingRecord) -> list[list[tuple[str, str, str]]]:
    return [absences(item) for item in record.items]


MEMBERS = "Medlemmer: Anna Berg (A), Bo Dahl (V)\n\n"
DECIDED = ("Beslutning\n\nGodkendt.",) * 3


@pytest.mark.parametrize(
    ("remark", "status", "points"),
    [
        ("Bo Dahl (V) var ikke til stede under pkt. 1 og 3.", "absent", (1, 3)),
        ("Bo Dahl var fraværende ved punkt 1-2.", "absent", (1, 2)),
        ("Bo Dahl (V) var inhabil i punkt 2.", "disqualified", (2,)),
        ("Bo Dahl (V) var inhabil og forlod salen under punkt 2.", "disqualified", (2,)),
        ("Bemærkninger: Bo Dahl (V) mødte kl. 18.25 efter punkt 2.", "absent", (1, 2)),
        ("Bo Dahl (V) ankom kl. 18.25 og deltog fra og med dagsordenspunkt 3.", "absent", (1, 2)),
        ("Bo Dahl (V) forlod mødet kl. 16.40 og deltog ikke i pkt. 2-3.", "absent", (2, 3)),
        ("Anna Berg deltog fra punkt 3. Bo Dahl gik kl. 12.10, inden punkt 2.", "absent", (2, 3)),
    ],
)
def test_points_missed_by_a_remark_of_the_header(remark: str, status: str, points: tuple[int, ...]) -> None:
    record = meeting(MEMBERS + remark, *DECIDED)
    missed = [("Bo Dahl", status, "header")]
    found = [[one for one in point if one[0] == "Bo Dahl"] for point in away(record)]
    assert found == [missed if number in points else [] for number in (1, 2, 3)]


def test_whom_somebody_sat_for_beside_the_absentees_of_a_decision() -> None:
    item = item_of(
        "Beslutning", "Godkendt.", "Fraværende: Anna Berg og Bo Dahl. Ida Lund deltog i stedet for Carl Egø."
    )
    assert [name for name, _, _ in absences(item)] == ["Anna Berg", "Bo Dahl", "Carl Egø"]


def test_list_of_a_party_that_is_not_known_by_its_letters() -> None:
    record = meeting("Til stede var:\nMiljøholdet (M): Anna Berg", "Beslutning\n\nGodkendt.")
    assert [(one.name, one.party_surface) for one in record.attendees] == [("Anna Berg", "M")]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Ikke til stede ved punktet: Anna Berg", ["Anna Berg"]),
        ("Fraværende til punktet: Anna Berg og Bo Dahl", ["Anna Berg", "Bo Dahl"]),
        ("Fravær under sagen: Anna Berg (V)", ["Anna Berg"]),
        ("Deltog i punktet: 3 af 4. Fravær: Anna Berg (V)", ["Anna Berg"]),
        ("Deltog i punktet: 4 af 4.", []),
        ("Til stede: alle undtagen Anna Berg og Bo Dahl.", ["Anna Berg", "Bo Dahl"]),
        ("Til stede ved punktet: alle.", []),
    ],
)
def test_line_of_who_was_there_at_a_point_is_none_of_its_decision(line: str, names: list[str]) -> None:
    item = item_of(f"Beslutning\n\nGodkendt.\n\n{line}")
    assert [name for name, _, _ in absences(item)] == names
    assert [one.text for one in item.decisions] == ["Godkendt."]


def test_who_is_called_in_is_there() -> None:
    record = meeting("Medlemmer: Anna Berg (A)\nAfbud: Bo Dahl (V)\nIda Lund er indkaldt som stedfortræder.", *DECIDED)
    assert [(one.name, str(one.status), str(one.kind)) for one in record.attendees] == [
        ("Anna Berg", "present", "member"),
        ("Bo Dahl", "absent", "member"),
        ("Ida Lund", "present", "substitute"),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        "Alle 9 medlemmer af Byrådet var til stede med følgende undtagelser:\nAnna Berg (V)\nBo Dahl (A)",
        "Alle 9 medlemmer var til stede med følgende undtagelser:\nAnna Berg (V) havde meldt afbud.\n"
        "Bo Dahl (A)\nFra Rådets afdelinger deltog chef Per Vang.",
        "Til stede: Alle 9 medlemmer med undtagelse af Anna Berg (V) og Bo Dahl (A)",
        "Samtlige medlemmer var mødt undtagen Anna Berg (V) og Bo Dahl (A)",
    ],
)
def test_everybody_but_those_named(lines: str) -> None:
    found = [(one.name, one.party_surface, str(one.status)) for one in meeting(lines, *DECIDED).attendees]
    found = [one for one in found if one[0] != "Per Vang"]
    assert found == [("Anna Berg", "V", "absent"), ("Bo Dahl", "A", "absent")]


def _minutes_of(*points: str) -> MeetingRecord:
    head = "Nordlev Kommune\n\nREFERAT Byrådet d. 12-03-2024\n\nMødedato Tirsdag d. 12. marts 2024 kl. 16:00\n\nMødedeltagere Anna Berg, Bo Dahl\n\n"  # noqa: E501
    told = (f"{number}. Sag om {number}\n\nSagsnr.: 24/{number}\n\n{one}" for number, one in enumerate(points, 7))
    return meeting_of(head + "\n\n".join(told))


def _away(record: MeetingRecord) -> list[list[str]]:
    return [[one.name for one in item.absences] for item in record.items]


def test_the_last_line_of_a_point_over_its_attachments() -> None:
    point = "Beslutning\n\nGodkendt.\n\nTidsplan\n\nDet sker i maj.\n\nFraværende: Bo Dahl (A)\n\nBilag\n\nKort"
    record = _minutes_of(point, "Beslutning\n\nDrøftet.")
    assert _away(record) == [["Bo Dahl"], []]
    assert [one.title for one in record.items[0].attachments] == ["Kort"]


def test_the_last_line_under_a_quoted_decision_is_theirs_unless_the_points_around_say_so_too() -> None:
    plain = "Beslutning\n\nGodkendt.\n\nFraværende: Bo Dahl (A)"
    quoted = "Beslutning\n\nGodkendt.\n\nSagens forløb\n\n01-03-2024 Teknisk Udvalg\n\nAnbefales.\n\nFraværende: "
    assert _away(_minutes_of(plain, quoted + "Bo Dahl (A)")) == [["Bo Dahl"], ["Bo Dahl"]]
    assert _away(_minutes_of(quoted + "Bo Dahl (A)", quoted + "Bo Dahl (A)", plain))[0] == ["Bo Dahl"]
    assert _away(_minutes_of(plain, quoted + "Carl Egø (A)")) == [["Bo Dahl"], []]
    assert _away(_minutes_of("Beslutning\n\nGodkendt.", quoted + "Bo Dahl (A)")) == [[], []]


def test_who_has_left_is_away_from_the_points_that_follow() -> None:
    gone = "Beslutning\n\nGodkendt.\n\nBo Dahl (A) forlod mødet kl. 18.10."
    plain = "Beslutning\n\nGodkendt."
    record = _minutes_of(plain, gone, plain, "Beslutning\n\nGodkendt.\n\nBo Dahl (A) ankom til mødet.", plain)
    told = [[(one.name, one.status) for one in item.absences] for item in record.items]
    assert told == [
        [],
        [("Bo Dahl", AttendanceStatus.LEFT)],
        [("Bo Dahl", AttendanceStatus.ABSENT)],
        [("Bo Dahl", AttendanceStatus.ARRIVED)],
        [],
    ]


def test_who_has_left_for_one_matter_or_votes_later_is_not_away() -> None:
    plain = "Beslutning\n\nGodkendt."
    for words in (
        "Bo Dahl (A) var inhabil og forlod mødet kl. 18.10.",
        "Bo Dahl (A) forlod lokalet under behandlingen.",
        "Bo Dahl (A) forlod mødet.",
        "Bo Dahl (A) forlod mødet kl. 18.10 og kom tilbage.",
    ):
        assert _away(_minutes_of(f"{plain}\n\n{words}", plain))[1] == []
    votes = "Beslutning\n\nGodkendt.\n\nImod stemte: Bo Dahl (A)"
    assert _away(_minutes_of(f"{plain}\n\nBo Dahl (A) gik kl. 18.10.", plain, votes))[1:] == [[], []]


ROLL = "Anna Berg (A)\nBo Dahl (V)\nCarla Eng (F)"


@pytest.mark.parametrize(
    "over",
    [
        "Ansøgere til puljen",
        "Følgende har søgt orlov:",
        "Indstillede kandidater til Folkeoplysningsudvalget",
        "Ikke til stede var følgende medlemmer i denne række",
    ],
)
def test_a_list_under_other_words_is_none_of_members(over: str) -> None:
    assert meeting_of(f"{HEAD}{over}\n\n{ROLL}\n\nPunkt 1: Sag\n\nBeslutning\n\nGodkendt.").attendees == ()


def test_after_a_list_without_label_nobody_else_is_a_member() -> None:
    record = meeting_of(f"{HEAD}{ROLL}\nIda Juhl\nKarl Lund, direktør\n\nPunkt 1: Sag\n\nBeslutning\n\nGodkendt.")
    assert people(record, AttendanceStatus.PRESENT) == ["Anna Berg", "Bo Dahl", "Carla Eng"]


@pytest.mark.parametrize("when", ["fra kl. 17.30", "indtil kl. 17", "under punkt 3", "før pausen"])
def test_who_was_away_for_a_while_was_there(when: str) -> None:
    record = meeting(f"Medlemmer\nAnna Berg (A)\nBo Dahl (V) var fraværende {when}", *DECIDED)
    assert people(record, AttendanceStatus.ABSENT) == []


def test_a_line_that_goes_on_over_the_gap_of_columns_is_of_neither() -> None:
    lines = (
        "Deltagere            Afbud",
        "Carla Eng (F)        Dan Friis (O)",
        "Anna Berg Christensen-Holm (A) Bo Dahl (V)",
    )
    record = meeting("\n".join(lines), *DECIDED)
    assert people(record, AttendanceStatus.PRESENT) == ["Carla Eng"]
    assert people(record, AttendanceStatus.ABSENT) == ["Dan Friis"]


def test_of_three_columns_nothing_is_taken() -> None:
    lines = (
        "Deltagere            Afbud              Administrationen",
        "Anna Berg (A)        Bo Dahl (V)        Ida Juhl",
        "Carla Eng (F)                           Karl Lund, direktør",
    )
    assert meeting("\n".join(lines), *DECIDED).attendees == ()
