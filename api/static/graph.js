// The drawing beside the list: what the list says, drawn by cytoscape.js, walked by keyboard. Whatever changes the
// picture (opening a node, a filter) is another address of this page; its lists take the place of these.
"use strict";

const SHAPES = {
  case: "round-rectangle", item: "ellipse", meeting: "diamond", body: "round-hexagon", person: "ellipse",
  party: "round-triangle", organisation: "round-pentagon", law: "round-tag", provision: "round-tag",
  number: "rectangle", municipality: "round-octagon", office: "vee", plan: "cut-rectangle", topic: "rhomboid",
};
const SIZES = { case: 34, item: 22, number: 14, meeting: 16, provision: 14, topic: 14 };
const TOOLS = 52; // pixels above the picture, for the buttons
const FRESH = ["limits", "listing", "exports", "opened"]; // what a changed picture brings with it

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function kindColour(kind) {
  return colour(`--kind-${kind}`) || colour("--kind-other");
}

function shortName(node) {
  const name = node.name.length > 46 ? `${node.name.slice(0, 45).trimEnd()}…` : node.name;
  const dated = node.date && (node.kind === "item" || node.kind === "meeting");
  return dated ? `${node.date.split("-").reverse().join(".")}\n${name}` : name;
}

// Where there is little room the points bear only their dates, and of the rest the best connected their names; the others
// say theirs when they or what is beside them is reached.
function nameShown(node) {
  const data = node.data();
  const narrow = node.cy().width() < 560;
  const crowded = node.cy().nodes().length > (narrow ? 12 : 36);
  if (data.center || !crowded) return data.label;
  if (data.kind === "item") return node.cy().nodes().length > 100 ? "" : data.label.split("\n")[0];
  return narrow || !data.busy ? "" : data.label;
}

// How thick a link is that stands for several.
function thickness(edge) {
  return edge.data("count") ? Math.min(6, 1 + Math.sqrt(edge.data("count")) / 1.5) : 1.2;
}

function looks(larger = 1) {
  const ink = colour("--ink");
  const sheet = colour("--sheet");
  const size = (node) => Math.max(SIZES[node.data("kind")] || 18, node.data("center") ? 34 : 0) * larger;
  const painted = (name, more = {}) => ({ "line-color": colour(name), "target-arrow-color": colour(name), ...more });
  const undirected = { "target-arrow-shape": "none" };
  return [
    {
      selector: "node",
      style: {
        "background-color": (node) => kindColour(node.data("kind")),
        shape: (node) => SHAPES[node.data("kind")] || "ellipse",
        width: size,
        height: size,
        label: nameShown,
        color: ink,
        "font-family": "system-ui, sans-serif",
        "font-size": 12 * larger,
        "text-wrap": "wrap",
        "text-max-width": 120 * larger,
        "text-valign": "bottom",
        "text-margin-y": 4,
        "text-background-color": sheet,
        "text-background-opacity": 0.85,
        "text-background-padding": 1,
        "min-zoomed-font-size": 6,
      },
    },
    { selector: "node[?center]", style: { "font-weight": "bold", "border-width": 5, "border-color": colour("--accent-soft") } },
    { selector: "node[?open]", style: { "border-width": 3, "border-style": "double", "border-color": ink } },
    {
      selector: "edge",
      style: { width: thickness, "curve-style": "bezier", "target-arrow-shape": "triangle", "arrow-scale": 0.7, ...painted("--edge") },
    },
    { selector: 'edge[type = "PART_OF_CASE"]', style: painted("--kind-case", { width: 2.5 }) },
    { selector: 'edge[type = "FOLLOWED_BY"]', style: painted("--accent", { width: 2.5 }) },
    { selector: 'edge[type = "VOTED_FOR"]', style: painted("--for") },
    { selector: 'edge[type = "VOTED_AGAINST"]', style: painted("--against", { "line-style": "dashed" }) },
    { selector: 'edge[type = "VOTED_ALIKE"]', style: painted("--for", undirected) },
    { selector: 'edge[type = "VOTED_APART"]', style: painted("--against", { "line-style": "dashed", ...undirected }) },
    { selector: 'edge[type = "NAMED_WITH"]', style: undirected },
    { selector: 'edge[type = "LINKS_TO"]', style: { "line-style": "dotted", width: 2 } },
    { selector: ".gone", style: { display: "none" } },
    { selector: ".faint", style: { opacity: 0.25 } },
    { selector: ".here, .beside, .found", style: { label: "data(label)", "z-index": 8 } },
    { selector: ".found", style: { "border-width": 4, "border-color": colour("--accent") } },
    { selector: ".here", style: { "border-width": 4, "border-color": colour("--warm"), "z-index": 9 } },
    { selector: "edge.near", style: painted("--warm", { width: 3 }) },
  ];
}

