// Where the nodes of a drawing stand. The same drawing gives the same places: nothing here is random, and what is opened
// moves nothing that stood there before.
"use strict";

const ROOM = 100; // between two nodes that are joined
const GOLDEN = 2.399963; // radians: what follows each other in a list stands apart

function layOut(drawing, wide) {
  const base = drawing.nodes.filter((node) => !node.opened);
  const within = new Set(base.map((node) => node.key));
  const links = drawing.links.filter((link) => within.has(link.source) && within.has(link.target));
  const ordered = { case: lanes, path: layers }[drawing.about];
  const places = ordered ? ordered(base, links, wide) : spread(base, links, drawing.center);
  if (ordered ? !wide : lies(places) !== wide) for (const [key, { x, y }] of places) places.set(key, { x: y, y: x });
  const room = base.length > 36 || !wide ? [76, 54] : [136, 108]; // where names are shown they need some
  if (!ordered) fill(base, places, wide ? "x" : "y", room);
  for (const parent of new Set(drawing.nodes.map((node) => node.opened).filter(Boolean))) {
    bring(drawing, places, parent, room);
  }
  return places;
}

const byDate = (one, other) => (one.date || "").localeCompare(other.date || "") || (one.key < other.key ? -1 : 1);

// Points in the order of time, each in the lane of its body.
function lanes(nodes, links, wide) {
  const [along, aside] = wide ? [150, 130] : [120, 150];
  const dated = nodes.filter((node) => node.kind === "item").sort((one, other) => one.depth - other.depth);
  const points = new Map(dated.map((node, index) => [node.key, index]));
  const first = new Map();
  for (const { source, target, type } of links) {
    if (type === "HANDLED") first.set(source, Math.min(first.get(source) ?? Infinity, points.get(target)));
  }
  const bodies = nodes.filter((node) => node.kind !== "item");
  bodies.sort((one, other) => (first.get(one.key) ?? Infinity) - (first.get(other.key) ?? Infinity) || (one.key < other.key ? -1 : 1));
  const lane = new Map(bodies.map((node, index) => [node.key, index]));
  const places = new Map(bodies.map((node) => [node.key, { x: 0, y: lane.get(node.key) * aside }]));
  for (const { source, target, type } of links) {
    if (type === "HANDLED") places.set(target, { x: 40 + along + points.get(target) * along, y: lane.get(source) * aside });
  }
  return places;
}

// A column for each step from the one end to the other.
function layers(nodes, links, wide) {
  const [along, aside] = wide ? [220, 115] : [140, 150];
  const columns = new Map();
  for (const node of nodes) columns.set(node.depth, [...(columns.get(node.depth) || []), node.key]);
  const places = new Map();
  for (const [depth, keys] of columns) {
    keys.forEach((key, index) => places.set(key, { x: depth * along, y: (index - (keys.length - 1) / 2) * aside }));
  }
  return places;
}

// Joined nodes draw each other near, all push each other away (after Fruchterman and Reingold, 1991).
function spread(nodes, links, center) {
  const places = begun(nodes, links, center);
  const spots = nodes.map((node) => places.get(node.key));
  const at = new Map(nodes.map((node, index) => [node.key, index]));
  const ties = links.filter((link) => link.type !== "VOTED_APART").map((link) => [at.get(link.source), at.get(link.target)]);
  const room = ROOM * (nodes.length > 36 ? 1.1 : 1.4);
  const rounds = nodes.length > 150 ? 160 : 260;
  for (let round = 0; round < rounds; round += 1) {
    const moves = spots.map(({ x, y }) => ({ x: -x * 0.12, y: -y * 0.12 }));
    push(spots, moves, room);
    for (const [one, other] of ties) pull(spots, moves, one, other, room);
    const most = 60 * (1 - round / rounds) + 1;
    spots.forEach((spot, index) => step(spot, moves[index], most));
  }
  return places;
}

