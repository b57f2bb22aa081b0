// Opens every kind of page in Chromium, wide and narrow, light and dark, and looks for what a reader would stumble on.
//
//   node check.mjs ADDRESS FOLDER [PATH…]
//
// ADDRESS is a running server; pictures are written to FOLDER; further PATHs are opened beside the usual ones.
// Exit code 1 when anything is wrong, with one line for each fault.

import { mkdir } from "node:fs/promises";
import { chromium } from "playwright-core";

const [address, folder, ...further] = process.argv.slice(2);
if (!address || !folder) {
  console.error("usage: node check.mjs ADDRESS FOLDER [PATH…]");
  process.exit(2);
}
const FLAGS = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];
const WIDTHS = [1280, 390];
const SCHEMES = ["light", "dark"];
const faults = [];

async function waitForServer(seconds) {
  for (let waited = 0; waited < seconds; waited += 0.5) {
    const answer = await fetch(`${address}/health`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((done) => setTimeout(done, 500));
  }
  throw new Error(`no server answers at ${address}`);
}

async function json(path) {
  const answer = await fetch(address + path);
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  return answer.json();
}

// Where a fact stands in its source: on a page of a PDF, or among the lines of a text.
function sourceOf(points, fits) {
  const proofs = points.flatMap((point) => [...point.evidence, ...point.decisions.flatMap((one) => one.evidence)]);
  const proof = proofs.find(fits);
  if (!proof) throw new Error("the example has no such source");
  const place = proof.page ? `side/${proof.page}` : `linje/${proof.line}`;
  return `/dokumenter/${proof.document}/${place}?fakta=${encodeURIComponent(proof.id)}`;
}

// One page of each kind: the case with most points, and what its points lead to.
async function findPages() {
  const seg = encodeURIComponent;
  const cases = (await json("/api/cases?limit=100")).cases;
  const most = cases.reduce((best, one) => (one.item_count > best.item_count ? one : best));
  const history = await json(`/api/cases/${seg(most.id)}/history`);
  const event = history.points.find((one) => one.decisions.some((decision) => decision.votes.length)) || history.points.at(-1);
  const first = async (list, key) => (await json(`/api/${list}?limit=1`))[key][0];
  const pages = {
    front: "/",
    cases: "/sager",
    followups: "/opfoelgninger",
    lacking: "/mangler",
    conflicts: "/modstrid",
    questions: "/spoergsmaal",
    question: `/spoergsmaal/case_history?number=${seg(most.numbers[0] ?? "1")}`,
    case: `/sager/${seg(most.id)}`,
    number: `/sagsnumre/${seg(event.case_numbers[0]?.id ?? "x")}`,
    item: `/punkter/${seg(event.id)}?linje=${event.evidence[0].line}`,
    meeting: `/moeder/${seg(event.meeting)}`,
    body: `/udvalg/${seg(event.body.id)}`,
    municipality: `/kommuner/${seg(event.municipality.id)}`,
    document: `/dokumenter/${event.document}`,
    source: sourceOf(await pointsWith((one) => one.page), (one) => one.page),
    lines: sourceOf(await pointsWith((one) => one.pointer), (one) => one.pointer),
    search: `/soeg?q=${seg(most.title.split(" ")[0])}`,
    graph: `/graf?node=${seg(`case:${most.id}`)}`,
    cypher: `/cypher?q=${seg("MATCH (i:AgendaItem)-[r:PART_OF_CASE]->(c:Case) RETURN c, r, i, i.title AS titel LIMIT 9")}`,
    missing: "/sager/25-9999",
    api: "/api/docs",
  };
  for (const [name, list, key, folderName] of [
    ["person", "persons", "persons", "personer"], ["organisation", "organisations", "organisations", "organisationer"],
    ["law", "laws", "laws", "love"],
  ]) {
    const one = await first(list, key);
    if (one) pages[name] = `/${folderName}/${seg(one.id)}`;
  }
  further.forEach((path, index) => { pages[`further-${index + 1}`] = path; });
  return pages;
}

// The first point of the example with a piece of evidence that fits.
async function pointsWith(fits) {
  for (const { id } of (await json("/api/items?limit=200")).items) {
    const point = await json(`/api/items/${encodeURIComponent(id)}`);
    if (point.evidence.some(fits)) return [point];
  }
  throw new Error("the example has no such point");
}

function watch(page, place) {
  const host = new URL(address).host;
  page.on("console", (message) => {
    const expected = place.missing && message.text().includes("404");
    if (message.type() === "error" && !expected) faults.push(`${place.name}: console says ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`${place.name}: script fails with ${error.message}`));
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith("http") && url.host !== host) faults.push(`${place.name}: asks ${url.host}`);
  });
}

async function look(page, name, path, width, scheme) {
  const place = { name: `${name} ${width} ${scheme}`, missing: name === "missing" };
  watch(page, place);
  const answer = await page.goto(address + path, { waitUntil: "networkidle" });
  const expected = name === "missing" ? 404 : 200;
  if (answer.status() !== expected) faults.push(`${place.name}: answered ${answer.status()}`);
  if (name === "graph" || name === "cypher") await page.waitForSelector("#canvas[data-drawn]");
  if (name === "api") await page.waitForSelector(".swagger-ui .opblock");
  const seen = await page.evaluate(() => ({
    over: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    headings: document.querySelectorAll("h1").length,
    language: document.documentElement.lang,
    main: document.querySelectorAll("main").length,
    doubled: [...document.querySelectorAll("[id]")].map((one) => one.id).filter((id, at, all) => all.indexOf(id) !== at),
  }));
  if (seen.over > 0) faults.push(`${place.name}: is ${seen.over} px wider than the window`);
  if (seen.headings !== 1 && name !== "api") faults.push(`${place.name}: has ${seen.headings} h1`);
  if (seen.language !== "da") faults.push(`${place.name}: says its language is '${seen.language}'`);
  if (seen.main !== 1) faults.push(`${place.name}: has ${seen.main} main`);
  if (seen.doubled.length) faults.push(`${place.name}: has ids twice: ${seen.doubled.join(", ")}`);
  await page.screenshot({ path: `${folder}/${name}-${width}-${scheme}.png`, fullPage: name !== "api" });
}

async function walkGraph(page, path) {
  await page.goto(address + path, { waitUntil: "networkidle" });
  await page.waitForSelector("#canvas[data-drawn]");
  const drawn = Number(await page.getAttribute("#canvas", "data-drawn"));
  const listed = await page.locator(".nodes li").count();
  if (!drawn || drawn !== listed) faults.push(`graph: draws ${drawn} nodes and lists ${listed}`);
  await page.focus("#canvas");
  const before = await page.textContent("#said");
  for (const key of ["ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown"]) await page.keyboard.press(key);
  const heard = new Set([before]);
  for (const key of ["ArrowRight", "ArrowUp", "ArrowLeft", "ArrowDown"]) {
    await page.keyboard.press(key);
    heard.add(await page.textContent("#said"));
  }
  if (heard.size < 2) faults.push("graph: arrow keys lead nowhere");
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.pathname !== "/graf", { timeout: 5000 }).catch(() => faults.push("graph: Enter opens nothing"));
}

async function askByKeyboard(page) {
  await page.goto(`${address}/cypher`);
  await page.focus("#q");
  await page.keyboard.type("RETURN 41 + 1 AS svar");
  await page.keyboard.press("Control+Enter");
  const answered = await page.waitForSelector("main td", { timeout: 10000 }).catch(() => null);
  if ((await answered?.textContent()) !== "42") faults.push("cypher: Ctrl+Enter does not run the statement");
}

async function walkByKeyboard(page) {
  await page.goto(`${address}/`);
  await page.keyboard.press("Tab");
  const skip = await page.evaluate(() => document.activeElement.className);
  if (skip !== "skip") faults.push(`front: the first tab stop is '${skip}', not the skip link`);
  await page.keyboard.press("Enter");
  const at = await page.evaluate(() => document.activeElement.id);
  if (at !== "indhold") faults.push("front: the skip link does not lead to the content");
}

async function readWithoutScript(browser, pages) {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  for (const name of ["front", "case", "item", "graph", "cypher"]) {
    await page.goto(address + pages[name]);
    const text = await page.innerText("main");
    if (text.length < 100) faults.push(`${name}: is nearly empty without JavaScript`);
  }
  await page.goto(address + pages.case);
  const proof = page.locator("details.proof").first();
  await proof.locator("summary").click();
  if (!(await proof.locator("blockquote").first().isVisible())) faults.push("case: evidence does not open without JavaScript");
  await seeSource(page);
  await context.close();
}

// From a fact to its place in the source and back, by its links alone.
async function seeSource(page) {
  const point = (await pointsWith((one) => one.page))[0];
  await page.goto(`${address}/punkter/${encodeURIComponent(point.id)}`);
  const proof = page.locator("details.proof").first();
  const anchor = await proof.locator("blockquote").first().getAttribute("id");
  await proof.locator("summary").click();
  await proof.locator("a").first().click();
  await page.waitForURL((url) => url.pathname.startsWith("/dokumenter/"));
  const drawn = await page.locator(".sheet img").evaluate((image) => image.complete && image.naturalWidth);
  if (!drawn) faults.push("source: the page is not shown");
  if (!(await page.locator("#fund").count())) faults.push("source: the place is not marked");
  if (!(await page.locator("mark").count())) faults.push("source: the words are not marked");
  await page.locator(".rows a").first().click();
  await page.waitForURL((url) => url.pathname.startsWith("/punkter/"));
  if (!page.url().endsWith(`#${anchor}`)) faults.push(`source: leads back to ${page.url()}, not to #${anchor}`);
}

await mkdir(folder, { recursive: true });
await waitForServer(60);
const pages = await findPages();
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: FLAGS });
for (const scheme of SCHEMES) {
  for (const width of WIDTHS) {
    const context = await browser.newContext({ viewport: { width, height: width > 800 ? 900 : 844 }, colorScheme: scheme });
    for (const [name, path] of Object.entries(pages)) {
      const page = await context.newPage();
      await look(page, name, path, width, scheme);
      await page.close();
    }
    await context.close();
  }
}
const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
const page = await context.newPage();
await walkGraph(page, pages.graph);
await walkByKeyboard(page);
await askByKeyboard(page);
await readWithoutScript(browser, pages);
await browser.close();
for (const fault of faults) console.error(fault);
console.log(`${Object.keys(pages).length} pages, ${WIDTHS.length} widths, ${SCHEMES.length} schemes: ${faults.length} faults`);
process.exit(faults.length ? 1 : 0);
