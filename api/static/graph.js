// The drawing beside the list: what /api/graph answers, drawn by cytoscape.js, walked by keyboard.
"use strict";

const SHAPES = {
  case: "round-rectangle", item: "ellipse", meeting: "diamond", body: "round-hexagon", person: "ellipse",
  party: "round-triangle", organisation: "round-pentagon", law: "round-tag", provision: "round-tag",
  number: "rectangle", municipality: "round-octagon", office: "vee", plan: "cut-rectangle",
};
const SIZES = { case: 34, item: 22, number: 14, meeting: 16, provision: 14 };

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

// Points stand in the order of time from left to right; what belongs to them starts near them. From the same answer
// the same picture comes: nothing here is random.
function firstPlaces(drawing) {
  const places = new Map();
  const dated = drawing.nodes.filter((node) => node.kind === "item").sort((a, b) => (a.date || "").localeCompare(b.date || "") || (a.key < b.key ? -1 : 1));
  dated.forEach((node, index) => places.set(node.key, { x: (index - (dated.length - 1) / 2) * 170, y: index % 2 ? 40 : -40 }));
  const around = new Map(drawing.nodes.map((node) => [node.key, []]));
  for (const link of drawing.links) {
    around.get(link.source).push(link.target);
    around.get(link.target).push(link.source);
  }
  drawing.nodes.forEach((node, index) => {
    if (places.has(node.key)) return;
    const known = around.get(node.key).map((key) => places.get(key)).filter(Boolean);
    const angle = index * 2.399963; // the golden angle: neighbours in the list stand apart
    const reach = node.key === drawing.center ? 10 : 150 + 30 * node.depth;
    const x = known.reduce((sum, place) => sum + place.x, 0) / (known.length || 1);
    const y = known.reduce((sum, place) => sum + place.y, 0) / (known.length || 1);
    places.set(node.key, { x: x + reach * Math.cos(angle), y: y + reach * Math.sin(angle) });
  });
  return places;
}

// Where there is little room the points bear only their dates, and what is beside them says its name when it is reached.
function nameShown(node) {
  const data = node.data();
  const narrow = node.cy().width() < 560;
  const crowded = node.cy().nodes().length > (narrow ? 12 : 36);
  if (data.center || (!crowded && !narrow) || (!crowded && data.kind === "item")) return data.label;
  if (data.kind === "item") return data.label.split("\n")[0];
  return narrow || ["meeting", "number", "provision", "item"].includes(data.kind) ? "" : data.label;
}

function looks() {
  const ink = colour("--ink");
  const sheet = colour("--sheet");
  return [
    {
      selector: "node",
      style: {
        "background-color": (node) => kindColour(node.data("kind")),
        shape: (node) => SHAPES[node.data("kind")] || "ellipse",
        width: (node) => SIZES[node.data("kind")] || 18,
        height: (node) => SIZES[node.data("kind")] || 18,
        label: nameShown,
        color: ink,
        "font-family": "system-ui, sans-serif",
        "font-size": 12,
        "text-wrap": "wrap",
        "text-max-width": 120,
        "text-valign": "bottom",
        "text-margin-y": 4,
        "text-background-color": sheet,
        "text-background-opacity": 0.85,
        "text-background-padding": 1,
        "min-zoomed-font-size": 6,
      },
    },
    { selector: "node[?center]", style: { "font-weight": "bold", "border-width": 5, "border-color": colour("--accent-soft") } },
    {
      selector: "edge",
      style: {
        width: 1.2, "line-color": colour("--edge"), "curve-style": "bezier", "target-arrow-shape": "triangle",
        "target-arrow-color": colour("--edge"), "arrow-scale": 0.7,
      },
    },
    { selector: 'edge[type = "PART_OF_CASE"]', style: { width: 2.5, "line-color": colour("--kind-case"), "target-arrow-color": colour("--kind-case") } },
    { selector: 'edge[type = "VOTED_FOR"]', style: { "line-color": colour("--for"), "target-arrow-color": colour("--for") } },
    { selector: 'edge[type = "VOTED_AGAINST"]', style: { "line-color": colour("--against"), "target-arrow-color": colour("--against"), "line-style": "dashed" } },
    { selector: 'edge[type = "LINKS_TO"]', style: { "line-style": "dotted", width: 2 } },
    { selector: ".here, .beside", style: { label: "data(label)", "z-index": 8 } },
    { selector: ".here", style: { "border-width": 4, "border-color": colour("--warm"), "z-index": 9 } },
    { selector: "edge.near", style: { width: 3, "line-color": colour("--warm"), "target-arrow-color": colour("--warm") } },
  ];
}

// Turns the picture along the stage (a narrow stage stands, a broad one lies), with time from left to right or from
// top to bottom, gives it the stage's form, and letters that can be read at the size it then has.
function settle(picture, drawing) {
  const wide = picture.width() >= picture.height();
  const nodes = picture.nodes();
  const box = () => nodes.boundingBox({ includeLabels: false });
  const place = (move) => nodes.positions((node) => move(node.position("x"), node.position("y")));
  const first = box();
  if (wide !== first.w >= first.h) place((x, y) => ({ x: y, y: x }));
  const dated = drawing.nodes.filter((node) => node.kind === "item" && node.date).sort((a, b) => a.date.localeCompare(b.date));
  const half = Math.floor(dated.length / 2);
  const axis = wide ? "x" : "y";
  const middle = (some) => some.reduce((sum, node) => sum + picture.getElementById(node.key).position(axis), 0);
  if (half && middle(dated.slice(0, half)) > middle(dated.slice(-half))) {
    place((x, y) => (wide ? { x: -x, y } : { x, y: -y }));
  }
  const { w, h } = box();
  const form = (picture.width() / picture.height()) * (h / (w || 1)) * 0.95;
  place((x, y) => ({ x: x * Math.min(2.2, Math.max(1, form)), y: y * Math.min(2.2, Math.max(1, 1 / form)) }));
  picture.fit(undefined, 30);
  const larger = Math.min(2.5, Math.max(1, 0.85 / picture.zoom()));
  nodes.style({
    "font-size": 12 * larger, "text-max-width": 120 * larger,
    width: (node) => (SIZES[node.data("kind")] || 18) * larger, height: (node) => (SIZES[node.data("kind")] || 18) * larger,
  });
  picture.fit(undefined, 20);
}

