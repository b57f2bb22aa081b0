"""The page of figures, `docs/quality.md`: what was measured, on what, and how good it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bench.quality.layouts import Layouts
from bench.quality.published import KINDS, Outcome, Share
from bench.quality.voting import Verdict
from bench.report import grid
from extract.measuring.evaluation import Evaluation, Figures

OPENING = """\
# Quality

How much of what minutes state is found, and how much of what is found they state. Written by
`python -m bench.quality` (figures only: no text of real minutes is in this project). Two facts are equal as
`extract/measuring/kinds.py` says; P is right of found, R right of gold, F1 their harmonic mean.

Wrong is worse than missing here: read P first.
"""


@dataclass(frozen=True, slots=True)
class Gold:
    """The figures of the gold documents, with all entries of the lexicons and with fewer."""

    whole: Evaluation
    by_grammar: Evaluation
    left_out: int  # entries
    documents: int


@dataclass(frozen=True, slots=True)
class Published:
    """The figures of a folder of agenda JSON."""

    from_json: Outcome
    from_text: Mapping[str, Outcome]  # by the form of the rendering
    voting: Mapping[str, int]
    drawn: int
    seed: int
    verdicts: Mapping[str, Verdict]


NAMES = """\
## Names: who is who

`tests/graph/identity/pairs.jsonl`: invented pairs, labelled before any rule existed by a writer who has not seen
them. Of `same`: P, R; asked: the share that is left for people to judge; false: labelled different and merged; first:
the rules as they were before their author opened the pairs; then after tuning on them, so no longer blind. Left apart:
labelled same or unsure and judged different or nothing; one id: pairs whose two spellings have one id by rule.

"""


def page(
    gold: Gold | None, layouts: Sequence[Layouts], published: Published | None, names: str = "", links: str = ""
) -> str:
    """The whole page. What could not be measured is said to be so; `names` and `links` are tables made elsewhere."""
    parts = [OPENING, _gold(gold) if gold else "## Gold\n\nNot measured: it is not here.\n"]
    parts += [_layouts(one) for one in layouts]
    parts += _published(published) if published else ["## Greve\n\nNot measured: the files are not here.\n"]
    parts += [NAMES + names] if names else []
    parts += [links] if links else []
    return "\n".join(parts)


def _gold(gold: Gold) -> str:
    lines = [
        f"## Gold: {gold.documents} documents of one committee\n",
        "The rules were written with these documents in sight: development figures, not a promise. The second half is "
        f"read without the {gold.left_out} entries of the lexicons (laws, organisations, authorities, parties) that "
        "exactly one of the documents names: what the grammar finds by itself.\n",
    ]
    rows = []
    fewer = gold.by_grammar.figures()
    for kind, figures in gold.whole.figures().items():
        rows.append((kind, str(figures.gold), *_ratios(figures), *_ratios(fewer[kind])))
    header = ("kind of fact", "gold", "P", "R", "F1", "P without", "R without", "F1 without")
    lines.append(grid(header, rows))
    traps = (gold.whole.traps_taken, gold.by_grammar.traps_taken, gold.whole.traps_scored)
    lines.append("\nTraps taken: {} ({} without the entries) of {}.\n".format(*traps))
    return "\n".join(lines)


def _layouts(one: Layouts) -> str:
    lines = [
        f"## Layouts {one.documents[0]}-{one.documents[-1]}: {len(one.documents)} invented minutes\n",
        "`tests/layouts`, with gold, by writers who had not seen the rules. First: the code of commit "
        f"`{one.commit}`, before the rules' authors saw these documents; then today, after general forms were mended, "
        "so no longer blind.\n",
    ]
    rows = [
        (kind, str(figures.gold), *_ratios(one.first.figures[kind]), *_ratios(figures))
        for kind, figures in one.last.figures.items()
        if kind in one.first.figures
    ]
    lines.append(grid(("kind of fact", "gold", "P first", "R first", "F1 first", "P", "R", "F1"), rows))
    taken = (one.first.traps_taken, one.last.traps_taken, one.last.traps_scored)
    lines.append("\nTraps taken: {} at first, {} now, of {}.\n".format(*taken))
    return "\n".join(lines)


def _published(one: Published) -> list[str]:
    table = [_share_row("JSON", one.from_json), *(_share_row(form, found) for form, found in one.from_text.items())]
    told = one.from_json.shares["absences at points"].told
    head = (
        f"## Greve: {one.from_json.files} meetings of an agenda system\n\n"
        "Against the JSON's own fields: read from the JSON, and from plain text that `bench/quality/rendering.py` "
        "makes of it (number, title, `Sagsnr.`, those absent, the HTML without its marks), in four forms. A cell: read "
        "of stated, and `+n` what was read and is printed nowhere.\n\n"
    )
    foot = (
        f"\n\nWhere the fields name nobody, the text of the points prints {told} absences more, which are read as well."
        "\n\n`titles` counts a title as wrong that is read without the word `Lukket:` before it.\n"
    )
    return [head + grid(("read from", *KINDS), table) + foot, _voting(one)]


def _share_row(name: str, outcome: Outcome) -> tuple[str, ...]:
    return name, *(_share(outcome.shares[kind]) for kind in KINDS)


def _share(share: Share) -> str:
    recall = "-" if share.recall is None else f"{share.recall:.3f}"
    more = f" +{share.more}" if share.more else ""
    return f"{share.read} of {share.stated} ({recall}){more}"


def _voting(one: Published) -> str:
    figures = ", ".join(f"{count} {name}" for name, count in one.voting.items())
    lines = [
        "## Votes in Greve\n",
        "Every point whose decision text holds `stemte`, `stemmer`, `imod` or `undlod`, found in the HTML alone: "
        f"{figures}.\n",
    ]
    if one.verdicts:
        counts = Counter(one.verdicts.values())
        told = ", ".join(f"{counts[verdict]} {verdict}" for verdict in Verdict)
        lines.append(
            f"{len(one.verdicts)} of them, drawn by seed {one.seed}, were judged by a reader who had not seen the "
            f"rules (`bench/quality/verdicts.json`): {told}. The verdicts are of the code of that day.\n"
        )
    else:
        lines.append(f"{one.drawn} drawn by seed {one.seed} wait for a judge.\n")
    return "\n".join(lines)


def _ratios(figures: Figures) -> Iterable[str]:
    return ("-" if ratio is None else f"{ratio:.3f}" for ratio in (figures.precision, figures.recall, figures.f1))
