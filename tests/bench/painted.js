/* Watches, from before the page begins, when things are painted. Text counts when all of it that one sees is there. */
(function () {
  "use strict";
  var seen = (window.benchSeen = { first: 0, largest: 0, text: 0, long_tasks: 0 });
  function watch(type, note) {
    new PerformanceObserver(function (list) { list.getEntries().forEach(note); }).observe({ type: type, buffered: true });
  }
  watch("paint", function (entry) { if (entry.name === "first-contentful-paint") seen.first = entry.startTime; });
  watch("largest-contentful-paint", function (entry) { seen.largest = entry.startTime; });
  watch("element", function (entry) { seen.text = Math.max(seen.text, entry.renderTime); });
  watch("longtask", function (entry) { seen.long_tasks += entry.duration; });

  /* Everything that is said on the first card, or in a page without cards, is marked before it can be painted. */
  var card = ".step:first-of-type article *", whole = "main *";
  new MutationObserver(function () {
    document.querySelectorAll(document.querySelector(".step") ? card : whole).forEach(function (element) {
      if (!element.hasAttribute("elementtiming")) element.setAttribute("elementtiming", "text");
    });
  }).observe(document, { childList: true, subtree: true });
})();
