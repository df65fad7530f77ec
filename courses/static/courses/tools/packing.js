/* The packing checklist where scripts run: dots that fill, the goods of last time, and a fresh list for the next parcel. */
(function () {
  "use strict";
  var goods = document.querySelector(".goods");
  var again = document.querySelector("[data-again]");
  if (!goods || !again) return;

  function all(selector, inside) { return Array.prototype.slice.call((inside || goods).querySelectorAll(selector)); }

  function count(list) {
    var boxes = all(".check__input", list), dots = all(".dots__dot", list);
    var done = boxes.filter(function (box) { return box.checked; }).length;
    dots.forEach(function (dot, place) { dot.classList.toggle("dots__dot--seen", place < done); });
    var words = goods.getAttribute("data-done").replace("{done}", done).replace("{all}", boxes.length);
    list.querySelector(".goods__dots").setAttribute("aria-label", words);
    list.querySelector(".goods__ready").hidden = done < boxes.length;
  }

  function pick(key) {
    var choice = document.getElementById("pick-" + key);
    if (choice) choice.checked = true;
  }

  all(".goods__list").forEach(function (list) {
    count(list);
    list.addEventListener("change", function () { count(list); });
  });
  all(".goods__pick").forEach(function (choice) {
    choice.addEventListener("change", function () {
      try { localStorage.setItem("packing", choice.value); } catch (error) { return; }
    });
  });
  again.addEventListener("click", function (event) {
    event.preventDefault();
    all(".goods__list").forEach(function (list, place) {
      if (!all(".goods__pick")[place].checked) return;
      all(".check__input", list).forEach(function (box) { box.checked = false; });
      list.querySelector(".checks").dispatchEvent(new Event("change", { bubbles: true }));
    });
    window.scrollTo(0, 0);
  });
  try { pick(localStorage.getItem("packing")); } catch (error) { return; }
})();
