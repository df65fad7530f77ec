/* She had herself erased: what this phone still keeps of her goes too, what she began, what waits to be sent, its photos. */
(function () {
  "use strict";
  var main = document.querySelector("[data-erased]"), key = main && main.getAttribute("data-erased");
  if (!key || !window.indexedDB) return;

  /* A database that is not there is not made. */
  function inside(name, stores, work) {
    var asked = indexedDB.open(name);
    asked.onupgradeneeded = function () { asked.transaction.abort(); };
    asked.onsuccess = function () {
      var opened = asked.result;
      try {
        work(opened.transaction(stores, "readwrite"));
      } catch (other) { /* made by an older release: it has no such store */ }
      opened.close(); /* once its transaction is over */
    };
  }

  function dropPhotos(uuids) {
    if (!uuids.length) return;
    inside("tasks", ["sending", "state"], function (transaction) {
      uuids.forEach(function (uuid) {
        transaction.objectStore("sending").delete(uuid);
        transaction.objectStore("state").delete(uuid);
      });
    });
  }

  inside("outbox", ["events"], function (transaction) {
    var uuids = [];
    transaction.objectStore("events").openCursor().onsuccess = function () {
      var at = this.result;
      if (!at) return;
      if (at.value.person === key) {
        uuids.push(at.value.uuid);
        at.delete();
      }
      at.continue();
    };
    transaction.oncomplete = function () { dropPhotos(uuids); };
  });
  indexedDB.deleteDatabase("own " + key);
})();
