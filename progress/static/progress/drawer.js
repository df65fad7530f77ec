/* A database of this phone: the outbox is one, what she has begun and what waits to be sent lie in others. `make(database)`
   makes its stores, the first time. `drawer(name, make)` gives `run(mode, work)`: one transaction over all stores, whose
   promise resolves with what `work(store, tell)` told once it is on the disk. It rejects with `reason`: "full", or
   "unusable" where nothing can be kept. */
window.drawer = function (name, make) {
  "use strict";
  var database = null;

  function open(resolve, reject) {
    var asked = indexedDB.open(name, 1);
    asked.onupgradeneeded = function () { make(this.result); };
    asked.onsuccess = function () {
      this.result.onversionchange = this.result.onclose = function () {
        database = null;
        this.close();
      };
      resolve(this.result);
    };
    asked.onerror = function () { reject(this.error); };
    setTimeout(reject, 5000);
  }

  /* A database deleted under us is opened once more. */
  return function run(mode, work, again) {
    database = database || new Promise(open);
    return database.then(function (db) {
      return new Promise(function (resolve, reject) {
        var told, transaction = db.transaction(db.objectStoreNames, mode, { durability: "strict" });
        transaction.oncomplete = function () { resolve(told); };
        transaction.onabort = function () { reject(this.error); };
        work(transaction, function (value) { told = value; });
      });
    }).catch(function (error) {
      var full = error && error.name === "QuotaExceededError";
      if (!full) database = null;
      if (!full && !again) return run(mode, work, true);
      throw { reason: full ? "full" : "unusable" };
    });
  };
};
