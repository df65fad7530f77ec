/* Where a browser can use passkeys its buttons appear; elsewhere, and when one was refused, words say what else to do. */
(function () {
  "use strict";
  var able = window.isSecureContext && window.PublicKeyCredential && navigator.credentials;
  function all(name) { return Array.prototype.slice.call(document.querySelectorAll("[data-passkey='" + name + "']")); }
  function show(name) { all(name).forEach(function (element) { element.hidden = false; }); }
  show(able ? "able" : "unable");
  document.addEventListener("allauth.error", function (event) {
    event.preventDefault();
    show("refused");
  });
})();
