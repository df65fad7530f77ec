/* A lesson is the same for everybody: that the keeper helps her who is signed in, whom, and where it ends, the phone says there
   by itself, with the line that the site gives for it. Without a signal it is the line that it gave in this tab before. */
(function () {
  "use strict";
  var asking = window.asking, header = document.querySelector("header");

  function note(line) {
    var name = "helping " + asking.learner();
    try {
      if (line) sessionStorage.setItem(name, line);
      return line || sessionStorage.getItem(name);
    } catch (shut) { return line; }
  }

  function show(line) {
    if (!line || document.querySelector(".helping")) return;
    header.insertAdjacentHTML("afterend", line);
    if (window.outbox.first) window.outbox.first(document.querySelector(".helping"));
  }

  if (!header || document.querySelector(".helping")) return;
  asking.whoIsIt().then(function (me) { show(note(me.helping)); }, function () { show(note()); });
})();
