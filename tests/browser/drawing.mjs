// A partner's network: opened, filtered, found by keyboard, and the same picture again from its address alone.

import assert from "node:assert/strict";

const drawn = (page) => page.waitForSelector("#canvas[data-drawn]");

// Every node that is shown with the place where it stands, as the page tells them.
const picture = (page) => page.evaluate(() => JSON.parse(document.getElementById("canvas").dataset.places));
const listed = (page) => page.locator(".nodes li:not([hidden])").evaluateAll((entries) => entries.map((one) => one.dataset.key).sort());

async function changed(page, act) {
  const before = await page.getAttribute("#canvas", "data-turns");
  await act();
  await page.waitForFunction((turns) => document.getElementById("canvas").dataset.turns !== turns, before);
}

export const DRAWING = {
  name: "a partner's network drawn, opened, filtered, and the same again from its address",
  async walk(page, site) {
    const [partner] = (await site.json("/api/organisations?sort=-count&limit=1")).organisations;
    await page.goto(`${site.address}/graf?partner=${encodeURIComponent(partner.id)}`);
    await drawn(page);
    const first = await picture(page);
    assert.deepEqual(Object.keys(first).sort(), await listed(page), "what is drawn is not what is listed");

    const opener = page.locator('.nodes li[data-code="case"] [data-turn]').first();
    await changed(page, () => opener.click());
    const opened = await picture(page);
    assert.ok(Object.keys(opened).length > Object.keys(first).length, "nothing was opened");
    for (const [key, place] of Object.entries(first)) assert.deepEqual(opened[key], place, `${key} has moved`);

    await changed(page, () => page.locator('#kinds input[value="body"]').check());
    const filtered = await picture(page);
    assert.ok(Object.keys(filtered).every((key) => !key.startsWith("body:")), "the filter hides nothing");
    assert.deepEqual(Object.keys(filtered).sort(), await listed(page), "what is drawn is not what is listed");

    const address = page.url();
    await page.goto("about:blank");
    await page.goto(address);
    await drawn(page);
    assert.deepEqual(await picture(page), filtered, "the address gives another picture");

    await page.focus("#canvas");
    await page.keyboard.press("ArrowRight");
    assert.notEqual(await page.textContent("#said"), "");
  },
};
