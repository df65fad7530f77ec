/* Answers in another order at each sitting, where the author wants it (data-mixed). The order is made from the sitting's
   UUID: a page that is taken up again stands as it stood. */
window.mixing = (function () {
  "use strict";

  /* FNV, with its last bits stirred: neighbours must not stay together. */
  function placeOf(text) {
    var hash = 2166136261;
    for (var i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
    hash = Math.imul(hash ^ (hash >>> 15), 2246822507);
    return (hash ^ (hash >>> 13)) >>> 0;
  }

  function mix(form, sitting) {
    [].slice.call(form.querySelectorAll("[data-mixed]")).forEach(function (list) {
      [].slice.call(list.children).map(function (choice) {
        var value = choice.querySelector("input").value;
        return { choice: choice, place: placeOf(sitting + value) };
      }).sort(function (one, other) { return one.place - other.place; }).forEach(function (one) {
        list.appendChild(one.choice);
      });
    });
  }

  return { mix: mix };
})();