// Points begin in the order of time from left to right, what belongs to them near them.
function begun(nodes, links, center) {
  const places = new Map();
  const dated = nodes.filter((node) => node.kind === "item").sort(byDate);
  dated.forEach((node, index) => places.set(node.key, { x: (index - (dated.length - 1) / 2) * 120, y: index % 2 ? 40 : -40 }));
  const around = new Map(nodes.map((node) => [node.key, []]));
  for (const link of links) {
    around.get(link.source).push(link.target);
    around.get(link.target).push(link.source);
  }
  nodes.forEach((node, index) => {
    if (places.has(node.key)) return;
    const known = around.get(node.key).map((key) => places.get(key)).filter(Boolean);
    const reach = node.key === center ? 10 : 150 + 30 * node.depth;
    const middle = (axis) => known.reduce((sum, place) => sum + place[axis], 0) / (known.length || 1);
    places.set(node.key, { x: middle("x") + reach * Math.cos(index * GOLDEN), y: middle("y") + reach * Math.sin(index * GOLDEN) });
  });
  return places;
}

function push(spots, moves, room) {
  for (let one = 0; one < spots.length; one += 1) {
    for (let other = one + 1; other < spots.length; other += 1) {
      const x = spots[one].x - spots[other].x || (one - other) * 0.01;
      const y = spots[one].y - spots[other].y || 0.01;
      const force = (room * room) / (x * x + y * y + 1);
      moves[one].x += x * force;
      moves[one].y += y * force;
      moves[other].x -= x * force;
      moves[other].y -= y * force;
    }
  }
}

function pull(spots, moves, one, other, room) {
  const x = spots[one].x - spots[other].x;
  const y = spots[one].y - spots[other].y;
  const force = Math.hypot(x, y) / room / 2;
  moves[one].x -= x * force;
  moves[one].y -= y * force;
  moves[other].x += x * force;
  moves[other].y += y * force;
}

function step(spot, move, most) {
  const length = Math.hypot(move.x, move.y) || 1;
  spot.x += (move.x / length) * Math.min(length, most);
  spot.y += (move.y / length) * Math.min(length, most);
}

// Moves apart what would stand on each other; only what is among `free` moves.
function part(spots, free, [width, height]) {
  const moving = new Set(free);
  for (let round = 0; round < 60; round += 1) {
    let moved = false;
    for (let one = 0; one < spots.length; one += 1) {
      for (let other = one + 1; other < spots.length; other += 1) {
        moved = partTwo(spots[one], spots[other], moving, width, height) || moved;
      }
    }
    if (!moved) return;
  }
}

function partTwo(one, other, moving, width, height) {
  const x = width - Math.abs(one.x - other.x);
  const y = height - Math.abs(one.y - other.y);
  const share = moving.has(one) + moving.has(other);
  if (x <= 0 || y <= 0 || !share) return false;
  const axis = y / height < x / width ? "y" : "x";
  const way = (one[axis] < other[axis] ? -1 : 1) * ((axis === "x" ? x : y) / share + 0.5);
  if (moving.has(one)) one[axis] += way;
  if (moving.has(other)) other[axis] -= way;
  return true;
}

function lies(places) {
  const box = (axis) => {
    const values = [...places.values()].map((place) => place[axis]);
    return Math.max(...values) - Math.min(...values);
  };
  return box("x") >= box("y");
}

// Turns the drawing so that time goes from left to right, or from top to bottom; fills the stage's longer side.
function fill(nodes, places, axis, room) {
  const dated = nodes.filter((node) => node.kind === "item" && node.date).sort(byDate);
  const half = Math.floor(dated.length / 2);
  const middle = (some) => some.reduce((sum, node) => sum + places.get(node.key)[axis], 0);
  const turned = half && middle(dated.slice(0, half)) > middle(dated.slice(-half)) ? -1 : 1;
  for (const place of places.values()) place[axis] *= 1.35 * turned;
  const spots = [...places.values()];
  part(spots, spots, room);
}

// What an opened node brings stands in a fan on its outer side.
function bring(drawing, places, parent, room) {
  const brought = drawing.nodes.filter((node) => node.opened === parent);
  const from = places.get(parent);
  const all = [...places.values()];
  const middle = (axis) => all.reduce((sum, place) => sum + place[axis], 0) / all.length;
  const outward = Math.atan2(from.y - middle("y"), from.x - middle("x") || 0.01);
  const spots = brought.map((node, index) => {
    const ring = Math.floor(index / 9);
    const among = Math.min(9, brought.length - ring * 9);
    const angle = outward + ((index % 9) - (among - 1) / 2) * (2.2 / Math.max(among - 1, 4));
    const reach = ROOM * (1.6 + ring * 0.9);
    const spot = { x: from.x + reach * Math.cos(angle), y: from.y + reach * Math.sin(angle) };
    places.set(node.key, spot);
    return spot;
  });
  part([...places.values()], spots, room);
}
