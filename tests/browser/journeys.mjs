// What readers come for, walked in Chromium over the example: each journey follows links and forms as a reader would and
// states what must be found there. `plain` ones are walked without JavaScript too. The expected words are printed in
// `examples/minutes`.

import assert from "node:assert/strict";
import { DRAWING } from "./drawing.mjs";
import { KEYBOARD } from "./keyboard.mjs";

const main = (page) => page.locator("main");

async function sees(page, ...words) {
  const text = (await main(page).innerText()).replace(/\s+/g, " ");
  for (const word of words) assert.ok(text.includes(word), `the page does not say "${word}"`);
}

async function find(page, site, words) {
  await page.goto(site.address);
  await main(page).locator('input[name="q"]').fill(words);
  await main(page).locator('input[name="q"]').press("Enter");
  await page.waitForURL((url) => url.pathname !== "/");
}

// A number that is one case's alone leads straight to it.
async function findCase(page, site) {
  await find(page, site, "26/3015");
  await page.waitForURL((url) => url.pathname.startsWith("/sager/"));
}

async function follow(page, name) {
  await main(page).getByRole("link", { name, exact: true }).first().click();
  await page.waitForLoadState();
}

export const JOURNEYS = [
  {
    name: "a case by its number, from the front page to its events",
    plain: true,
    async walk(page, site) {
      await findCase(page, site);
      await sees(page, "21. april 2026", "28. april 2026", "Taget til efterretning", "Beskæftigelses- og Uddannelsesudvalget", "Byrådet");
      assert.equal(await page.locator(".timeline > .event").count(), 2);
    },
  },
  {
    name: "who voted against, and why",
    plain: true,
    async walk(page, site) {
      await findCase(page, site);
      await sees(page, "Imod", "Signe Ravnsø", "fordi fremmøde uden indhold ikke bringer nogen nærmere en uddannelse");
      await follow(page, "Signe Ravnsø");
      await page.waitForURL((url) => url.pathname.startsWith("/personer/"));
      await sees(page, "Ugentligt fremmøde for unge på uddannelseshjælp", "Imod");
    },
  },
  {
    name: "what a renamed organisation is called now, and since when",
    plain: true,
    async walk(page, site) {
      await find(page, site, "Jobcenter Nordlev");
      await follow(page, "Jobcenter Nordlev");
      await page.waitForURL((url) => url.pathname.startsWith("/organisationer/"));
      await sees(page, "Navneskift", "Arbejdsbroen", "1. august 2025");
    },
  },
  {
    name: "the open promises of a body",
    plain: true,
    async walk(page, site) {
      await page.goto(`${site.address}/opfoelgninger?status=due&pr=2026-04-30&udvalg=nordlev.byraadet`);
      await sees(page, "Forvaltningen forelægger en evaluering senest i april 2026.");
      const other = await main(page).getByText("Forvaltningen vender tilbage med en status senest november 2024.").count();
      assert.equal(other, 0, "the promise of another body is shown");
    },
  },
  DRAWING,
  KEYBOARD,
  {
    name: "from a fact to its place in the PDF, and back",
    plain: true,
    async walk(page, site) {
      const point = await site.pointWith((one) => one.page);
      await page.goto(`${site.address}/punkter/${encodeURIComponent(point.id)}`);
      const proof = page.locator("details.proof").first();
      const anchor = await proof.locator("blockquote").first().getAttribute("id");
      await proof.locator("summary").click();
      assert.ok(await proof.locator("blockquote").first().isVisible(), "the evidence does not open");
      await proof.locator("a").first().click();
      await page.waitForURL((url) => url.pathname.startsWith("/dokumenter/"));
      assert.ok(await page.locator(".sheet img").evaluate((image) => image.decode().then(() => image.naturalWidth)), "the page is not shown");
      assert.ok(await page.locator("#fund").count(), "the place is not marked");
      assert.ok(await page.locator("mark").count(), "the words are not marked");
      await page.locator(".rows a").first().click();
      await page.waitForURL((url) => url.pathname.startsWith("/punkter/"));
      assert.equal(new URL(page.url()).hash, `#${anchor}`);
    },
  },
  {
    name: "a part of a compound word finds the word",
    plain: true,
    async walk(page, site) {
      await find(page, site, "færge");
      await sees(page, "Lærlingefærgen");
      assert.ok(await page.locator("mark").count(), "no hit is marked");
    },
  },
  {
    name: "a question of the library, asked by its form",
    plain: true,
    async walk(page, site) {
      await page.goto(`${site.address}/spoergsmaal`);
      await main(page).locator('a[href$="/spoergsmaal/votes_against"]').first().click();
      await main(page).locator('form button').first().click();
      await page.waitForSelector("main table");
      await sees(page, "Ditte Kjærsvang", "Enhedslisten");
    },
  },
  {
    name: "a statement typed and run by keyboard alone",
    async walk(page, site) {
      await page.goto(`${site.address}/cypher`);
      await page.focus("#q");
      await page.keyboard.type("RETURN 41 + 1 AS svar");
      await page.keyboard.press("Control+Enter");
      assert.equal(await page.locator("main td").first().textContent(), "42");
    },
  },
  {
    name: "the skip link, and a drawing walked by keyboard alone",
    async walk(page, site) {
      await page.goto(`${site.address}/`);
      await page.keyboard.press("Tab");
      assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
      await page.keyboard.press("Enter");
      assert.equal(await page.evaluate(() => document.activeElement.id), "indhold");
      await page.goto(site.address + (await site.pages()).graph);
      await page.waitForSelector("#canvas[data-drawn]");
      await page.focus("#canvas");
      const heard = new Set([await page.textContent("#said")]);
      for (const key of ["ArrowRight", "ArrowUp", "ArrowLeft", "ArrowDown", "ArrowRight", "ArrowUp"]) {
        await page.keyboard.press(key);
        heard.add(await page.textContent("#said"));
      }
      assert.ok(heard.size > 1, "arrow keys lead nowhere");
      await page.keyboard.press("Enter");
      await page.waitForURL((url) => url.pathname !== "/graf");
    },
  },
  {
    name: "the same page in the other language",
    plain: true,
    async walk(page, site) {
      await findCase(page, site);
      const danish = new URL(page.url()).pathname;
      await page.locator('a[hreflang="en"]').first().click();
      await page.waitForURL((url) => url.pathname === `/en${danish}`);
      await sees(page, "Against", "21 April 2026", "Ugentligt fremmøde for unge på uddannelseshjælp");
      await page.locator('a[hreflang="da"]').first().click();
      await page.waitForURL((url) => url.pathname === danish);
    },
  },
];
