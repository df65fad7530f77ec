/* One tap calls her: the number is asked for (and that is written down), shown, and given to the phone. Without this
   script the tap shows the number, and a second one calls. */
(function () {
  "use strict";
  var button = document.querySelector("button[name=call]"), form = button && button.form;
  if (!form || !window.fetch || !window.DOMParser) return;

  function show(html) {
    var came = new DOMParser().parseFromString(html, "text/html"), number = came.querySelector("a[href^='tel:']");
    if (!number) throw new Error("no number");
    document.querySelector("main").innerHTML = came.querySelector("main").innerHTML;
    location.href = number.href;
  }

  button.addEventListener("click", function (event) {
    var asked = new URLSearchParams(new FormData(form));
    event.preventDefault();
    asked.set("call", "1");
    button.disabled = true;
    fetch(location.href, { method: "POST", body: asked, credentials: "same-origin" }).then(function (answer) {
      return answer.text();
    }).then(show).catch(function () { location.reload(); }).then(function () { button.disabled = false; });
  });
})();
