/* A database of this phone beside the outbox. `drawer(name, stores)` gives `run(mode, work)`: one transaction over all of
   its stores, whose promise resolves with what `work` told once it is on the disk. It rejects with `reason`: "full", or
   "unusable" where nothing can be kept. */
window.drawer = window.drawer || function (name, stores) {
  "use strict";
  var OPENING = 5000, database = null;

  function open() {
    if (database) return database;
    var opening = database = new Promise(function (resolve, reject) {
      var asked = indexedDB.open(name, 1);
      asked.onupgradeneeded = function () {
        stores.forEach(function (store) { asked.result.createObjectStore(store); });
      };
      asked.onsuccess = function () {
        var opened = asked.result;
        opened.onversionchange = opened.onclose = function () {
          if (database === opening) database = null;
          opened.close();
        };
        resolve(opened);
      };
      asked.onerror = asked.onblocked = function () { reject(asked.error); };
      setTimeout(reject, OPENING);
    });
    return opening;
  }

  /* A database deleted under us is opened once more. */
  return function run(mode, work, again) {
    return open().then(function (db) {
      return new Promise(function (resolve, reject) {
        var told, transaction = db.transaction(stores, mode, { durability: "strict" });
        transaction.oncomplete = function () { resolve(told); };
        transaction.onabort = function () { reject(transaction.error); };
        work(function (store) { return transaction.objectStore(store); }, function (value) { told = value; });
      });
    }).catch(function (error) {
      var full = error && error.name === "QuotaExceededError", why;
      if (!full) database = null;
      if (!full && !again) return run(mode, work, true);
      why = new Error(full ? "full" : "unusable");
      why.reason = why.message;
      throw why;
    });
  };
};
