/* What belongs to one person on this phone and is no event: what she began to write for a task, and her goods. It lies in a
   database that bears her key: the next person here has another one, and forgetting her deletes it (signing-out.js). */
window.ownDrawer = (function () {
  "use strict";
  var opened = {};

  function make(database) {
    database.createObjectStore("drafts");
    database.createObjectStore("shelf");
  }

  function of(person) {
    opened[person] = opened[person] || window.drawer("own " + person, make);
    return opened[person];
  }

  function get(person, store, key) {
    return of(person)("readonly", function (all, tell) {
      all.objectStore(store).get(key).onsuccess = function () { tell(this.result); };
    });
  }

  /* Several at once, or none of them. What is null is taken out. */
  function put(person, store, values) {
    return of(person)("readwrite", function (all) {
      Object.keys(values).forEach(function (key) {
        if (values[key] === null) all.objectStore(store).delete(key);
        else all.objectStore(store).put(values[key], key);
      });
    });
  }

  function names(person, store) {
    return of(person)("readonly", function (all, tell) {
      all.objectStore(store).getAllKeys().onsuccess = function () { tell(this.result); };
    });
  }

  /* One transaction over all that is hers. */
  function run(person, work) { return of(person)("readwrite", work); }

  return { get: get, put: put, names: names, run: run };
})();
