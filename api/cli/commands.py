"""The commands of `sagsgraf`: each a thin shell over the service layer or over `extract`."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any, cast

import typer

app = typer.Typer(
    name="sagsgraf",
    help="Read the minutes (referater) of Danish municipal committees and follow what they decide.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@dataclass(frozen=True, slots=True)
class Choices:
    """The options that stand before the command."""

    store: str | None


Json = Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")]
Municipality = Annotated[str | None, typer.Option(help="Whose minutes these are, where you know: 'X Kommune'.")]
SourceUrl = Annotated[str | None, typer.Option(help="Where the file was fetched (one file only).")]
AsOf = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Only what meetings until this day tell.")]
Retrieved = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="When it was fetched.")]
WatchList = Annotated[
    list[Path] | None, typer.Option(exists=True, dir_okay=False, help="A TOML file of partners to look for.")
]
Paths = Annotated[
    list[Path], typer.Argument(help="Files, folders or ZIP files: PDF, text, Markdown, HTML, FirstAgenda JSON.")
]
PathsOrNone = Annotated[
    list[Path] | None, typer.Argument(help="Files, folders or ZIP files: PDF, text, Markdown, HTML, FirstAgenda JSON.")
]
Processes = Annotated[int | None, typer.Option(min=1, help="Processes that read; as many as cores if not given.")]


@app.callback()
def choose(
    context: typer.Context,
    store: Annotated[
        str | None,
        typer.Option(
            help="A folder (embedded database) or bolt://, neo4j:// address. Else SAGSGRAF_STORE, else data/store."
        ),
    ] = None,
) -> None:
    """Options for all commands."""
    context.obj = Choices(store)


def _settings(context: typer.Context) -> Any:
    from pydantic import ValidationError

    from api.settings import Settings
    from extract.errors import SettingsError

    chosen = cast(Choices, context.obj).store
    try:
        return Settings() if chosen is None else Settings(store=chosen)
    except ValidationError as error:
        first = error.errors()[0]
        name = f"SAGSGRAF_{first['loc'][0]}".upper()
        raise SettingsError(f"{name} cannot be {first['input']!r}: {first['msg']}.", f"Set {name} anew.") from error


def _open_store(context: typer.Context) -> Any:
    """The store for a command that only reads: one that is not there is told, not made."""
    from api.service.store import open_configured_store
    from extract.errors import SettingsError

    settings = _settings(context)
    if "://" not in settings.store and not Path(settings.store).exists():
        raise SettingsError(
            f"There is no graph at {settings.store} yet.",
            "Read minutes into it with `ingest`, or name another: --store.",
        )
    return open_configured_store(settings)


@app.command()
def ingest(
    context: typer.Context,
    paths: PathsOrNone = None,
    municipality: Municipality = None,
    source_url: SourceUrl = None,
    retrieved: Retrieved = None,
    watch_list: WatchList = None,
    processes: Processes = None,
    again: Annotated[bool, typer.Option("--again", help="Also read what the graph holds already.")] = False,
    replaces: Annotated[
        str | None,
        typer.Option(metavar="DOCUMENT", help="This one gives way to the file: its sha256, path or address."),
    ] = None,
    readmit: Annotated[bool, typer.Option("--readmit", help="Let in what was removed or replaced before.")] = False,
    stale: Annotated[
        bool, typer.Option("--stale", help="Read again what an older version has read, from where it lies.")
    ] = False,
    json: Json = False,
) -> None:
    """Read minutes into the graph. A file that cannot be read is reported and does not stop the others.

    A file at the path or address of another one that it is not takes its place: a newer version.
    """
    from api.cli.ingesting import Wishes, ingest_paths

    if bool(paths) == stale:
        raise typer.BadParameter("Name files or folders, or give --stale.", param_hint="PATHS")
    wishes = Wishes(
        municipality=municipality,
        source_url=source_url,
        retrieved=retrieved.date() if retrieved else None,
        watch_list=tuple(watch_list or ()),
        processes=processes,
        again=again,
        replaces=replaces,
        readmit=readmit,
        stale=stale,
    )
    report = ingest_paths(_settings(context), paths or [], wishes, as_json=json)
    raise typer.Exit(1 if report.refused else 0)


@app.command()
def serve(
    context: typer.Context,
    host: Annotated[str | None, typer.Option(help="Address to listen on; loopback if not given.")] = None,
    port: Annotated[int | None, typer.Option(min=0, max=65535, help="Port; 0 takes a free one.")] = None,
) -> None:
    """Serve the pages and the HTTP API until Ctrl-C."""
    from api.cli.serving import serve_forever

    serve_forever(_settings(context), host=host, port=port)


@app.command()
def case(
    context: typer.Context,
    number: Annotated[str, typer.Argument(help="A case number as printed (24/2210), or the id of a case or point.")],
    municipality: Annotated[str | None, typer.Option(help="Only this municipality (its id or name).")] = None,
    as_of: AsOf = None,
    json: Json = False,
) -> None:
    """The history of a case: its points in order, with decision and evidence."""
    from api.cli.looking import show_case

    with closing(_open_store(context)) as store:
        raise typer.Exit(show_case(store, number, municipality, as_of=as_of.date() if as_of else None, as_json=json))


@app.command()
def followups(
    context: typer.Context,
    municipality: Annotated[str | None, typer.Option(help="Only this municipality (its id or name).")] = None,
    body: Annotated[str | None, typer.Option(help="Only what this body's meetings say (its id or name).")] = None,
    status: Annotated[
        str | None,
        typer.Option(help="Only: open, due, overdue, delivered, postponed_again, passed or unknown."),
    ] = None,
    as_of: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="The status on this day; that of the newest minutes if not given."),
    ] = None,
    json: Json = False,
) -> None:
    """What was asked for, promised, planned or put off, and what became of it."""
    from api.cli.following import show_follow_ups
    from graph.threads.ledger import Status

    if status is not None and status not in set(Status):
        raise typer.BadParameter(f"One of {', '.join(Status)}.", param_hint="--status")
    chosen, day = Status(status) if status else None, as_of.date() if as_of else None
    with closing(_open_store(context)) as store:
        raise typer.Exit(show_follow_ups(store, municipality, body, chosen, day, as_json=json))


@app.command()
def missing(
    context: typer.Context,
    municipality: Annotated[str | None, typer.Option(help="Only this municipality (its id or name).")] = None,
    json: Json = False,
) -> None:
    """Which minutes to ask for: meetings that others tell of, those that most hangs on first."""
    from api.cli.following import show_missing

    with closing(_open_store(context)) as store:
        show_missing(store, municipality, as_json=json)


@app.command()
def cypher(
    context: typer.Context,
    statement: Annotated[str, typer.Argument(help="A Cypher statement; it may only read.")],
    parameters: Annotated[list[str] | None, typer.Argument(help="Its parameters: key=value …")] = None,
    rows: Annotated[int, typer.Option(min=1, help="At most so many rows.")] = 1000,
    seconds: Annotated[float, typer.Option(min=0.1, help="At most so long.")] = 30.0,
    json: Json = False,
) -> None:
    """Ask the graph in Cypher. Only reading: anything else is refused before it reaches the database.

    Where a limit of rows, time or size is met, the answer says so: what stands in it is right.
    """
    from api.cli.asking import run_statement

    with closing(_open_store(context)) as store:
        run_statement(store, statement, parameters or [], rows=rows, seconds=seconds, as_json=json)


@app.command()
def query(
    context: typer.Context,
    name: Annotated[str | None, typer.Argument(help="The query's name; none lists them.")] = None,
    parameters: Annotated[list[str] | None, typer.Argument(help="Its parameters: key=value …")] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Tell what it asks, takes and answers; do not run.")
    ] = False,
    form: Annotated[str, typer.Option("--format", help="The answer as: table, csv or json.")] = "table",
    json: Json = False,
) -> None:
    """Run a query of the library in cypher/explore, or list them."""
    from api.cli.querying import Format, explain_query, list_queries, run_query

    if form not in set(Format):
        raise typer.BadParameter(f"One of {', '.join(Format)}.", param_hint="--format")
    chosen = Format.JSON if json else Format(form)
    if name is None:
        list_queries(chosen)
    elif explain:
        explain_query(name, chosen)
    else:
        with closing(_open_store(context)) as store:
            run_query(store, name, parameters or [], chosen)


@app.command()
def extract(
    paths: Paths,
    out: Annotated[Path, typer.Option(help="JSON lines, one meeting each; - is stdout.")],
    municipality: Municipality = None,
    watch_list: WatchList = None,
    processes: Processes = None,
) -> None:
    """Write the records of minutes as JSON lines, without any database."""
    from api.cli.writing import write_records

    raise typer.Exit(write_records(paths, out, municipality, tuple(watch_list or ()), processes))


@app.command()
def annotate(
    files: Paths,
    out: Annotated[Path, typer.Option(file_okay=False, help="The folder to write to.")],
    municipality: Municipality = None,
    watch_list: WatchList = None,
) -> None:
    """Write what was found in the form of the gold, one file a document, so that a person can correct it."""
    from api.cli.writing import write_annotations

    raise typer.Exit(write_annotations(files, out, municipality, tuple(watch_list or ())))


@app.command()
def evaluate(
    gold: Annotated[
        Path | None, typer.Option(exists=True, file_okay=False, help="The folder of gold files NNN.json.")
    ] = None,
    documents: Annotated[
        Path | None, typer.Option(exists=True, file_okay=False, help="Where the documents lie; beside the gold if not.")
    ] = None,
    found: Annotated[
        Path | None, typer.Option(exists=True, file_okay=False, help="Measure these annotations instead of reading.")
    ] = None,
    against: Annotated[
        Path | None,
        typer.Option(exists=True, file_okay=False, help="Annotations of another run: facts gained, lost, changed."),
    ] = None,
    kind: Annotated[list[str] | None, typer.Option("--type", help="Only this kind of fact; may be repeated.")] = None,
    line_tolerance: Annotated[int, typer.Option(min=0, help="Lines may differ by so many.")] = 0,
    by_grammar: Annotated[
        bool,
        typer.Option("--by-grammar", help="Leave out lexicon entries that only one document of the gold names."),
    ] = False,
    show_errors: Annotated[bool, typer.Option("--show-errors", help="List what was missed and invented.")] = False,
    watch_list: WatchList = None,
    json: Json = False,
) -> None:
    """Compare what is found with gold, per kind of fact; and with another run, per kind, document and rule."""
    from api.cli.measuring import Measuring, show_comparison, show_evaluation

    kinds = tuple(kind or ())
    if gold is None:
        if found is None or against is None:
            raise typer.BadParameter("Give --gold, or two runs with --found and --against.")
        raise typer.Exit(show_comparison(found, against, kinds, as_json=json))
    measuring = Measuring(
        gold,
        documents=documents,
        found=found,
        against=against,
        kinds=kinds,
        line_tolerance=line_tolerance,
        by_grammar=by_grammar,
        watch_list=tuple(watch_list or ()),
    )
    raise typer.Exit(show_evaluation(measuring, show_errors=show_errors, as_json=json))


@app.command()
def export(
    context: typer.Context,
    out: Annotated[
        Path | None,
        typer.Option(help="The file to write; of links and cases - is stdout. Of neo4j an empty or new folder."),
    ] = None,
    form: Annotated[
        str,
        typer.Option(
            "--format",
            help="RDF: turtle, jsonld or ntriples. JSON lines: links or cases. CSV for Neo4j's own import: neo4j.",
        ),
    ] = "turtle",
    schema: Annotated[
        str | None, typer.Option(help="Print the JSON Schema of one line instead: of links or cases.")
    ] = None,
) -> None:
    """Write the graph as RDF, as CSV for Neo4j's own import, or its links or cases as JSON lines."""
    from api.cli.writing import show_schema, write_graph

    if schema is not None:
        show_schema(schema)
        return
    if out is None:
        raise typer.BadParameter("Which file is to be written? Give --out FILE.", param_hint="--out")
    with closing(_open_store(context)) as store:
        write_graph(store, _settings(context), out, form)


