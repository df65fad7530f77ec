/* Writes what was found beside each line. One that never answers, or fails, says the worst that it can say. */
(function () {
  "use strict";
  var PATIENCE = 6000;
  var list = document.querySelector(".checks");
  if (!list || !window.Promise) return;

  function far(minutes) {
    var unit = minutes < 120 ? "minutes" : minutes < 72 * 60 ? "hours" : "days";
    var size = { minutes: 1, hours: 60, days: 24 * 60 }[unit];
    return list.getAttribute("data-" + unit).replace("{n}", Math.round(minutes / size));
  }

  function show(line, outcome, filled) {
    var said = line.querySelectorAll("[data-outcome]");
    for (var i = 0; i < said.length; i++) {
      said[i].hidden = said[i].getAttribute("data-outcome") !== outcome;
      if (!said[i].hidden) said[i].textContent = said[i].textContent.replace("{n}", filled || "");
    }
    line.setAttribute("data-mark", outcome.split("-")[0]);
  }

  function worst(line) {
    return [line.querySelector('[data-outcome="no"]') ? "no" : "told"];
  }

  function look(line) {
    var patience = new Promise(function (resolve) {
      setTimeout(function () { resolve(worst(line)); }, PATIENCE);
    });
    var found = new Promise(function (resolve) {
      resolve(window.deviceProbes[line.getAttribute("data-check")]());
    });
    return Promise.race([found, patience]).catch(function () { return worst(line); }).then(function (told) {
      show(line, told[0], told[1] && told[1].minutes ? far(told[1].minutes) : told[1]);
      return told[0];
    });
  }

  /* Asked only when she taps: some browsers then ask her in turn. */
  function offerToStay(line, outcome) {
    var button = document.getElementById("ask-to-stay");
    button.hidden = outcome !== "told-until-full" || !navigator.storage.persist;
    button.addEventListener("click", function () {
      navigator.storage.persist().then(function () {
        button.hidden = true;
        return look(line);
      });
    });
  }

  Array.prototype.forEach.call(list.querySelectorAll("[data-check]"), function (line) {
    look(line).then(function (outcome) {
      if (line.getAttribute("data-check") === "stays") offerToStay(line, outcome);
    });
  });
})();
