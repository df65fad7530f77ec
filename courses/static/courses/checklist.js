/* Ticks of a checklist stay on this phone, by the words of the line: a line that was rewritten is not done yet. */
(function () {
  "use strict";
  var lists = document.querySelectorAll(".checks[data-keep]");

  function boxes(list) { return Array.prototype.slice.call(list.querySelectorAll(".check__input")); }
  function words(box) { return box.parentNode.querySelector(".check__words").textContent; }
  function place(list) { return "ticks " + list.getAttribute("data-keep"); }

  function ticked(list) {
    try { return JSON.parse(localStorage.getItem(place(list))) || []; } catch (error) { return []; }
  }

  Array.prototype.forEach.call(lists, function (list) {
    var before = ticked(list);
    boxes(list).forEach(function (box) { box.checked = before.indexOf(words(box)) >= 0; });
    list.addEventListener("change", function () {
      var now = boxes(list).filter(function (box) { return box.checked; }).map(words);
      /* Storage may be shut or full: the ticks then last as long as the page. */
      try { localStorage.setItem(place(list), JSON.stringify(now)); } catch (error) { return; }
    });
  });
})();
