/* Sending a take as soon as it is there, and again when it did not arrive. What has not arrived is only in this page, so
   leaving it is asked about. */
window.takeSending = (function () {
  "use strict";
  var AGAIN = 10000; /* milliseconds */
  var waiting = [];

  function forget(one) { waiting = waiting.filter(function (other) { return other !== one; }); }

  /* Any answer of the server's but "later" is an answer: `tell` hears its words. */
  function send(one) {
    clearTimeout(one.timer);
    one.tell("sending");
    fetch(one.address, { method: "POST", body: one.form(), headers: { Accept: "application/json" }, credentials: "same-origin" })
      .then(function (response) {
        if (response.status >= 500 || response.status === 429) throw new Error("later");
        return response.json().catch(function () { return { error: "" }; });
      })
      .then(function (told) {
        forget(one);
        one.tell(told.states ? "sent" : "refused", told);
      }, function () {
        one.tell("unsent");
        one.timer = setTimeout(function () { send(one); }, AGAIN);
      });
  }

  /* Another take of the same line takes the place of one that has not arrived. */
  function put(line, address, form, tell) {
    waiting.filter(function (one) { return one.line === line; }).forEach(function (one) {
      clearTimeout(one.timer);
      one.tell = function () {};
      forget(one);
    });
    var one = { line: line, address: address, form: form, tell: tell, timer: 0 };
    waiting.push(one);
    send(one);
  }

  window.addEventListener("online", function () { waiting.forEach(send); });
  window.addEventListener("beforeunload", function (event) {
    if (!waiting.length) return;
    event.preventDefault();
    event.returnValue = "";
  });
  return { put: put };
})();
