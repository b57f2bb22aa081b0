// A case page without a mouse: Tab comes to everything once, in order, and shows where it is; a fact's source opens and
// leads back.

import assert from "node:assert/strict";

const NUMBER = "23/8842"; // of a case with a vote and with related cases
const KINDS = [".skip", 'input[name="q"]', "summary", ".vote summary", ".vote a", ".apart .row a"];
const MOST = 1000; // of a case page of the example; more would be a trap

// Numbers what can be reached, in the order of the page.
const numbered = (page) => page.evaluate(() => {
  const able = [...document.querySelectorAll("a[href], summary, input, select, button, [tabindex='0']")];
  const reached = able.filter((one) => one.type !== "hidden" && one.checkVisibility());
  reached.forEach((one, index) => { one.dataset.stop = index; });
  return reached.length;
});

// Where the focus is, and whether that can be seen: a line around it, inside the window.
const stop = (page) => page.evaluate((kinds) => {
  const here = document.activeElement;
  if (here === document.body) return null;
  const { top, bottom } = here.getBoundingClientRect();
  const { outlineStyle, outlineWidth } = getComputedStyle(here);
  return {
    number: Number(here.dataset.stop ?? -1),
    text: here.textContent.trim() || here.name || here.className,
    seen: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 && bottom > 0 && top < innerHeight,
    kinds: kinds.filter((one) => here.matches(one)),
  };
}, KINDS);

const inSight = (locator) => locator.evaluate((one) => {
  const { top, bottom } = one.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
});

async function tabTo(page, kind) {
  for (let pressed = 0; pressed < MOST; pressed += 1) {
    await page.keyboard.press("Tab");
    if ((await stop(page))?.kinds.includes(kind)) return;
  }
  throw new Error(`Tab never comes to ${kind}`);
}

async function walkAll(page) {
  const all = await numbered(page);
  const met = [];
  for (let here; met.length <= all; met.push(here)) {
    await page.keyboard.press("Tab");
    here = await stop(page);
    if (!here) break;
    assert.ok(here.seen, `the focus cannot be seen at "${here.text}"`);
  }
  assert.deepEqual(met.map((one) => one.number), [...Array(all).keys()], "Tab does not come to everything once, in order");
  return new Set(met.flatMap((one) => one.kinds));
}

export const KEYBOARD = {
  name: "a case page, walked by keyboard alone",
  async walk(page, site) {
    await page.emulateMedia({ reducedMotion: "reduce" }); // what is reached is there at once
    await page.goto(`${site.address}/soeg?q=${encodeURIComponent(NUMBER)}`);
    const address = page.url();
    const met = await walkAll(page);
    for (const kind of KINDS) assert.ok(met.has(kind), `Tab never comes to ${kind}`);

    await page.goto(address);
    await tabTo(page, ".vote summary");
    const fact = page.locator(".vote summary").first();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.pathname.startsWith("/dokumenter/"));
    await page.goBack();
    await page.waitForURL(address);
    assert.ok(await inSight(fact), "going back leads to another place of the page");
  },
};
