// The running example: how it is asked, and one address of each kind of page.

import { chromium } from "playwright-core";

const FLAGS = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];

export const openBrowser = () =>
  chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: FLAGS });

export class Site {
  constructor(address) {
    this.address = address;
    this.host = new URL(address).host;
  }

  async answers(seconds) {
    for (let waited = 0; waited < seconds; waited += 0.5) {
      const answer = await fetch(`${this.address}/health`).catch(() => null);
      if (answer?.ok) return;
      await new Promise((done) => setTimeout(done, 500));
    }
    throw new Error(`no server answers at ${this.address}`);
  }

  async json(path) {
    const answer = await fetch(this.address + path);
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
    return answer.json();
  }

  // The first point with a piece of evidence that fits.
  async pointWith(fits) {
    for (const { id } of (await this.json("/api/items?limit=200")).items) {
      const point = await this.json(`/api/items/${encodeURIComponent(id)}`);
      if (point.evidence.some(fits)) return point;
    }
    throw new Error("the example has no such point");
  }

  // One page of each kind: the case with most points, and what its points lead to.
  async pages() {
    const seg = encodeURIComponent;
    const cases = (await this.json("/api/cases?limit=100")).cases;
    const most = cases.reduce((best, one) => (one.item_count > best.item_count ? one : best));
    const history = await this.json(`/api/cases/${seg(most.id)}/history`);
    const event = history.points.find((one) => one.decisions.some((decision) => decision.votes.length)) || history.points.at(-1);
    const first = async (list, key) => (await this.json(`/api/${list}?limit=1`))[key][0];
    const pages = {
      front: "/",
      cases: "/sager",
      followups: "/opfoelgninger",
      lacking: "/mangler",
      conflicts: "/modstrid",
      coverage: "/daekning",
      questions: "/spoergsmaal",
      question: `/spoergsmaal/case_history?number=${seg(most.numbers[0] ?? "1")}`,
      case: `/sager/${seg(most.id)}`,
      number: `/sagsnumre/${seg(event.case_numbers[0]?.id ?? "x")}`,
      item: `/punkter/${seg(event.id)}?linje=${event.evidence[0].line}`,
      meeting: `/moeder/${seg(event.meeting)}`,
      body: `/udvalg/${seg(event.body.id)}`,
      municipality: `/kommuner/${seg(event.municipality.id)}`,
      document: `/dokumenter/${event.document}`,
      source: sourceOf(await this.pointWith((one) => one.page), (one) => one.page),
      lines: sourceOf(await this.pointWith((one) => one.pointer), (one) => one.pointer),
      search: `/soeg?q=${seg(most.title.split(" ")[0])}`,
      graph: `/graf?node=${seg(`case:${most.id}`)}`,
      cypher: `/cypher?q=${seg("MATCH (i:AgendaItem)-[r:PART_OF_CASE]->(c:Case) RETURN c, r, i, i.title AS titel LIMIT 9")}`,
      missing: "/sager/25-9999",
      english: `/en/sager/${seg(most.id)}`,
      way: `/graf?sag=${seg(most.id)}`,
      voters: `/graf?stemmer=${seg(event.body.id)}`,
      api: "/api/docs",
    };
    for (const [name, list, key, folderName] of [
      ["person", "persons", "persons", "personer"], ["organisation", "organisations", "organisations", "organisationer"],
      ["law", "laws", "laws", "love"], ["party", "parties", "parties", "partier"],
      ["provision", "provisions", "provisions", "paragraffer"], ["topic", "topics", "topics", "emner"],
    ]) {
      const one = await first(list, key);
      if (one) pages[name] = `/${folderName}/${seg(one.id)}`;
    }
    return pages;
  }
}

// Where a fact stands in its source: on a page of a PDF, or among the lines of a text.
function sourceOf(point, fits) {
  const proofs = [...point.evidence, ...point.decisions.flatMap((one) => one.evidence)];
  const proof = proofs.find(fits);
  const place = proof.page ? `side/${proof.page}` : `linje/${proof.line}`;
  return `/dokumenter/${proof.document}/${place}?fakta=${encodeURIComponent(proof.id)}`;
}