@app.command()
def remove(
    context: typer.Context,
    document: Annotated[
        str, typer.Argument(help="Its sha256 or six digits of the beginning, its path, or its address on the web.")
    ],
    why: Annotated[str | None, typer.Option(help="The reason, to be kept for those who keep the graph.")] = None,
    json: Json = False,
) -> None:
    """Take a document out of the graph, with all that only it tells; that it was here stays known."""
    from api.cli.removing import remove_and_tell

    with closing(_open_store(context)) as store:
        remove_and_tell(store, _settings(context), document, why=why, as_json=json)


@app.command()
def backup(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(dir_okay=False, help="The file to write; an older backup there is replaced.")],
    json: Json = False,
) -> None:
    """Write the whole graph to one file, also while it is served. It restores to an equal graph on either store."""
    from api.cli.keeping import back_up

    with closing(_open_store(context)) as store:
        back_up(store, file, as_json=json)


@app.command()
def restore(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(dir_okay=False, help="A file that `backup` wrote.")],
    replace: Annotated[bool, typer.Option("--replace", help="In the place of the graph that is there.")] = False,
    json: Json = False,
) -> None:
    """Put the graph of a backup into the store, after the file was found to be whole."""
    from api.cli.keeping import bring_back

    bring_back(_settings(context), file, replace=replace, as_json=json)


