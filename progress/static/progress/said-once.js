/* A sentence of the site's own under the strip that says what waits: for once, calmly, and not twice on one page. */
window.sayOnce = window.sayOnce || function (words) {
  "use strict";
  var strip = document.querySelector(".unsent"), place = document.createElement("div");
  var said = [].map.call(document.querySelectorAll("[data-said]"), function (one) { return one.textContent; });
  if (!strip || !words || said.indexOf(words) >= 0) return;
  place.className = "unsent unsent--on";
  place.setAttribute("role", "status");
  place.setAttribute("data-said", "");
  place.appendChild(document.createElement("div")).textContent = words;
  strip.parentNode.insertBefore(place, strip.nextSibling);
};
