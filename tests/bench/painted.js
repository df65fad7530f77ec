/* Watches, from before the page begins, when things are painted. Text counts when all of it that one sees is there. */
(function () {
  "use strict";
  var seen = (window.benchSeen = { first: 0, largest: 0, text: 0, question: 0, long_tasks: 0 });
  function watch(type, note) {
    new PerformanceObserver(function (list) { list.getEntries().forEach(note); }).observe({ type: type, buffered: true });
  }
  watch("paint", function (entry) { if (entry.name === "first-contentful-paint") seen.first = entry.startTime; });
  watch("largest-contentful-paint", function (entry) { seen.largest = entry.startTime; });
  watch("element", function (entry) { seen[entry.identifier] = Math.max(seen[entry.identifier], entry.renderTime); });
  watch("longtask", function (entry) { seen.long_tasks += entry.duration; });

  /* Everything that is said on the first card, before a quiz or in another page is marked before it can be painted; so
     is the question that a script puts there. A picture is no words: its paint would be told as one of theirs. */
  var places = [".step:first-of-type article", ".quiz__intro", "main"];
  function mark(place, name) {
    document.querySelectorAll(place + " :not(img)").forEach(function (element) {
      if (!element.hasAttribute("elementtiming")) element.setAttribute("elementtiming", name);
    });
  }
  new MutationObserver(function () {
    mark(".question", "question");
    mark(places.filter(function (place) { return document.querySelector(place); })[0], "text");
  }).observe(document, { childList: true, subtree: true });
})();
