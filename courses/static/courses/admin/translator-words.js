/* On the page of a translation: the words that the script of wagtail-localize has in English alone. Its catalogue is told
   those that it lacks before it is read; what is drawn without asking the catalogue is said anew where it stands. */
(function () {
  "use strict";
  var told = document.getElementById("translator-words");
  if (!told) return;
  var words = JSON.parse(told.textContent), django = window.django = window.django || {};
  django.catalog = django.catalog || {};
  Object.keys(words.missing).forEach(function (key) { django.catalog[key] = words.missing[key]; });

  /* Only the text is touched: the nodes are those of whoever drew them. */
  function say() {
    document.querySelectorAll(".js-translation-editor section h3, .js-translation-editor .w-sr-only").forEach(function (one) {
      var text = one.firstChild;
      if (text && text.nodeType === Node.TEXT_NODE && words.drawn[text.data]) text.data = words.drawn[text.data];
    });
  }

  document.addEventListener("DOMContentLoaded", function () {
    var place = document.querySelector(".js-translation-editor");
    if (place) new MutationObserver(say).observe(place, { childList: true, subtree: true });
    say();
  });
})();
