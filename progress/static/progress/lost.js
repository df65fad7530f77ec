/* If the browser threw away what waited in the outbox, she is told how much, until she says that she knows.

   How much waits is noted in localStorage, with the name that the database has for this phone. A database that has another
   name, or none, is a new one. Where either cannot be read, nothing is said. */
(function () {
  "use strict";
  var NOTE = "unsent", outbox = window.outbox, strip = document.querySelector(".unsent");
  var line = strip && strip.querySelector("[data-lost]"), button = strip && strip.querySelector("button");
  if (!outbox || !button) return;
  var words = line.textContent, looking = outbox.usable;

  /* The note is read first: what another tab writes meanwhile is of this database or of a newer one. */
  function look() {
    var text = localStorage.getItem(NOTE), was = JSON.parse(text) || { waiting: 0, lost: 0 };
    return outbox.run("readonly", function (events, meta, tell) {
      var now = { waiting: 0, lost: was.lost };
      events.getAll().onsuccess = function () {
        this.result.forEach(function (row) {
          if (!row.open && !row.refused && !/^check|left$/.test(row.body.kind)) now.waiting += 1;
        });
      };
      meta.get("device").onsuccess = function () {
        now.device = this.result;
        tell(now);
      };
    }).then(function (now) {
      if (now.device !== was.device) now.lost += was.waiting;
      if (JSON.stringify(now) !== text) localStorage.setItem(NOTE, JSON.stringify(now));
      show(now.lost);
    });
  }

  function show(count) {
    var now = words.replace("[n]", count);
    strip.classList.toggle("unsent--lost", !!count);
    line.hidden = button.hidden = !count;
    if (count && line.textContent !== now) line.textContent = now;
  }

  /* One after the other. */
  function then(step) {
    looking = looking.then(step).catch(function () { /* the storage is shut or full */ });
  }

  document.addEventListener("outbox-changed", function () { then(look); });
  button.addEventListener("click", function () {
    then(function () { localStorage.removeItem(NOTE); });
    then(look);
  });
})();