// What the lists of the page say. Hidden is what the filter hides; it keeps its place.
function listed(stage) {
  const nodes = [...document.querySelectorAll(".nodes [data-key]")].map((entry) => ({
    key: entry.dataset.key, kind: entry.dataset.code, name: entry.dataset.name, date: entry.dataset.date || null,
    depth: Number(entry.dataset.depth), opened: entry.dataset.opened || null, hidden: entry.hidden,
  }));
  const links = [...document.querySelectorAll(".links [data-from]")].map(({ dataset }) => ({
    source: dataset.from, target: dataset.to, type: dataset.type, count: Number(dataset.count || 0),
  }));
  return { about: stage.dataset.about, center: stage.dataset.center, nodes, links };
}

// The nodes with most links, apart from points, meetings and numbers: they have no names of their own.
function busiest(drawing) {
  const ties = new Map();
  for (const { source, target } of drawing.links) for (const end of [source, target]) ties.set(end, (ties.get(end) || 0) + 1);
  const named = drawing.nodes.filter((node) => !["item", "meeting", "number", "provision"].includes(node.kind)).map((node) => node.key);
  return new Set(named.sort((one, other) => (ties.get(other) || 0) - (ties.get(one) || 0) || (one < other ? -1 : 1)).slice(0, 24));
}

function elementsOf(drawing, places) {
  const open = new Set(drawing.nodes.map((node) => node.opened));
  const busy = busiest(drawing);
  const nodes = drawing.nodes.map((node) => ({
    group: "nodes",
    data: {
      id: node.key, kind: node.kind, name: node.name, label: shortName(node), center: node.key === drawing.center,
      open: open.has(node.key), busy: busy.has(node.key),
    },
    position: { ...places.get(node.key) },
    classes: node.hidden ? "gone" : "",
  }));
  const edges = drawing.links.map((link, index) => ({
    group: "edges",
    data: { id: `l${index}`, source: link.source, target: link.target, type: link.type, count: link.count },
  }));
  return [...nodes, ...edges];
}

class Picture {
  constructor(stage) {
    this.stage = stage;
    this.cy = cytoscape({
      container: stage, elements: [], minZoom: 0.1, maxZoom: 3, userZoomingEnabled: false, autoungrabify: true,
      boxSelectionEnabled: false, layout: { name: "preset" },
    });
    this.show();
  }

  // Draws what the lists say.
  show() {
    const drawing = listed(this.stage);
    const places = layOut(drawing, this.cy.width() >= this.cy.height());
    this.cy.elements().remove();
    this.cy.add(elementsOf(drawing, places));
    this.frame();
    this.tell(drawing);
  }

  // All of it inside the stage, with letters that can be read at the size it then has; again when the window changes.
  frame() {
    if (!this.cy.width()) return; // on paper the stage is not shown
    this.larger = 1;
    this.paint();
    this.fit();
    this.larger = Math.min(2.5, Math.max(1, 0.85 / this.cy.zoom()));
    this.paint();
    this.fit();
  }

  // For whoever looks at the page with a program: how many are drawn, where what is shown stands, how often it changed.
  tell(drawing) {
    const shown = this.cy.nodes().not(".gone");
    const spot = (node) => [node.id(), [Math.round(node.position("x")), Math.round(node.position("y"))]];
    this.stage.dataset.places = JSON.stringify(Object.fromEntries(shown.map(spot)));
    this.stage.dataset.drawn = String(drawing.nodes.length);
    this.stage.dataset.turns = String(Number(this.stage.dataset.turns || 0) + 1);
  }

  paint() {
    this.cy.style(looks(this.larger));
  }

  // Also what is hidden has its place, so that a filter moves nothing.
  fit() {
    this.cy.viewport(this.cy.nodes().length ? framed(this.cy, this.larger) : { zoom: 1 });
  }
}

function framed(cy, larger) {
  const spots = cy.nodes().map((node) => node.position());
  const [beside, below] = [75 * larger, 55 * larger];
  const left = Math.min(...spots.map(({ x }) => x)) - beside;
  const right = Math.max(...spots.map(({ x }) => x)) + beside;
  const top = Math.min(...spots.map(({ y }) => y)) - below / 2;
  const bottom = Math.max(...spots.map(({ y }) => y)) + below;
  const height = cy.height() - TOOLS;
  const zoom = Math.min(1.4, cy.width() / (right - left), height / (bottom - top));
  return { zoom, pan: { x: (cy.width() - zoom * (left + right)) / 2, y: TOOLS + (height - zoom * (top + bottom)) / 2 } };
}

