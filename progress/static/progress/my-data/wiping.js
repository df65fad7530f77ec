/* What this phone keeps of one person goes: what she began, the photos and answers of hers that lie here, and at the very end
   what waits in the outbox: as long as that is there, a phone that died meanwhile knows that it has to go on. */
window.wiping = (function () {
  "use strict";
  var PATIENCE = 4000;

  /* A database that is not there is not made. Whatever becomes of it, this resolves, with what `work` told. */
  function inside(name, stores, work) {
    return new Promise(function (resolve) {
      var told, asked = indexedDB.open(name);
      setTimeout(resolve, PATIENCE);
      asked.onupgradeneeded = function () { asked.transaction.abort(); };
      asked.onerror = function () { resolve(); };
      asked.onsuccess = function () {
        var opened = asked.result, transaction;
        try {
          transaction = opened.transaction(stores, "readwrite");
          transaction.oncomplete = function () { resolve(told); };
          transaction.onabort = function () { resolve(); };
          work(function (store) { return transaction.objectStore(store); }, function (value) { told = value; });
        } catch (other) { resolve(); /* made by an older release: it has no such store */ }
        opened.close(); /* once its transaction is over */
      };
    });
  }

  function each(store, work) {
    store.openCursor().onsuccess = function () {
      if (!this.result) return;
      work(this.result);
      this.result.continue();
    };
  }

  function photos(key) {
    return inside("tasks", ["sending", "state"], function (open) {
      each(open("sending"), function (at) {
        if (at.value.person !== key) return;
        open("state").delete(at.key);
        at.delete();
      });
    });
  }

  function begun(key) {
    return new Promise(function (resolve) {
      var asked = indexedDB.deleteDatabase("own " + key);
      asked.onsuccess = asked.onerror = resolve;
      setTimeout(resolve, PATIENCE);
    });
  }

  /* quizzes/kept.js: quiz, its key, a person's. trainees/set-aside.js: aside, a keeper's, what. */
  function answers(key) {
    ["local", "session"].forEach(function (place) {
      try {
        var storage = window[place + "Storage"];
        Object.keys(storage).forEach(function (name) {
          var at = { quiz: 2, aside: 1 }[name.split(" ")[0]];
          if (at && name.split(" ")[at] === key) storage.removeItem(name);
        });
      } catch (shut) { /* then it keeps nothing */ }
    });
  }

  /* Tells how much of it waited. */
  function waiting(key) {
    return inside("outbox", ["events", "meta"], function (open, tell) {
      var count = 0;
      tell(0);
      open("meta").delete("counter " + key);
      each(open("events"), function (at) {
        if (at.value.person !== key) return;
        if (!/^check|left$/.test(at.value.body.kind)) count += 1;
        tell(count);
        at.delete();
      });
    });
  }

  function wipe(key) {
    answers(key);
    return photos(key).then(function () { return begun(key); }).then(function () { return waiting(key); });
  }

  return { wipe: wipe, inside: inside, each: each };
})();