function draw(stage, drawing) {
  const places = firstPlaces(drawing);
  return cytoscape({
    container: stage,
    elements: {
      nodes: drawing.nodes.map((node) => ({
        data: { id: node.key, kind: node.kind, name: node.name, label: shortName(node), center: node.key === drawing.center },
        position: places.get(node.key),
      })),
      edges: drawing.links.map((link, index) => ({ data: { id: `l${index}`, source: link.source, target: link.target, type: link.type } })),
    },
    style: looks(),
    layout: {
      name: "cose", randomize: false, animate: false, fit: true, padding: 40, nodeRepulsion: () => 26000,
      idealEdgeLength: () => 90, nodeOverlap: 24, gravity: 0.35, numIter: 700, nodeDimensionsIncludeLabels: true,
    },
    minZoom: 0.2,
    maxZoom: 3,
    userZoomingEnabled: false,
    autoungrabify: false,
    boxSelectionEnabled: false,
  });
}

class Walk {
  constructor(stage, picture) {
    this.stage = stage;
    this.picture = picture;
    this.said = document.getElementById("said");
    this.entries = new Map([...document.querySelectorAll(".nodes li")].map((entry) => [entry.dataset.key, entry]));
    this.at = null;
  }

  go(key, follow = true) {
    if (this.at) this.entries.get(this.at)?.classList.remove("is-here");
    this.at = key;
    const node = this.picture.getElementById(key);
    this.picture.elements().removeClass("here near beside");
    node.addClass("here");
    node.connectedEdges().addClass("near");
    node.neighborhood("node").addClass("beside");
    const entry = this.entries.get(key);
    entry.classList.add("is-here");
    const links = node.connectedEdges().length;
    const many = links === 1 ? this.stage.dataset.one : this.stage.dataset.many.replace("#", links);
    this.said.textContent = `${entry.dataset.kind}: ${node.data("name")}, ${many}`;
    if (follow) this.show(node);
  }

  show(node) {
    const place = node.renderedPosition();
    const width = this.picture.width();
    const height = this.picture.height();
    if (place.x < 30 || place.y < 30 || place.x > width - 30 || place.y > height - 30) this.picture.center(node);
  }

  // The neighbour that lies nearest in the direction of the key; none there: the nearest of all in that direction.
  step(dx, dy) {
    const here = this.picture.getElementById(this.at);
    const start = here.position();
    const best = (nodes) => {
      let chosen = null;
      let least = Infinity;
      nodes.forEach((node) => {
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
    const next = best(here.neighborhood("node")) || best(this.picture.nodes().difference(here));
    if (next) this.go(next.id());
  }

  zoom(factor) {
    this.picture.zoom({ level: this.picture.zoom() * factor, renderedPosition: { x: this.picture.width() / 2, y: this.picture.height() / 2 } });
  }

  open() {
    const address = this.entries.get(this.at)?.dataset.address;
    if (address) location.href = address;
  }

  press(event) {
    const keys = {
      ArrowLeft: () => this.step(-1, 0), ArrowRight: () => this.step(1, 0),
      ArrowUp: () => this.step(0, -1), ArrowDown: () => this.step(0, 1),
      Enter: () => this.open(), "+": () => this.zoom(1.25), "-": () => this.zoom(0.8),
      0: () => this.picture.fit(undefined, 40), Escape: () => this.stage.blur(),
    };
    const act = keys[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  }
}

// A drawing without an address of its own is what the lists beside it say.
function listed() {
  const nodes = [...document.querySelectorAll(".nodes li")].map(({ dataset }) => ({
    key: dataset.key, kind: dataset.code, name: dataset.name, date: dataset.date || null, depth: 1,
  }));
  const links = [...document.querySelectorAll(".links [data-source]")].map(({ dataset }) => ({ ...dataset }));
  return { center: nodes[0].key, nodes, links };
}

async function fetched(address) {
  const answer = await fetch(address, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

async function begin() {
  const stage = document.getElementById("canvas");
  const drawing = stage.dataset.source ? await fetched(stage.dataset.source) : listed();
  const picture = draw(stage, drawing);
  settle(picture, drawing);
  const walk = new Walk(stage, picture);
  stage.addEventListener("keydown", (event) => walk.press(event));
  stage.addEventListener("focus", () => walk.go(walk.at || drawing.center));
  picture.on("tap", "node", (event) => walk.go(event.target.id(), false));
  picture.on("dbltap", "node", () => walk.open());
  document.getElementById("zoom-in").addEventListener("click", () => walk.zoom(1.25));
  document.getElementById("zoom-out").addEventListener("click", () => walk.zoom(0.8));
  document.getElementById("fit").addEventListener("click", () => picture.fit(undefined, 40));
  for (const [key, entry] of walk.entries) entry.addEventListener("pointerenter", () => walk.go(key, false));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    picture.style(looks());
    settle(picture, drawing);
  });
  stage.dataset.drawn = String(drawing.nodes.length);
}

addEventListener("DOMContentLoaded", () => {
  begin().catch(() => {
    const stage = document.getElementById("canvas");
    stage.textContent = stage.dataset.failed;
    stage.dataset.drawn = "0";
  });
});
