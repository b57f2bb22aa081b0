# Sagsgraf in a container: pages, API and command line over the Neo4j of docker-compose.yml (or any other store).
# Nothing of it was run as an image where it was written (no Docker engine there): see docs/deployment.md.

FROM python:3.11-bookworm AS build
WORKDIR /app
# The steps of the Makefile, so that a container holds what `make run` installs: exact versions, with their hashes.
COPY Makefile pyproject.toml README.md LICENSE ./
COPY locks/run.txt locks/
# The rooms must be there to be installed in place; their files come later, so that a change installs nothing anew.
COPY extract/__init__.py extract/
COPY graph/__init__.py graph/
COPY cypher/__init__.py cypher/
COPY api/__init__.py api/
RUN make .venv/run.stamp

FROM python:3.11-slim-bookworm
RUN groupadd --system --gid 10001 sagsgraf \
    && useradd --system --uid 10001 --gid 10001 --home-dir /data --shell /usr/sbin/nologin sagsgraf \
    && install -d -o sagsgraf -g sagsgraf -m 0700 /data
WORKDIR /app
COPY --from=build /app/.venv .venv
COPY pyproject.toml README.md LICENSE ./
COPY extract extract
COPY graph graph
COPY cypher cypher
COPY api api
COPY examples/minutes examples/minutes
# Everything that is written lies under /data; the rest of the file system may be read-only.
ENV PATH=/app/.venv/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    SAGSGRAF_STORE=/data/store \
    SAGSGRAF_JUDGEMENTS=/data/judgements.jsonl \
    SAGSGRAF_HOST=0.0.0.0
USER 10001:10001
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=6 \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/ready')"]
ENTRYPOINT ["sagsgraf"]
CMD ["serve"]
