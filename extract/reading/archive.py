"""ZIP files of documents: a path may lead into one (`referater.zip/2024/maj.pdf`). Nothing is unpacked to disk."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from extract.errors import ArchiveUnreadable, FileUnreadable

SUFFIX = ".zip"
_LARGEST = 300_000_000  # bytes of a member, unpacked: far over any minutes, far under what fills a machine's memory
_OFFICE = "[Content_Types].xml"  # Word and Excel files are ZIP files too (ECMA-376, part 2)
# Names that lead out of the ZIP file, where they would name a file of this machine: "/x", "C:x", "..\\x", "a/../x"
_UNSAFE = re.compile(r"/|[A-Za-z]:|.*\\|(?:.*/)?\.\.(?:/|$)", re.DOTALL)


def is_archive(path: Path) -> bool:
    """Whether a path is a ZIP file on disk by its name; what it holds is not looked at."""
    return path.suffix.lower() == SUFFIX and path.is_file()


def members(archive: Path) -> list[Path]:
    """The files in a ZIP file as paths that lead into it, sorted.

    Raises ArchiveUnreadable, also for one that holds a name which leads out of it: nothing of that is read.
    """
    with _opened(archive) as zipped:
        names = _directory(zipped)
    if _OFFICE in names:
        raise ArchiveUnreadable("The file is a Word or Excel file.", "Save it as PDF or plain text and give that.")
    return [archive / name for name in sorted(names)]


def _directory(zipped: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    """The files by their path without "." and empty parts. Raises ArchiveUnreadable."""
    found: dict[str, zipfile.ZipInfo] = {}
    for info in zipped.infolist():
        if _UNSAFE.match(info.filename) or _UNSAFE.match(info.orig_filename):
            raise ArchiveUnreadable(
                "The ZIP file holds a name that leads out of it; nothing of it was read.",
                "Unpack it where that is safe and give the documents themselves.",
            )
        if info.is_dir():
            continue
        name = PurePosixPath(info.filename).as_posix()
        if name in found:
            raise ArchiveUnreadable(
                f"The ZIP file holds two files of the name {PurePosixPath(name).name} at one place.",
                "Unpack it and give the documents themselves.",
            )
        found[name] = info
    return found


def content_of(path: Path) -> bytes:
    """The bytes of a file, also of one inside a ZIP file. Raises FileUnreadable and ArchiveUnreadable."""
    archive = next((parent for parent in path.parents if is_archive(parent)), None)
    if archive is not None and not path.exists():
        return _unpack(archive, path.relative_to(archive).as_posix())
    try:
        return path.read_bytes()
    except OSError as error:
        reason = "it is a folder" if path.is_dir() else (error.strerror or type(error).__name__).lower()
        raise FileUnreadable(
            f"The file cannot be opened: {reason}.", "Check the path and the rights of the file."
        ) from error


def _unpack(archive: Path, name: str) -> bytes:
    with _opened(archive) as zipped:
        directory = _directory(zipped)
        if name not in directory:
            _refuse_inner(name, directory)
            raise FileUnreadable(f"{archive.name} holds no such file.", "Name one that it holds.")
        info = directory[name]
        if info.flag_bits & 1:
            raise ArchiveUnreadable("The file is encrypted in its ZIP file.", "Unpack it with its password first.")
        if info.file_size > _LARGEST:
            raise ArchiveUnreadable(
                f"Unpacked it would be {info.file_size // 1_000_000} MB.",
                "Unpack it and give the documents themselves.",
            )
        try:
            with zipped.open(info) as stream:
                return stream.read(_LARGEST)
        except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError) as error:
            raise ArchiveUnreadable(
                f"It is damaged in its ZIP file ({type(error).__name__}).", "Fetch the ZIP file anew."
            ) from error


def refuse_archive(path: Path, content: bytes) -> None:
    """Raises ArchiveUnreadable for a ZIP file that stands inside another: only the outer one is taken apart."""
    if path.suffix.lower() == SUFFIX and content.startswith(b"PK") and not is_archive(path):
        raise ArchiveUnreadable(
            "It is a ZIP file inside a ZIP file, which is not read.", "Unpack the outer one and give what it holds."
        )


def _refuse_inner(name: str, directory: dict[str, zipfile.ZipInfo]) -> None:
    for parent in PurePosixPath(name).parents:
        if parent.as_posix() in directory:
            refuse_archive(Path(parent), b"PK")


def _opened(archive: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(archive)
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise ArchiveUnreadable("The file is damaged or is not a ZIP file.", "Fetch the ZIP file anew.") from error


def walk(place: Path) -> Iterator[Path]:
    """Every file in a folder or ZIP file, sorted, ZIP files taken apart; one that cannot be is given as it is."""
    for file in sorted(place.rglob("*")) if place.is_dir() else [place]:
        if not is_archive(file):
            yield file
            continue
        try:
            yield from members(file)
        except ArchiveUnreadable:
            yield file
