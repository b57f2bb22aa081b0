// Draws the description of the API from this server's own files.
"use strict";

addEventListener("DOMContentLoaded", () => {
  const place = document.getElementById("description");
  SwaggerUIBundle({
    url: place.dataset.source,
    domNode: place,
    deepLinking: false,
    validatorUrl: null,
    docExpansion: "list",
    defaultModelsExpandDepth: 0,
  });
});
