// Suggestions below a search box while one types. Without this file the box is an ordinary form.
"use strict";

const { suggest: ADDRESS, kinds: KINDS, label: LABEL } = document.currentScript.dataset;
const WORDS = Object.fromEntries(KINDS.split(";").filter(Boolean).map((pair) => pair.split("=")));
const WAIT = 120; // milliseconds of rest before the server is asked

class Suggestions {
  constructor(input, number) {
    this.input = input;
    this.found = [];
    this.at = -1;
    this.turn = 0;
    this.list = document.createElement("ul");
    this.list.id = `suggestions-${number}`;
    this.list.className = "suggestions";
    this.list.hidden = true;
    for (const [name, value] of [["role", "listbox"], ["aria-label", LABEL]]) this.list.setAttribute(name, value);
    for (const [name, value] of [
      ["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"],
      ["aria-controls", this.list.id], ["autocomplete", "off"],
    ]) input.setAttribute(name, value);
    input.after(this.list);
    input.addEventListener("input", () => this.later());
    input.addEventListener("keydown", (event) => this.press(event));
    input.addEventListener("blur", () => this.close());
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), WAIT);
  }

  async ask() {
    const turn = ++this.turn;
    const typed = this.input.value;
    if (typed.trim().length < 2) return this.close();
    const asked = new URLSearchParams({ q: typed });
    const scope = this.input.form.elements.kommune?.value;
    if (scope) asked.set("municipality", scope);
    try {
      const answer = await fetch(`${ADDRESS}?${asked}`, { headers: { Accept: "application/json" } });
      const { suggestions = [] } = answer.ok ? await answer.json() : {};
      if (turn === this.turn && document.activeElement === this.input) this.show(suggestions);
    } catch {
      this.close(); // the form works without
    }
  }

  show(suggestions) {
    this.found = suggestions;
    this.at = -1;
    this.input.removeAttribute("aria-activedescendant");
    this.list.replaceChildren(...suggestions.map((one, number) => this.row(one, number)));
    this.open(suggestions.length > 0);
  }

  row(one, number) {
    const row = document.createElement("li");
    row.id = `${this.list.id}-${number}`;
    row.setAttribute("role", "option");
    row.setAttribute("aria-selected", "false");
    const name = document.createElement("span");
    name.lang = "da";
    name.textContent = one.name;
    const about = document.createElement("span");
    about.className = "about";
    about.textContent = [WORDS[one.kind], one.municipality?.name].filter(Boolean).join(", ");
    row.append(name, about);
    row.addEventListener("mousedown", (event) => event.preventDefault()); // the box keeps the focus
    row.addEventListener("click", () => this.choose(number));
    return row;
  }

  press(event) {
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key === "Escape" && !this.list.hidden) {
      event.preventDefault();
      this.close();
    } else if (event.key in steps && !this.list.hidden) {
      event.preventDefault();
      this.mark((this.at + steps[event.key] + this.found.length + 1) % (this.found.length + 1));
    } else if (event.key === "Enter" && this.found[this.at]) {
      event.preventDefault();
      this.choose(this.at);
    }
  }

  mark(place) {
    this.at = place === this.found.length ? -1 : place; // one step beyond the last is the box itself
    [...this.list.children].forEach((row, number) => row.setAttribute("aria-selected", String(number === this.at)));
    const row = this.list.children[this.at];
    if (row) this.input.setAttribute("aria-activedescendant", row.id);
    else this.input.removeAttribute("aria-activedescendant");
    row?.scrollIntoView({ block: "nearest" });
  }

  choose(number) {
    this.input.value = this.found[number].name;
    this.close();
    this.input.form.requestSubmit();
  }

  open(isOpen) {
    this.list.hidden = !isOpen;
    this.input.setAttribute("aria-expanded", String(isOpen));
  }

  close() {
    this.turn++;
    clearTimeout(this.timer);
    this.show([]);
  }
}

document.querySelectorAll('form[role="search"] input[name="q"]').forEach((input, number) => new Suggestions(input, number));
