// Opens every kind of page in Chromium, wide and narrow, light and dark, and looks for what a reader would stumble on;
// axe-core judges each for readers with a screen reader. Then the journeys of readers, with and without JavaScript.
//
//   node check.mjs ADDRESS FOLDER [PATH…]
//
// ADDRESS is a running server with the example; pictures are written to FOLDER; further PATHs are opened beside the
// usual ones. Exit code 1 when anything is wrong, with one line for each fault.

import { mkdir } from "node:fs/promises";
import axe from "axe-core";
import { JOURNEYS } from "./journeys.mjs";
import { Site, openBrowser } from "./site.mjs";

const [address, folder, ...further] = process.argv.slice(2);
if (!address || !folder) {
  console.error("usage: node check.mjs ADDRESS FOLDER [PATH…]");
  process.exit(2);
}
const WIDTHS = [1280, 390];
const SCHEMES = ["light", "dark"];
const THIRD_PARTY = ["api"]; // Swagger UI brings its own page; its faults are not ours to mend
const faults = [];
const site = new Site(address);

// Every other host is cut off, so that a page that needs one shows it.
async function seclude(context) {
  await context.route((url) => url.protocol.startsWith("http") && url.host !== site.host, (route) => {
    faults.push(`asks ${new URL(route.request().url()).host}`);
    return route.abort();
  });
}

function watch(page, place) {
  page.on("console", (message) => {
    const expected = place.missing && message.text().includes("404");
    if (message.type() === "error" && !expected) faults.push(`${place.name}: console says ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`${place.name}: script fails with ${error.message}`));
}

async function look(page, name, path, width, scheme) {
  const place = { name: `${name} ${width} ${scheme}`, missing: name.startsWith("missing") };
  watch(page, place);
  const answer = await page.goto(address + path, { waitUntil: "networkidle" });
  const expected = place.missing ? 404 : 200;
  if (answer.status() !== expected) faults.push(`${place.name}: answered ${answer.status()}`);
  if (path.startsWith("/graf") || name === "cypher") await page.waitForSelector("#canvas[data-drawn]");
  if (name === "api") await page.waitForSelector(".swagger-ui .opblock");
  const seen = await page.evaluate(() => ({
    over: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    headings: document.querySelectorAll("h1").length,
    language: document.documentElement.lang,
    main: document.querySelectorAll("main").length,
    doubled: [...document.querySelectorAll("[id]")].map((one) => one.id).filter((id, at, all) => all.indexOf(id) !== at),
  }));
  const language = path.startsWith("/en/") ? "en" : "da";
  if (seen.over > 0) faults.push(`${place.name}: is ${seen.over} px wider than the window`);
  if (seen.headings !== 1 && !THIRD_PARTY.includes(name)) faults.push(`${place.name}: has ${seen.headings} h1`);
  if (seen.language !== language) faults.push(`${place.name}: says its language is '${seen.language}'`);
  if (seen.main !== 1) faults.push(`${place.name}: has ${seen.main} main`);
  if (seen.doubled.length) faults.push(`${place.name}: has ids twice: ${seen.doubled.join(", ")}`);
  if (width === WIDTHS[0] && !THIRD_PARTY.includes(name)) await judge(page, place.name);
  await page.screenshot({ path: `${folder}/${name}-${width}-${scheme}.png`, fullPage: !THIRD_PARTY.includes(name) });
}

async function judge(page, name) {
  await page.evaluate(axe.source); // by the debugger: the page's own policy lets no strange script in
  const { violations } = await page.evaluate(() => globalThis.axe.run({ resultTypes: ["violations"] }));
  for (const { id, help, nodes } of violations) {
    faults.push(`${name}: axe ${id}: ${help} (${nodes.length}, first ${nodes[0].target.join(" ")})`);
  }
}

async function travel(browser, journey, javaScriptEnabled) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, javaScriptEnabled });
  await seclude(context);
  const page = await context.newPage();
  const name = `${journey.name}${javaScriptEnabled ? "" : ", without JavaScript"}`;
  watch(page, { name });
  page.setDefaultTimeout(60000);
  try {
    await journey.walk(page, site, { script: javaScriptEnabled });
  } catch (error) {
    faults.push(`${name}: ${error.message.split("\n")[0]} at ${page.url()}`);
  }
  await context.close();
}

await mkdir(folder, { recursive: true });
await site.answers(60);
const pages = await site.pages();
further.forEach((path, index) => { pages[`further-${index + 1}`] = path; });
const browser = await openBrowser();
for (const colorScheme of SCHEMES) {
  for (const width of WIDTHS) {
    const context = await browser.newContext({ viewport: { width, height: width > 800 ? 900 : 844 }, colorScheme });
    await seclude(context);
    for (const [name, path] of Object.entries(pages)) {
      const page = await context.newPage();
      await look(page, name, path, width, colorScheme);
      await page.close();
    }
    await context.close();
  }
}
for (const journey of JOURNEYS) {
  await travel(browser, journey, true);
  if (journey.plain) await travel(browser, journey, false);
}
await browser.close();
for (const fault of faults) console.error(fault);
const seen = `${Object.keys(pages).length} pages, ${WIDTHS.length} widths, ${SCHEMES.length} schemes, ${JOURNEYS.length} journeys`;
console.log(`${seen}: ${faults.length} faults`);
process.exit(faults.length ? 1 : 0);
