// Prints after how many milliseconds Chromium shows the first content of a page, or a thing on it that a script makes: the
// median of seven visits, each with nothing kept from the one before.
//
//   node paint.mjs ADDRESS [SELECTOR]

import { openBrowser } from "./site.mjs";

const [address, selector] = process.argv.slice(2);
const VISITS = 7;
const browser = await openBrowser();
const times = [];
for (let visit = 0; visit < VISITS; visit += 1) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(address, { waitUntil: "load" });
  times.push(await (selector ? madeAt(page) : paintedAt(page)));
  await context.close();
}
await browser.close();

async function madeAt(page) {
  await page.waitForSelector(selector);
  return page.evaluate(() => new Promise((done) => requestAnimationFrame(() => done(performance.now()))));
}

function paintedAt(page) {
  return page.evaluate(
    () =>
      new Promise((done) => {
        const seen = (entries) => entries.find((one) => one.name === "first-contentful-paint");
        const found = seen(performance.getEntriesByType("paint"));
        if (found) return done(found.startTime);
        new PerformanceObserver((list) => {
          const entry = seen(list.getEntries());
          if (entry) done(entry.startTime);
        }).observe({ type: "paint", buffered: true });
      }),
  );
}

console.log(times.sort((a, b) => a - b)[Math.floor(VISITS / 2)]);
