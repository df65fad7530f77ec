/* Before she signs out, or asks to be forgotten here, what she did is sent; if something is left, she is told first. And
   what this phone keeps of her beside it goes with her: the next one here must not see it. */
(function () {
  "use strict";
  var PATIENCE = 4000, outbox = window.outbox;
  if (!outbox) return;

  function drop(named) {
    ["local", "session"].forEach(function (place) {
      try {
        var storage = window[place + "Storage"];
        Object.keys(storage).filter(named).forEach(function (name) { storage.removeItem(name); });
      } catch (shut) { /* then it keeps nothing */ }
    });
  }

  /* Her numbers and ticks (docs/tools.md), and answers that were begun (quizzes/kept.js: quiz, its key, a person's). */
  function isHers(name) { return /^(price |ticks |packing$|quiz \S+ .)/.test(name); }

  /* Answers of somebody else than is here. While nobody is, they wait for her: her session may merely have ended. */
  function isLeftBehind(name) {
    var now = outbox.learner();
    return now && /^quiz \S+ ./.test(name) && name.split(" ")[2] !== now;
  }

  function go(form) {
    drop(isHers);
    form.submit();
  }

  function left(whose) {
    return Promise.race([outbox.flush(), new Promise(function (resolve) { setTimeout(resolve, PATIENCE); })]).then(outbox.counts).then(function (counts) {
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
    button.scrollIntoView({ block: "center" }); /* the foot may lie over it */
  }

  [].forEach.call(document.querySelectorAll("[data-leaving]"), outbox.first = function (form) {
    form.addEventListener("submit", function (event) {
      var state = form.getAttribute("data-leaving");
      if (state === "told") return drop(isHers);
      event.preventDefault();
      if (state === "asking") return;
      form.setAttribute("data-leaving", "asking");
      left(state).then(function (count) {
        if (!count) return go(form);
        form.setAttribute("data-leaving", "told");
        warn(form, count);
      }).catch(function () { go(form); });
    });
  });
  drop(isLeftBehind);
})();