class Walk {
  constructor(picture) {
    this.picture = picture;
    this.stage = picture.stage;
    this.said = document.getElementById("said");
    this.at = null;
    this.begin();
  }

  // The lists are new: the reader stays where they were, if that is still there.
  begin() {
    this.entries = new Map([...document.querySelectorAll(".nodes [data-key]")].map((entry) => [entry.dataset.key, entry]));
    for (const [key, entry] of this.entries) entry.addEventListener("pointerenter", () => this.go(key, false));
    if (this.at && this.shown(this.at)) this.go(this.at, false);
    else this.at = null;
  }

  shown(key) {
    const node = this.picture.cy.getElementById(key);
    return node.nonempty() && !node.hasClass("gone");
  }

  start() {
    const wanted = this.at || this.stage.dataset.center;
    const key = wanted && this.shown(wanted) ? wanted : [...this.entries.keys()].find((each) => this.shown(each));
    if (key) this.go(key);
  }

  go(key, follow = true) {
    if (!this.shown(key)) return;
    if (this.at) this.entries.get(this.at)?.classList.remove("is-here");
    this.at = key;
    const { cy } = this.picture;
    const node = cy.getElementById(key);
    cy.elements().removeClass("here near beside");
    node.addClass("here");
    const edges = node.connectedEdges(":visible");
    edges.addClass("near");
    edges.connectedNodes().difference(node).addClass("beside");
    const entry = this.entries.get(key);
    entry.classList.add("is-here");
    const many = edges.length === 1 ? this.stage.dataset.one : this.stage.dataset.many.replace("#", edges.length);
    this.said.textContent = `${entry.dataset.kind}: ${node.data("name")}, ${many}`;
    if (follow) this.show(node);
  }

  show(node) {
    const place = node.renderedPosition();
    const { cy } = this.picture;
    if (place.x < 30 || place.y < 30 || place.x > cy.width() - 30 || place.y > cy.height() - 30) cy.center(node);
  }

  // The neighbour that lies nearest in the direction of the key; none there: the nearest of all in that direction.
  step(dx, dy) {
    if (!this.at) return;
    const here = this.picture.cy.getElementById(this.at);
    const start = here.position();
    const best = (nodes) => {
      let chosen = null;
      let least = Infinity;
      nodes.not(".gone").forEach((node) => {
        const x = node.position("x") - start.x;
        const y = node.position("y") - start.y;
        const along = x * dx + y * dy;
        const aside = Math.abs(x * dy) + Math.abs(y * dx);
        if (along > 0 && aside < along * 1.8 && along + aside * 1.5 < least) {
          least = along + aside * 1.5;
          chosen = node;
        }
      });
      return chosen;
    };
    const next = best(here.neighborhood("node")) || best(this.picture.cy.nodes().difference(here));
    if (next) this.go(next.id());
  }

  zoom(factor) {
    const { cy } = this.picture;
    cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
  }

  open() {
    const address = this.entries.get(this.at)?.dataset.address;
    if (address) location.href = address;
  }

  turn() {
    this.entries.get(this.at)?.querySelector("[data-turn]")?.click();
  }

  // Marks what bears the words; gives the first.
  find(words) {
    const { cy } = this.picture;
    cy.elements().removeClass("found faint");
    for (const entry of this.entries.values()) entry.classList.remove("is-found");
    const wanted = words.trim().toLocaleLowerCase();
    if (!wanted) return null;
    const found = cy.nodes().filter((node) => !node.hasClass("gone") && node.data("name").toLocaleLowerCase().includes(wanted));
    cy.elements().difference(found).addClass("faint");
    found.addClass("found").forEach((node) => this.entries.get(node.id()).classList.add("is-found"));
    this.said.textContent = this.stage.dataset.found.replace("#", found.length);
    return found.nonempty() ? found[0].id() : null;
  }

