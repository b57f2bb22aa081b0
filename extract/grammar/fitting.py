"""Which family of layout a document is of: the one that reads most in it, the more special one where two read alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from extract.grammar.header import is_label_line
from extract.grammar.headings import decision_headings, read_heading
from extract.grammar.learning import LEARNED, learn_profiles
from extract.grammar.paragraphs import Paragraph
from extract.grammar.pointheadings import PointHeading
from extract.grammar.points import Found, find_points
from extract.grammar.profiles import GENERIC, Profile, Way, profiles
from extract.grammar.vocabulary import compiled
from extract.mentions import BodyName

_GENERIC_CONFIDENCE = 0.7  # of the profile that reads what no family fits


@dataclass(frozen=True, slots=True)
class Fit:
    """The family that a document was found to be of."""

    profile: Profile
    points: tuple[PointHeading, ...]
    confidence: float  # 0..1: the share of points that their surroundings bear out


def fit_profile(paragraphs: Sequence[Paragraph], legend: Mapping[str, BodyName]) -> Fit:
    """The family that fits, with the points as it reads them; the generic one, without points, where none does.

    `legend`: names that stand for bodies in this document alone.
    """
    generic = profiles()[GENERIC].explaining(legend)
    fits = list(_try_all(paragraphs, legend))
    if not fits:
        found = find_points(paragraphs, generic)
        return Fit(generic, found.points, round(_GENERIC_CONFIDENCE * found.confidence, 3))
    profile, found = max(fits, key=lambda fit: (fit[1].value, fit[0].depth))
    if profile.name == LEARNED and len((rest := find_points(paragraphs, generic)).points) > len(found.points):
        return Fit(generic, rest.points, round(_GENERIC_CONFIDENCE * rest.confidence, 3))
    return Fit(profile, found.points, found.confidence)


def _try_all(paragraphs: Sequence[Paragraph], legend: Mapping[str, BodyName]) -> Iterator[tuple[Profile, Found]]:
    is_labelled = any(paragraph.label for paragraph in paragraphs)  # then the source says where points begin
    for name, family in profiles().items():
        if name != GENERIC and family.reads and is_labelled == (family.way is Way.SOURCE):
            yield from _try(family.explaining(legend), paragraphs)
    for family in () if is_labelled else learn_profiles(paragraphs):
        for profile, found in _try(family.explaining(legend), paragraphs):
            if _decides(paragraphs, found.points, profile):
                yield profile, found


def _try(profile: Profile, paragraphs: Sequence[Paragraph]) -> Iterator[tuple[Profile, Found]]:
    found = find_points(paragraphs, profile)
    if not found.points or not _shows(paragraphs[found.points[0].body :], profile):
        return
    if not profile.strict or not _has_section(paragraphs[: found.points[0].index], profile):
        yield profile, found


def _decides(paragraphs: Sequence[Paragraph], points: Sequence[PointHeading], profile: Profile) -> bool:
    """Whether the heading of a decision stands under most of the points."""
    ends = [*(point.index for point in points[1:]), len(paragraphs)]
    under = (paragraphs[point.body : end] for point, end in zip(points, ends, strict=True))
    return sum(any(decision_headings(part, profile)) for part in under) * 2 > len(points)


def _has_section(paragraphs: Sequence[Paragraph], profile: Profile) -> bool:
    """Whether a section stands among these, over a list that may be one in it; a label of the header is none."""
    return any(read_heading(one, profile) and not is_label_line(one) for one in paragraphs)


def _shows(paragraphs: Sequence[Paragraph], profile: Profile) -> bool:
    """Whether the points show everything that the family requires."""
    return all(any(compiled(pattern).match(paragraph.text) for paragraph in paragraphs) for pattern in profile.requires)
