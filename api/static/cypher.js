// Ctrl+Enter (or Cmd+Enter) in the editor runs the statement. All else on the page works without this file.
"use strict";

addEventListener("DOMContentLoaded", () => {
  const editor = document.getElementById("editor");
  editor.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    editor.requestSubmit();
  });
});
