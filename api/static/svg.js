// The picture as SVG: what cytoscape.js has drawn, with its places and looks, as lines, shapes and words.
"use strict";

const CORNERS = {
  "round-rectangle": [[-1, -1], [1, -1], [1, 1], [-1, 1]], rectangle: [[-1, -1], [1, -1], [1, 1], [-1, 1]],
  diamond: [[0, -1], [1, 0], [0, 1], [-1, 0]], "round-hexagon": [[-1, 0], [-0.5, -1], [0.5, -1], [1, 0], [0.5, 1], [-0.5, 1]],
  "round-triangle": [[0, -1], [1, 1], [-1, 1]], "round-pentagon": [[0, -1], [1, -0.24], [0.62, 1], [-0.62, 1], [-1, -0.24]],
  "round-tag": [[-1, -1], [0.5, -1], [1, 0], [0.5, 1], [-1, 1]], vee: [[-1, -1], [0, -0.33], [1, -1], [0, 1]],
  "round-octagon": [[-0.4, -1], [0.4, -1], [1, -0.4], [1, 0.4], [0.4, 1], [-0.4, 1], [-1, 0.4], [-1, -0.4]],
  "cut-rectangle": [[-0.6, -1], [0.6, -1], [1, -0.6], [1, 0.6], [0.6, 1], [-0.6, 1], [-1, 0.6], [-1, -0.6]],
  rhomboid: [[-1, -1], [0.33, -1], [1, 1], [-0.33, 1]],
};
const DASHES = { dashed: "6 3", dotted: "1 3" };

const exact = (number) => Math.round(number * 10) / 10;
const escaped = (text) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, "").replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

function asSvg(cy, paper) {
  const shown = cy.elements(":visible");
  const box = shown.boundingBox();
  const frame = [box.x1 - 20, box.y1 - 20, box.w + 40, box.h + 40].map(exact).join(" ");
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${frame}" font-family="system-ui, sans-serif">`,
    `<title>${escaped(document.querySelector("h1").textContent)}</title>`,
    `<rect x="${exact(box.x1 - 20)}" y="${exact(box.y1 - 20)}" width="100%" height="100%" fill="${paper}"/>`,
    ...shown.edges().map(line),
    ...shown.nodes().map(shape),
    ...shown.nodes().map((node) => words(node, paper)),
    "</svg>\n",
  ].join("\n");
}

function line(edge) {
  const from = edge.sourceEndpoint();
  const to = edge.targetEndpoint();
  const paint = edge.style("line-color");
  const width = parseFloat(edge.style("width"));
  const dash = DASHES[edge.style("line-style")];
  const drawn = `<line x1="${exact(from.x)}" y1="${exact(from.y)}" x2="${exact(to.x)}" y2="${exact(to.y)}" stroke="${paint}" stroke-width="${exact(width)}"${dash ? ` stroke-dasharray="${dash}"` : ""}/>`;
  return edge.style("target-arrow-shape") === "none" ? drawn : drawn + arrow(from, to, paint, 4 + width);
}

function arrow(from, to, paint, size) {
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  const wing = (aside) => `${exact(to.x - size * Math.cos(angle + aside))},${exact(to.y - size * Math.sin(angle + aside))}`;
  return `<polygon points="${exact(to.x)},${exact(to.y)} ${wing(0.45)} ${wing(-0.45)}" fill="${paint}"/>`;
}

function shape(node) {
  const { x, y } = node.position();
  const half = node.width() / 2;
  const border = parseFloat(node.style("border-width"));
  const paint = `fill="${node.style("background-color")}"${border ? ` stroke="${node.style("border-color")}" stroke-width="${exact(border)}"` : ""}`;
  const corners = CORNERS[node.style("shape")];
  if (!corners) return `<circle cx="${exact(x)}" cy="${exact(y)}" r="${exact(half)}" ${paint}/>`;
  return `<polygon points="${corners.map(([dx, dy]) => `${exact(x + dx * half)},${exact(y + dy * half)}`).join(" ")}" ${paint}/>`;
}

function words(node, paper) {
  const size = parseFloat(node.style("font-size"));
  const most = Math.floor(parseFloat(node.style("text-max-width")) / (size * 0.55));
  const lines = node.style("label").split("\n").flatMap((text) => wrapped(text, most));
  const { x, y } = node.position();
  const top = y + node.height() / 2 + 4 + size;
  return lines.map((text, index) => `<text x="${exact(x)}" y="${exact(top + index * size * 1.15)}" font-size="${exact(size)}" text-anchor="middle" fill="${node.style("color")}" stroke="${paper}" stroke-width="3" paint-order="stroke"${node.data("center") ? ' font-weight="bold"' : ""}>${escaped(text)}</text>`).join("");
}

function wrapped(text, most) {
  const lines = [];
  for (const word of text.split(" ").filter(Boolean)) {
    const last = lines.length - 1;
    if (last >= 0 && lines[last].length + 1 + word.length <= most) lines[last] += ` ${word}`;
    else lines.push(word);
  }
  return lines;
}
