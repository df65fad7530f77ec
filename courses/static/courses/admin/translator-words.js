/* On the page of a translation: the words that the script of wagtail-localize has in English alone. Its catalogue is told
   those that it lacks before it is read, and those that we say otherwise after that; what is drawn without asking the
   catalogue is said anew where it stands. Whoever began goes on at the first sentence that waits: one that was changed
   may stand far down. */
(function () {
  "use strict";
  var told = document.getElementById("translator-words");
  if (!told) return;
  var words = JSON.parse(told.textContent), django = window.django = window.django || {};
  django.catalog = django.catalog || {};
  function teach(said) {
    Object.keys(said).forEach(function (key) { django.catalog[key] = said[key]; });
  }
  teach(words.missing);

  /* Only the text is touched: the nodes are those of whoever drew them. */
  function say() {
    document.querySelectorAll(".js-translation-editor section h3, .js-translation-editor .w-sr-only").forEach(function (one) {
      var text = one.firstChild;
      if (text && text.nodeType === Node.TEXT_NODE && words.drawn[text.data]) text.data = words.drawn[text.data];
    });
  }

  /* Not where something is said above: that comes first. */
  function goOn() {
    if (document.querySelector(".messages li")) return;
    var waits = document.querySelector(".js-translation-editor li.incomplete");
    if (waits && document.querySelector(".js-translation-editor li.complete")) waits.scrollIntoView({ block: "center" });
  }

  document.addEventListener("DOMContentLoaded", function () {
    teach(words.instead);
    var place = document.querySelector(".js-translation-editor");
    if (place) new MutationObserver(say).observe(place, { childList: true, subtree: true });
    say();
  });
  window.addEventListener("load", goOn);
})();
