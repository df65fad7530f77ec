/* On the page “On this phone”: what is not sent yet, and what was refused for good. That she may forget, once she has shown
   its code; nothing else that lies in the outbox. */
(function () {
  "use strict";
  var outbox = window.outbox, place = document.querySelector("[data-waits]"), listed = [];
  if (!outbox) return;

  outbox.forget = function (id) {
    return outbox.run("readwrite", function (events, meta, tell) {
      events.index("uuid").get(id).onsuccess = function () {
        var row = this.result;
        tell(!!row && !!row.refused);
        if (row && row.refused) events.delete(row.seq);
      };
    });
  };

  if (!place) return;
  var waiting = place.querySelector("[data-count]"), refused = place.querySelector("[data-code]");
  var consent = place.querySelector("[data-consent]"), button = place.querySelector("button"), words = { waiting: waiting.textContent, refused: refused.textContent };

  function show() {
    Promise.all([outbox.counts(), outbox.refused()]).then(function (both) {
      var count = both[0].mine + both[0].guest, shown;
      listed = both[1];
      shown = listed.filter(function (one) { return one.code !== "consent"; });
      place.hidden = !count && !listed.length;
      waiting.hidden = !count;
      waiting.textContent = words.waiting.replace("{count}", count);
      button.hidden = !listed.length;
      refused.hidden = !shown.length;
      consent.hidden = listed.length === shown.length;
      refused.textContent = shown.map(function (one) { return words.refused.replace("{code}", one.code); }).join(" ");
    }).catch(function () { /* this phone keeps nothing */ });
  }

  button.addEventListener("click", function () {
    Promise.all(listed.map(function (one) { return outbox.forget(one.uuid); })).then(outbox.flush, show);
  });
  document.addEventListener("outbox-changed", show);
  show();
})();
