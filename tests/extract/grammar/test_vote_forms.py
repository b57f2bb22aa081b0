"""One point decided in many words: who voted how, and where nobody is said to have voted."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.grammar import parse
from extract.reading import read
from extract.records import BallotOption

MEMBERS = "\n".join(
    (
        "Anna Berg (A)",
        "Bo Dahl (V)",
        "Carla von Eng (F)",
        "Dan El-Friis (O)",
        "Eva Sand (C)",
        "Finn Lund (B)",
        "Gro Bech-Holm (Ø)",
        "Hans Ø. Kvist (A)",
        "Ida Toft (V)",
    )
)
HEAD = f"Søby Kommune\n\nReferat\nKulturudvalget\n7. maj 2024 kl. 16.00\n\nMedlemmer\n{MEMBERS}\n\n"
POINT = "Punkt 1: Ny mole\nSagsnr. 24/77\n\nIndstilling\nForvaltningen indstiller, at sagen godkendes.\n\nBeslutning\n"
NEXT = "\n\nPunkt 2: Andet\nSagsnr. 24/78\n\nBeslutning\nGodkendt.\n"

# What is printed, and who is said to be for | against | abstaining.
FORMS = (
    (
        "Et flertal bestående af A, V og C anbefaler, at klagen afvises. F og Ø stemte imod.",
        "A,V,C|F,Ø|",
    ),
    ("Herefter stemte A, V, C og F for indstillingen. O og Ø stemte imod.", "A,V,C,F|O,Ø|"),
    (
        "Ved navneopråb stemte for indstillingen: Anna Berg (A), Bo Dahl (V). Imod stemte: Carla von Eng (F).",
        "Anna Berg,Bo Dahl|Carla von Eng|",
    ),
    (
        "Et flertal bestående af A, V og C godkendte indstillingen. F og O stemte imod, og B undlod at stemme.",
        "A,V,C|F,O|B",
    ),
    ("Indstillingen blev godkendt med 6 stemmer (A, V, C) mod 3 (F, O, Ø).", "A,V,C|F,O,Ø|"),
    (
        "Godkendt med 3 stemmer (Venstre og Anna Berg (A)) mod 2 stemmer (Carla von Eng (F) og Dan El-Friis (O)).",
        "Venstre,Anna Berg|Carla von Eng,Dan El-Friis|",
    ),
    ("Godkendt med stemmerne 7-2, idet F og O stemte imod.", "|F,O|"),
    (
        "Indstillingen blev tiltrådt af et flertal bestående af Venstre, Socialdemokratiet og Konservative. "
        "Enhedslisten og SF kunne ikke tiltræde.",
        "Venstre,Socialdemokratiet,Konservative|Enhedslisten,SF|",
    ),
    ("A, V og C stemte for. F stemte imod. O undlod.", "A,V,C|F|O"),
    ("For stemte gruppe A og V, imod stemte gruppe F.", "A,V|F|"),
    ("For indstillingen stemte 7 (A, V, C), imod stemte 2 (F, O).", "A,V,C|F,O|"),
    ("5 stemte for: A, V og B. 3 stemte imod: F, O og Ø. 1 undlod: C.", "A,V,B|F,O,Ø|C"),
    ("Stemmerne faldt således: For: A (2), V (2). Imod: F, O.", "A,V|F,O|"),
    ("Vedtaget. Imod stemte: Carla von Eng (F).", "|Carla von Eng|"),
    ("Vedtaget mod Carla von Engs stemme.", "|Carla von Eng|"),
    ("Vedtaget mod stemmerne fra F og O.", "|F,O|"),
    ("Vedtaget mod stemmer fra Enhedslisten.", "|Enhedslisten|"),
    ("Godkendt. F stemmer imod.", "|F|"),
    ("Godkendt. F stemte imod forslaget, mens O undlod at stemme.", "|F|O"),
    ("Godkendt, dog stemte Carla von Eng (F) imod.", "|Carla von Eng|"),
    ("Godkendt. Carla von Eng (F) og Dan El-Friis (O) stemte imod.", "|Carla von Eng,Dan El-Friis|"),
    ("Godkendt, idet Liste F stemte imod.", "|Liste F|"),
    ("Liste F og Liste O stemte imod. Øvrige stemte for. Godkendt.", "|Liste F,Liste O|"),
    ("Afstemning: For: A, V, C. Imod: F, O. Undlod: Ø.", "A,V,C|F,O|Ø"),
    ("Ja-stemmer: A, V, C. Nej-stemmer: F, O. Hverken for eller imod: Ø.", "A,V,C|F,O|Ø"),
    ("Ja: A, V. Nej: F. Blank: O.", "A,V|F|O"),
    ("Der stemtes om indstillingen. For stemte A, V og C. Imod stemte F, O og Ø.", "A,V,C|F,O,Ø|"),
    ("Indstillingen sattes til afstemning: For stemte A, V og C - imod stemte F.", "A,V,C|F|"),
    (
        "Venstre, Konservative og Dansk Folkeparti stemte for indstillingen, SF og Enhedslisten stemte imod.",
        "Venstre,Konservative,Dansk Folkeparti|SF,Enhedslisten|",
    ),
    ("Socialdemokratiets gruppe stemte for, mens Venstres gruppe stemte imod.", "Socialdemokratiet|Venstre|"),
    ("Anna Berg og Bo Dahl stemte for, Carla von Eng imod.", "Anna Berg,Bo Dahl|Carla von Eng|"),
    ("Anna Berg (A) stemte for, mens Carla von Eng (F) stemte imod.", "Anna Berg|Carla von Eng|"),
    ("Et flertal på 7 (A, V, C, B) stemte for, et mindretal på 2 (F, O) stemte imod.", "A,V,C,B|F,O|"),
    ("Et mindretal bestående af F og Ø stemte imod indstillingen.", "|F,Ø|"),
    ("Et mindretal (F og Ø) kunne ikke tiltræde indstillingen.", "|F,Ø|"),
    (
        "Flertallet (A, V, C) indstiller, at sagen godkendes. Mindretallet (F, Ø) indstiller, at sagen afvises.",
        "A,V,C||",
    ),
    ("Udvalget godkendte indstillingen med 5 stemmer for (A, V, C) og 2 imod (F, O).", "A,V,C|F,O|"),
    (
        "Udvalget godkendte indstillingen med 5 stemmer for (A, V, C), 2 imod (F, O) og 1 der undlod (Ø).",
        "A,V,C|F,O|Ø",
    ),
    ("For forslaget stemte F, Ø og Finn Lund (B). Imod stemte resten. Forslaget faldt.", "F,Ø,Finn Lund||"),
    (
        "Forslaget blev forkastet, idet 2 stemte for (Carla von Eng (F) og Gro Bech-Holm (Ø)), 5 stemte imod "
        "(A, V, C), og Finn Lund (B) hverken stemte for eller imod.",
        "Carla von Eng,Gro Bech-Holm|A,V,C|Finn Lund",
    ),
    ("Ændringsforslag fra F: Beløbet hæves. For stemte F og Ø, imod stemte A, V og C. Faldet.", "F,Ø|A,V,C|"),
    ("Carla von Eng (F) undlod at stemme.", "||Carla von Eng"),
    ("Det blev godkendt med Carla von Eng (F) imod.", "|Carla von Eng|"),
    ("Godkendt med F imod.", "|F|"),
    ("Godkendt - F imod.", "|F|"),
    ("Godkendt (F imod).", "|F|"),
    ("Godkendt. (imod: F og O)", "|F,O|"),
    ("Godkendt. Imod var F og O.", "|F,O|"),
    ("Afvist med 5 stemmer imod og 2 for (F og Ø).", "F,Ø||"),
    ("Godkendt med 5 stemmer (A, V, C). 2 stemte imod (F, O).", "A,V,C|F,O|"),
    ("Anbefales af A, V og C. F og Ø anbefaler ikke.", "A,V,C|F,Ø|"),
    ("Anbefales, idet F stemmer imod, og Ø undlader.", "|F|Ø"),
    ("A, V, C: Anbefaler indstillingen. F: Kan ikke anbefale.", "A,V,C|F|"),
    ("Ved den efterfølgende afstemning stemte 6 for (A, V og C), mens 2 (F og O) stemte imod.", "A,V,C|F,O|"),
    ("Tiltrådt. Mod indstillingen stemte F og O.", "|F,O|"),
    ("Tiltrådt, F stemte imod.", "|F|"),
    ("Byrådsgruppen F stemte imod.", "|F|"),
    ("Radikale Venstre undlod at stemme. Alternativet stemte imod.", "|Alternativet|Radikale Venstre"),
)
# Where no ballot is printed.
NO_BALLOTS = (
    "Godkendt. F og O kan ikke støtte indstillingen.",
    "Et enigt udvalg godkendte indstillingen.",
    "Enstemmigt godkendt.",
    "Carla von Eng (F) tog forbehold.",
    "Carla von Eng (F) afventer sin stillingtagen.",
    "7 stemte for og 2 imod. De 2 var Carla von Eng (F) og Dan El-Friis (O).",
    "Hvis F stemmer imod, falder forslaget.",
    "Udvalget drøftede, om F stemte imod i sidste periode.",
    "F oplyste, at partiet vil stemme imod i byrådet.",
    "F ville have stemt imod, hvis sagen var blevet sat til afstemning.",
    "Godkendt, næstformand Bo Dahl (V) imod.",
    "Godkendt med borgmesteren (V) imod.",
    "Udvalget godkendte sagen enstemmigt. Ved behandlingen i Økonomiudvalget stemte F imod.",
    "Ved valget i 2021 stemte A og V for en ny bro.",
    "Ved kommunalvalget stemte F imod.",
    "Godkendt. Pkt. 14 (Ø) undlod at stemme.",
    "Godkendt. Punkt 2 og 3 (F og Ø) stemte imod.",
    "Det Grønne Råd: Kan ikke anbefale forslaget. Udvalget godkendte indstillingen.",
    "Bilag A: Anbefaler indstillingen. Godkendes.",
    "Godkendt. Den tidligere plan blev i 2019 vedtaget mod stemmerne fra F og O.",
    "Borgmesteren orienterede om, at budgettet blev vedtaget mod stemmerne fra F og O. Taget til efterretning.",
    "Økonomiudvalget godkendte den 3. maj 2024 sagen med F imod. Taget til efterretning.",
    "Drøftet. Godkendt i Økonomiudvalget (F imod).",
)


def ballots(decided: str, folder: Path) -> list[str]:
    path = folder / "referat.txt"
    path.write_text(f"{HEAD}{POINT}{decided}{NEXT}", "utf-8")
    (record,) = parse(read(path))
    votes = [vote for decision in record.items[0].decisions for vote in decision.votes if vote.ballots]
    options = (BallotOption.FOR, BallotOption.AGAINST, BallotOption.ABSTAIN)
    return [
        "|".join(
            ",".join(str(one.person or one.party_surface) for cast, one in vote.ballots if cast is option)
            for option in options
        )
        for vote in votes
    ]


@pytest.mark.parametrize(("decided", "told"), FORMS)
def test_who_voted_how(decided: str, told: str, tmp_path: Path) -> None:
    assert ballots(decided, tmp_path) == [told]


@pytest.mark.parametrize("decided", NO_BALLOTS)
def test_nobody_is_said_to_have_voted(decided: str, tmp_path: Path) -> None:
    assert ballots(decided, tmp_path) == []
