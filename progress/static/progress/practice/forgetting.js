/* What she began and made here lies in a database of her own (own-drawer.js). It waits for her when she signs out, and goes
   when she is forgotten on this phone: before the form is sent, whoever sends it. `data-forgets` holds her key where she is not
   signed in. */
(function () {
  "use strict";
  var PATIENCE = 4000, form = document.querySelector("form[data-forgets]");
  if (!form || !window.indexedDB || !window.asking) return;

  function forget() {
    return new Promise(function (resolve) {
      var asked = indexedDB.deleteDatabase("own " + (form.getAttribute("data-forgets") || window.asking.learner()));
      asked.onsuccess = asked.onerror = resolve;
      setTimeout(resolve, PATIENCE);
    });
  }

  form.submit = function () {
    forget().then(function () { HTMLFormElement.prototype.submit.call(form); });
  };

  /* After signing-out.js, which may hold it back and send it later. */
  form.addEventListener("submit", function (event) {
    if (event.defaultPrevented) return;
    event.preventDefault();
    form.submit();
  });
})();
