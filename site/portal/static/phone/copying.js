/* A button that copies what stands in a field, where the browser can; without it she presses the field long. */
(function () {
  "use strict";

  /* The old way works on plain http too, where the new one is not there. */
  function copied(field) {
    field.focus();
    field.setSelectionRange(0, field.value.length);
    return document.execCommand("copy");
  }

  function prepare(button) {
    var field = document.getElementById(button.getAttribute("data-copies"));
    if (!field) return;
    button.hidden = false;
    button.addEventListener("click", function () {
      if (copied(field)) button.textContent = button.getAttribute("data-done");
      else button.hidden = true;
      button.focus();
    });
  }

  if (!document.queryCommandSupported || !document.queryCommandSupported("copy")) return;
  Array.prototype.forEach.call(document.querySelectorAll("[data-copies]"), prepare);
})();
