/* Before she signs out, or asks to be forgotten here, what she did is sent; if something is left, she is told first. */
(function () {
  "use strict";
  var PATIENCE = 4000, forms = document.querySelectorAll("[data-leaving]"), outbox = window.outbox;
  if (!outbox) return;

  function left(whose) {
    var patience = new Promise(function (resolve) { setTimeout(resolve, PATIENCE); });
    return Promise.race([outbox.flush(), patience]).then(outbox.counts).then(function (counts) {
      return counts.mine + (whose === "anybody" ? counts.others : 0);
    });
  }

  function warn(form, count) {
    var warning = form.querySelector(".leaving") || document.querySelector(".leaving");
    var button = form.querySelector("button") || document.querySelector("[form=" + form.id + "]");
    var words = warning.querySelector("p");
    words.textContent = words.textContent.replace("[n]", count);
    warning.hidden = false;
    button.textContent = warning.getAttribute("data-all-the-same");
    words.focus();
  }

  Array.prototype.forEach.call(forms, function (form) {
    form.addEventListener("submit", function (event) {
      var state = form.getAttribute("data-leaving");
      if (state === "told") return;
      event.preventDefault();
      if (state === "asking") return;
      form.setAttribute("data-leaving", "asking");
      left(state).then(function (count) {
        if (!count) return form.submit();
        form.setAttribute("data-leaving", "told");
        warn(form, count);
      }).catch(function () { form.submit(); });
    });
  });
})();
