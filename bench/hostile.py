"""Texts that nobody would print, made to grow: each builder gives about `size` characters of one bad habit.

A text that only repeats an atom shows what a pattern does that tries every start and every end; one that is put under
the headings of a point shows it inside sections, where entities, votes and decisions are read.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

HEAD = "Nordlev Kommune\nReferat\nHavneudvalget\nMødedato: 3. marts 2025\nMedlemmer: Åse Toft, Bo Eng (A)\n\n"
POINT = (
    "Punkt 1: Ny mole\nSagsnr.: 25/1204\n\nSagsfremstilling\n{body}\n\nIndstilling\nAt {body}\n\n"
    "Beslutning\n{body}\n\nPunkt 2: Eventuelt\n\nBeslutning\nGodkendt.\n"
)

ATOMS = {
    "blanks": " ",
    "tabs": "\t",
    "fixed blanks": "\u00a0",
    "letters": "a",
    "capitals": "A",
    "a-blank": "a ",
    "digits": "7",
    "digit-blank": "7 ",
    "dotted digits": "1.",
    "slashed digits": "1/",
    "dashed digits": "01-",
    "dots": ".",
    "dot-blank": ". ",
    "dashes": "-",
    "commas": ",",
    "comma-blank": ", ",
    "colons": ": ",
    "brackets": "(",
    "closed brackets": "()",
    "squares": "[",
    "quotes": '"',
    "guillemets": "»",
    "stars": "*",
    "underscores": "_",
    "pipes": "|",
    "slashes": "/",
    "sections": "§ ",
    "section list": "§ 3, stk. 2, ",
    "section joined": "§§ 3 og 4 og ",
    "og": "og ",
    "i": "i ",
    "for": "for ",
    "capital words": "Nord ",
    "capital og": "Nord og ",
    "capital dash": "Nord-",
    "compound": "Børne- og ",
    "names": "Åse Toft, ",
    "names with letters": "Bo Eng (A), ",
    "letters of parties": "A, ",
    "brackets of parties": "(A)",
    "recommends": "indstiller ",
    "votes": "stemte ",
    "votes for": "for stemte ",
    "voted": "Åse Toft stemte imod, ",
    "against": "imod ",
    "motion": "forslag om ",
    "amendment": "ændringsforslag fra A om ",
    "that": "at ",
    "decided": "udvalget besluttede at ",
    "months": "marts ",
    "dates": "3. marts 2025 ",
    "date joined": "den 3. og ",
    "years": "2025-",
    "money": "12.000 kr. ",
    "money grouped": "1.000.",
    "law": "lov om ",
    "law of": "loven ",
    "notice": "bekendtgørelse om ",
    "case": "sag 25/",
    "committee": "Havneudvalget ",
    "committee and": "udvalget for havn og ",
    "company": "Nord A/S ",
    "association": "Foreningen ",
    "absent": "fraværende var ",
    "substitute": "i stedet for ",
    "guillemet words": "»a ",
    "tags": "<b>",
    "entities": "&amp;",
    "links": "[a](",
    "misread": "Ã",
    "combining": "a\u030a",
    "invisible": "\u200b",
    "right to left": "\u202eא",
    "soft hyphens": "a\u00ad",
    "cpr": "CPR ",
    "cpr digits": "010170 ",
    "leaders": "Mole ..... ",
    "labels": "Mødedato: ",
    "cooperation": "samarbejde mellem ",
    "renamed": "har skiftet navn til ",
    "promise": "administrationen vender tilbage ",
}
ROWS = {
    "numbered lines": "1. \n",
    "numbers": "1\n",
    "bullets": "- a\n",
    "short lines": "a\n",
    "capital lines": "Mole\n",
    "spaced capital lines": "Mole\n\n",
    "blank lines": "\n",
    "headings": "Sagsfremstilling\n",
    "decisions": "Beslutning\n",
    "decided headings": "Beslutning i Havneudvalget den 3. marts 2025\n",
    "contents headings": "Indholdsfortegnelse\n",
    "leader lines": "Mole ...... 3\n",
    "attachments": "Bilag\nMole\n",
    "case lines": "Sagsnr.: 25/1204\n",
    "titled case lines": "Mole\nSagsnr.: 25/1204\n\n",
    "points": "Punkt 1: Mole\n",
    "restarting": "1. Mole\n\nBeslutning\nGodkendt.\n\n",
    "parted words": "kommu-\nnen ",
    "ballot lines": "For stemte: A, Bo Eng\n",
    "explained": "Åse Toft stemte imod, idet molen er lang.\n",
    "rows": "a\tb\tc\n",
    "pages": "Side 1\n",
    "form feeds": "a\n\f",
    "meetings": "Referat\nHavneudvalget\nMødedato: 3. marts 2025\n",
    "absent lines": "Fraværende: Bo Eng\n",
    "attendee lines": "Bo Eng (A)\n",
    "dangling": "molen og\n\n",
    "labels": "Mødedato:\n",
    "tables": "| a | b |\n",
}


def texts() -> dict[str, Callable[[int], str]]:
    """The builders by name. What is a row stands bare; an atom stands inside a point, on one line."""
    built: dict[str, Callable[[int], str]] = {}
    built |= {f"line of {name}": partial(_in_point, atom) for name, atom in ATOMS.items()}
    built |= {f"lines: {name}": partial(_under_head, row) for name, row in ROWS.items()}
    built |= {
        "one line": lambda size: _filled(
            "Åse Toft fra Nord A/S spurgte den 3. marts 2025 om § 5 i lov om havne. ", size
        ),
        "many points": lambda size: HEAD + _counted("{0}. Mole {0}\n\nBeslutning\nGodkendt.\n\n", size),
        "many named points": lambda size: (
            HEAD + _counted("Punkt {0}: Mole {0}\nSagsnr.: 25/{0}\n\nBeslutning\nGodkendt.\n\n", size)
        ),
        "many listed points": lambda size: HEAD + _counted("{0}. Mole {0}\n", size),
        "many members": lambda size: (
            HEAD + "Til stede:\n" + _counted("Bo Eng{0} (A)\n", size, _word) + POINT.format(body="a")
        ),
        "many member ballots": lambda size: (
            HEAD
            + "Til stede: "
            + _counted("Bo Eng{0} (A), ", size // 2, _word)
            + "\n"
            + POINT.format(body="For stemte " + _counted("Bo Eng{0} (A), ", size // 6, _word))
        ),
        "many headings": lambda size: HEAD + POINT.format(body=_counted("\nMole {0}\n\ner lang.\n", size // 3)),
        "many organisations": lambda size: HEAD + POINT.format(body=_counted("Foreningen Mole{0}. ", size // 3, _word)),
        "deep html": lambda size: "<html>" + "<div><table><tr><td>" * (size // 20),
        "deep lists": lambda size: "<html>" + "<ul><li>a" * (size // 9),
        "deep tables": lambda size: "<html>" + "<table><tr><td>a" * (size // 32) + "</td></tr></table>" * (size // 36),
        "html cells": lambda size: "<html><table><tr>" + "<td>a</td>" * (size // 10),
        "html rows": lambda size: "<html><table>" + "<tr><td>a</td><td>7</td></tr>" * (size // 29),
        "open tags": lambda size: "<html>" + "<a" * (size // 2),
        "open comments": lambda size: "<html>" + "<!--" * (size // 4),
        "open declarations": lambda size: "<html>" + "<![" * (size // 3),
        "struck": lambda size: "<html>" + "<s><u>a" * (size // 7),
        "html ends": lambda size: "<html>" + "</p>" * (size // 4),
        "entities": lambda size: "<html>" + "&#" * (size // 2),
    }
    return built


def _in_point(atom: str, size: int) -> str:
    return HEAD + POINT.format(body=_filled(atom, size // 3))


def _under_head(row: str, size: int) -> str:
    return HEAD + _filled(row, size)


def _filled(atom: str, size: int) -> str:
    return atom * max(1, size // len(atom))


def _word(number: int) -> str:
    """A number in letters: 0 a, 1 b, … 26 ba."""
    letters = ""
    while True:
        number, rest = divmod(number, 26)
        letters = chr(97 + rest) + letters
        if not number:
            return letters


def _counted(form: str, size: int, spelt: Callable[[int], object] = lambda number: number) -> str:
    return "".join(form.format(spelt(number)) for number in range(1, max(2, size // len(form))))