@app.command()
def status(context: typer.Context, json: Json = False) -> None:
    """What the graph holds."""
    from api.cli.looking import show_status

    with closing(_open_store(context)) as store:
        show_status(store, as_json=json)


@app.command()
def doctor(context: typer.Context, json: Json = False) -> None:
    """Look whether everything that Sagsgraf needs is in order, and say what to do where it is not."""
    from api.cli.examining import examine

    raise typer.Exit(examine(_settings(context), as_json=json))


Pair = tuple[str, str] | None


@app.command()
def review(
    context: typer.Context,
    municipality: Annotated[str | None, typer.Option(help="Only this municipality (its id or name).")] = None,
    by: Annotated[str | None, typer.Option(help="Your name; answers are taken from stdin.")] = None,
    same: Annotated[Pair, typer.Option(metavar="ID ID", help="These two are one (two points: one case).")] = None,
    different: Annotated[Pair, typer.Option(metavar="ID ID", help="These two are two.")] = None,
    unsure: Annotated[Pair, typer.Option(metavar="ID ID", help="It cannot be told of these two names.")] = None,
    why: Annotated[str | None, typer.Option(help="The reason, to be kept with what you say.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="At most so many.")] = 50,
    json: Json = False,
) -> None:
    """Names that may mean one thing: list them, go through them with --by, or say of two what they are."""
    from api.cli.reviewing import ask_questions, list_questions, record
    from graph.identity.judgements import Verdict

    book = Path(_settings(context).judgements)
    given = {Verdict.SAME: same, Verdict.DIFFERENT: different, Verdict.UNSURE: unsure}
    said = {pair: verdict for verdict, pair in given.items() if pair}
    if said and not by:
        raise typer.BadParameter("Whose judgement is it? Give --by 'Your Name'.", param_hint="--by")
    with closing(_open_store(context)) as store:
        if by and said:
            record(store, book, said, by=by, why=why)
        elif by:
            raise typer.Exit(ask_questions(store, book, municipality, limit, by=by, why=why))
        else:
            list_questions(store, book, municipality, limit, as_json=json)
