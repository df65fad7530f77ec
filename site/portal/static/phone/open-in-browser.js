/* The address to copy is the one where she was; her own rooms are left out, for nobody is signed in over there. */
(function () {
  "use strict";
  var field = document.getElementById("address");
  var from = document.referrer;
  if (field) {
    var fromLessons = from.indexOf(location.origin + "/") === 0 && from.indexOf(location.origin + "/learn/") !== 0;
    field.value = fromLessons ? from : location.origin + location.pathname.replace(/[^/]+\/$/, "");
  }
  /* Whoever learns here has this cookie while she is signed in; it says who, and opens nothing. */
  var signedIn = document.getElementById("signed-in");
  if (signedIn) signedIn.hidden = !/(?:^|; )learner=[^;.]+(;|$)/.test(document.cookie);
})();
