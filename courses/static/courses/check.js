/* A knowledge check: says on the spot whether it was right, and why. All words, and what is right, are those that the page
   has for who runs no script. */
(function () {
  "use strict";
  var lesson = document.querySelector("[data-lesson]"), outbox = window.outbox;

  function all(within, selector) { return [].slice.call(within.querySelectorAll(selector)); }

  function begin(check) {
    var answer = check.querySelector("details"), button = check.querySelector(".button");
    var right = answer.getAttribute("data-right").trim().split(" "), isNoted = false;

    function chosen() {
      return all(check, "input").filter(function (box) { return box.checked; }).map(function (box) { return box.value; });
    }

    function isOneOf(ids) { return function (id) { return ids.indexOf(id) >= 0; }; }

    function why(id) { return answer.querySelector('[data-why="' + id + '"]'); }

    function tell(name) {
      all(check, ".verdict__reason").forEach(function (old) { (old.closest(".say-row") || old).remove(); });
      all(check, "[data-told]").forEach(function (told) { told.hidden = told.getAttribute("data-told") !== name; });
      button.hidden = name === "right" || name === "wrong";
      return check.querySelector('[data-told="' + name + '"]');
    }

    /* Why what she chose is not it; where the author says nothing of that, why the answer is so. */
    function giveReason(verdict, wrong) {
      var reason = document.createElement("p"), said = wrong && why(wrong);
      reason.className = "verdict__reason";
      reason.setAttribute("data-say", "why:" + check.getAttribute("data-check") + (said ? ":" + wrong : ""));
      reason.innerHTML = (said || why("")).innerHTML;
      verdict.appendChild(reason);
    }

    /* The first answer of a visit: what comes after it was told. */
    function note(ids) {
      if (isNoted || !outbox) return;
      isNoted = true;
      outbox.add("check-answered", lesson.getAttribute("data-lesson"), { card: check.getAttribute("data-check"), answer: ids })
        .catch(function () { /* a full phone: she has learned it all the same */ });
    }

    button.addEventListener("click", function () {
      var ids = chosen(), wrong = ids.filter(function (id) { return right.indexOf(id) < 0; })[0];
      var isRight = !wrong && right.every(isOneOf(ids)), verdict = tell(!ids.length ? "none" : isRight ? "right" : "wrong");
      if (ids.length) {
        giveReason(verdict, wrong);
        note(ids);
      }
      setTimeout(function () { verdict.scrollIntoView({ block: "center" }); }, 50); /* with the button to listen */
    });
    check.addEventListener("change", function () { tell("open"); });
    answer.remove();
    tell("open");
  }

  all(lesson, "[data-check]").forEach(begin);
})();