  press(event) {
    const keys = {
      ArrowLeft: () => this.step(-1, 0), ArrowRight: () => this.step(1, 0),
      ArrowUp: () => this.step(0, -1), ArrowDown: () => this.step(0, 1),
      Enter: () => this.open(), " ": () => this.turn(), "+": () => this.zoom(1.25), "-": () => this.zoom(0.8),
      0: () => this.picture.fit(), Escape: () => this.stage.blur(),
    };
    const act = keys[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  }
}

// The form and the links that change the picture.
class View {
  constructor(walk) {
    this.walk = walk;
    this.form = document.getElementById("view");
    this.words = document.getElementById("q");
    this.form.addEventListener("submit", (event) => { event.preventDefault(); this.answer(event.submitter); });
    this.form.addEventListener("change", (event) => { if (event.target !== this.words) this.turn(this.address); });
    this.words.addEventListener("input", () => this.search());
    this.words.addEventListener("keydown", (event) => { if (event.key === "Enter") { event.preventDefault(); this.reach(); } });
    document.addEventListener("click", (event) => this.click(event));
    this.search();
  }

  get address() {
    const asked = [...new FormData(this.form)].filter(([, value]) => value);
    return `${this.form.getAttribute("action")}?${new URLSearchParams(asked)}`;
  }

  answer() {
    this.turn(this.address);
  }

  search() {
    const first = this.walk.find(this.words.value);
    const here = new URL(location.href);
    if (this.words.value) here.searchParams.set("q", this.words.value);
    else here.searchParams.delete("q");
    history.replaceState(null, "", here);
    return first;
  }

  reach() {
    const first = this.search();
    if (first) this.walk.go(first);
  }

  click(event) {
    const link = event.target.closest("a[data-turn]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    const key = link.closest("[data-key]").dataset.key;
    const inList = document.activeElement === link;
    this.turn(link.href).then(() => { if (inList) this.walk.entries.get(key)?.querySelector("[data-turn]")?.focus(); });
  }

  // The page at another address, its lists in the place of these. Where it cannot be had this way, it is opened.
  async turn(address) {
    this.waiting?.abort();
    this.waiting = new AbortController();
    const wanted = new URL(address, location.href);
    if (this.words.value) wanted.searchParams.set("q", this.words.value);
    try {
      const answer = await fetch(wanted, { headers: { Accept: "text/html" }, signal: this.waiting.signal });
      if (!answer.ok) throw new Error(String(answer.status));
      this.take(new DOMParser().parseFromString(await answer.text(), "text/html"));
      history.replaceState(null, "", wanted);
    } catch (error) {
      if (error.name !== "AbortError") location.href = wanted;
      return;
    }
    this.walk.picture.show();
    this.walk.begin();
    if (this.words.value) this.walk.find(this.words.value);
  }

  take(page) {
    const kinds = (from) => [...from.querySelectorAll("#kinds input")].map((box) => box.value).join();
    const fresh = kinds(page) === kinds(document) ? FRESH : [...FRESH, "kinds"];
    for (const id of fresh) document.getElementById(id).replaceWith(document.adoptNode(page.getElementById(id)));
    for (const link of document.querySelectorAll("a[hreflang]")) {
      link.href = page.querySelector(`a[hreflang="${link.hreflang}"]`)?.getAttribute("href") || link.href;
    }
    offerPictures();
  }
}

// The buttons that save what is drawn are of no use without this script.
function offerPictures() {
  for (const id of ["svg", "png"]) document.getElementById(id)?.removeAttribute("hidden");
}

function save(name, content) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

function saved(event, picture) {
  if (event.target.id === "svg") save("graf.svg", new Blob([asSvg(picture.cy, colour("--sheet"))], { type: "image/svg+xml" }));
  if (event.target.id === "png") save("graf.png", picture.cy.png({ output: "blob", full: true, scale: 2, maxWidth: 6000, maxHeight: 6000, bg: colour("--sheet") }));
}

function begin() {
  const stage = document.getElementById("canvas");
  const picture = new Picture(stage);
  const walk = new Walk(picture);
  stage.addEventListener("keydown", (event) => walk.press(event));
  stage.addEventListener("focus", () => walk.start());
  picture.cy.on("resize", () => picture.frame());
  picture.cy.on("tap", "node", (event) => walk.go(event.target.id(), false));
  picture.cy.on("dbltap", "node", () => walk.turn());
  document.getElementById("zoom-in").addEventListener("click", () => walk.zoom(1.25));
  document.getElementById("zoom-out").addEventListener("click", () => walk.zoom(0.8));
  document.getElementById("fit").addEventListener("click", () => picture.fit());
  document.addEventListener("click", (event) => saved(event, picture));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => picture.paint());
  offerPictures();
  if (document.getElementById("view")) new View(walk);
}

addEventListener("DOMContentLoaded", () => {
  try {
    begin();
  } catch {
    const stage = document.getElementById("canvas");
    stage.textContent = stage.dataset.failed;
    stage.dataset.drawn = "0";
  }
});
