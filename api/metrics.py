"""Figures of a running server for Prometheus. Labels are of closed sets: no address, id or name is among them."""

from __future__ import annotations

import logging
from collections.abc import Iterator

from prometheus_client import CollectorRegistry, Counter, Histogram, ProcessCollector, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from api.keeper import StoreKeeper
from api.service.statistics import document_count
from api.version import VERSION

log = logging.getLogger("sagsgraf.api")

METHODS = frozenset({"GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE"})
SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)


class Metrics:
    """The figures of one application."""

    def __init__(self, keeper: StoreKeeper) -> None:
        self._registry = CollectorRegistry()
        self._requests = Counter(
            "sagsgraf_http_requests",
            "Requests answered.",
            ("method", "route", "status"),
            registry=self._registry,
        )
        self._seconds = Histogram(
            "sagsgraf_http_request_duration_seconds",
            "Time from a request to the end of its answer.",
            ("method", "route"),
            buckets=SECONDS,
            registry=self._registry,
        )
        ProcessCollector(registry=self._registry)
        self._registry.register(_Graph(keeper))

    def note(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count one request."""
        known = method if method in METHODS else "other"
        self._requests.labels(known, route, str(status)).inc()
        self._seconds.labels(known, route).observe(seconds)

    def exposition(self) -> bytes:
        """All figures in Prometheus' text form."""
        return generate_latest(self._registry)


class _Graph(Collector):
    """What is asked of the store when the figures are read."""

    def __init__(self, keeper: StoreKeeper) -> None:
        self._keeper = keeper

    def describe(self) -> Iterator[GaugeMetricFamily]:
        """Nothing: so that the store is not asked before the figures are."""
        return iter(())

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """Whether the store answers, and if so how many documents it holds."""
        info = GaugeMetricFamily("sagsgraf_info", "The version that runs.", labels=("version",))
        info.add_metric([VERSION], 1)
        yield info
        try:
            documents = document_count(self._keeper.store())
        except Exception as error:  # whatever is wrong with the store, the other figures are to be had
            log.warning("The store does not answer: %s", type(error).__name__)
            yield GaugeMetricFamily("sagsgraf_store_up", "1 where the graph answers.", 0)
            return
        yield GaugeMetricFamily("sagsgraf_store_up", "1 where the graph answers.", 1)
        yield GaugeMetricFamily("sagsgraf_documents", "Source files in the graph.", documents)
