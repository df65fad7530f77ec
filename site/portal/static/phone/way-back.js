/* Help leads back to where she asked for it; who came from elsewhere goes on to the lessons, as without a script. */
(function () {
  "use strict";
  var back = document.querySelector("[data-way-back]");
  var on = document.querySelector("[data-way-on]");
  var fromHere = document.referrer.indexOf(location.origin + "/") === 0;
  if (!back || !on || !fromHere || history.length < 2) return;
  back.hidden = false;
  on.hidden = true;
  back.addEventListener("click", function (event) {
    event.preventDefault();
    history.back();
  });
})();
