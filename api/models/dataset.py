"""What the data set as a whole is, in the terms of DCAT 3 (JSON-LD)."""

from __future__ import annotations

import datetime as dt

from pydantic import ConfigDict, Field

from api.models.base import Shape


class Linked(Shape):
    """A part of a JSON-LD document: its fields have the names that its context gives terms."""

    model_config = ConfigDict(frozen=True, extra="ignore", populate_by_name=True, serialize_by_alias=True)

    id: str | None = Field(None, alias="@id")
    type: str = Field(alias="@type", examples=["Dataset"])


class Distribution(Linked):
    """A form in which the data set can be had."""

    title: str
    access_url: str = Field(alias="accessURL")
    download_url: str | None = Field(None, alias="downloadURL")
    media_type: str = Field(alias="mediaType", examples=["application/zip"])
    conforms_to: str | None = Field(None, alias="conformsTo", description="The model of the graph.")


class Period(Linked):
    """From the first meeting to the last."""

    start: dt.date | None = Field(None, alias="startDate")
    end: dt.date | None = Field(None, alias="endDate")


class Agent(Linked):
    """Who, or which program."""

    name: str = Field(examples=["Sagsgraf"])
    version: str | None = None


class Activity(Linked):
    """How the data came about."""

    description: str
    associated: Agent = Field(alias="wasAssociatedWith")


class Dataset(Linked):
    """The whole data set: what it is, whose, under which licence, where it came from, where it can be had."""

    context: dict[str, str | dict[str, str]] = Field(alias="@context", description="What the names mean (JSON-LD).")
    title: str = Field(examples=["Sagsgraf: Nordlev Kommune"])
    description: str
    language: tuple[str, ...] = ("da",)
    license: str | None = Field(None, description="As whoever runs this server states it (SAGSGRAF_DATA_LICENSE).")
    rights: str | None = Field(None, description="What is to be said where no licence is stated.")
    publisher: Agent | None = None
    spatial: tuple[str, ...] = Field((), description="The municipalities.", examples=[["Nordlev Kommune"]])
    temporal: Period
    generated: Activity = Field(alias="wasGeneratedBy")
    documents: int = Field(description="The source files; each stands in the data with sha256, origin and reader.")
    distributions: tuple[Distribution, ...] = Field(alias="distribution")
