/* What she began and made here lies in a database of her own (own-drawer.js). It waits for her when she signs out, and goes
   when she is forgotten on this phone: before the form is sent, whoever sends it. What she began and did not hand in is told
   first, and goes at the second tap only. `data-forgets` holds her key where she is not signed in. */
(function () {
  "use strict";
  var PATIENCE = 4000, SLIP = 1000, form = document.querySelector("form[data-forgets]"), told = 0;
  var warning = document.querySelector("[data-begun]");
  if (!form || !warning || !window.indexedDB || !window.asking) return;

  function whose() { return form.getAttribute("data-forgets") || window.asking.learner(); }

  function begun() {
    return window.ownDrawer.names(whose(), "drafts").then(function (names) {
      return names.filter(function (name) { return /^words /.test(name); }).length;
    }).catch(function () { return 0; });
  }

  function forget() {
    return new Promise(function (resolve) {
      var asked = indexedDB.deleteDatabase("own " + whose());
      asked.onsuccess = asked.onerror = resolve;
      setTimeout(resolve, PATIENCE);
    });
  }

  function warn(count) {
    var button = form.querySelector("button") || document.querySelector("[form=" + form.id + "]");
    var words = warning.querySelector("p");
    told = Date.now();
    form.setAttribute("data-leaving", "told"); /* signing-out.js lets the next tap through */
    words.textContent = words.textContent.replace("[n]", count);
    warning.hidden = false;
    button.textContent = warning.getAttribute("data-begun");
    words.focus();
    button.scrollIntoView({ block: "center" });
  }

  form.submit = function () {
    if (Date.now() - told < SLIP) return;
    begun().then(function (count) {
      if (count && !told) return warn(count);
      return forget().then(function () { HTMLFormElement.prototype.submit.call(form); });
    });
  };

  /* After signing-out.js, which may hold it back and send it later. */
  form.addEventListener("submit", function (event) {
    if (event.defaultPrevented) return;
    event.preventDefault();
    form.submit();
  });

  /* A task that arrived while its page died has left its photos here: who sends them throws them away. */
  window.taskDrawer("readonly", function (all, tell) {
    all.objectStore("sending").count().onsuccess = function () { tell(this.result); };
  }).then(function (count) {
    if (!count || window.taskPhotos) return;
    document.head.appendChild(document.createElement("script")).src = "/static/phone/photos.js";
  }).catch(function () { /* this phone keeps nothing */ });
})();
