/* Writes into the outbox what was read: which card she left a lesson at, and that she reached the last one.

   One visit is one event that grows with each card and is sent once she leaves; a killed tab loses nothing of it. */
(function () {
  "use strict";
  var place = document.querySelector("[data-lesson]"), outbox = window.outbox, OLD = "finished-lessons";
  if (!place || !outbox) return;
  var lesson = place.getAttribute("data-lesson"), now = null, visit = "", since = Date.now(), finished = false;
  var writing = outbox.usable.then(takeOver).catch(nothing);

  function nothing() { /* a full phone, or one that keeps nothing: the links of the page still work */ }

  /* One after the other: each step has to know what the one before it wrote. */
  function then(step) { writing = writing.then(step).catch(nothing); }

  function payload(card) {
    var seconds = Math.max(0, Math.min(1200, Math.round((Date.now() - since) / 1000)));
    return { card: card.card, position: card.position, seconds: seconds };
  }

  function note(card) {
    then(function () { return visit && outbox.change(visit, payload(card)); });
    then(function (isOpen) {
      if (isOpen) return;
      if (visit) since = Date.now(); /* another tab has sent what there was */
      return outbox.add("lesson-left", lesson, payload(card), { open: true }).then(function (id) { visit = id; });
    });
  }

  function leave() {
    var last = now && payload(now);
    since = Date.now();
    then(function () {
      var id = visit;
      visit = "";
      return id && outbox.close(id, last);
    });
  }

  /* What an older script left in another place on this phone. */
  function takeOver() {
    var old = JSON.parse(localStorage.getItem(OLD) || "[]");
    return Promise.all(old.map(function (one) {
      return outbox.add(one.kind, one.object, one.payload, one);
    })).then(function () { localStorage.removeItem(OLD); });
  }

  document.addEventListener("card-shown", function (shown) {
    if (now) note(shown.detail);
    now = shown.detail;
    if (now.position !== now.total || finished) return;
    finished = true;
    then(function () { return outbox.add("lesson-finished", lesson, { seconds: 0 }); });
  });
  document.addEventListener("visibilitychange", function () {
    if (document.visibilityState === "hidden") leave();
    else since = Date.now();
  });
  window.addEventListener("pagehide", leave);
})();
