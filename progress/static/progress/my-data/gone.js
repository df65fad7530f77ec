/* Where this phone holds something for somebody who is not here, the site is asked whether she is there at all. Only of whom
   it says by name that she was erased everything goes from this phone; that is said once. No answer, any other answer, a
   sign-in that ended or a phone that was forgotten change nothing. What was recorded under an entry that was merged into hers
   who is here is sent as hers from then on.

   The outbox brings this file where something of somebody else waits; it asks once an hour for the same people. */
(function () {
  "use strict";
  var AT_ONCE = 50, HOUR = 3600000, ASKED = "asked-of", KEY = /^[0-9a-f-]{36}$/, outbox = window.outbox, asking = window.asking, isAsking = false;
  if (!outbox || !asking || window.goneHere) return;
  window.goneHere = true;

  function databases() {
    var all = indexedDB.databases ? indexedDB.databases() : Promise.resolve([]);
    return all.then(function (found) {
      return found.map(function (one) { return /^own ./.test(one.name) ? one.name.slice(4) : ""; });
    });
  }

  function inOutbox() {
    return outbox.run("readonly", function (events, meta, tell) {
      events.getAll().onsuccess = function () {
        var rows = this.result;
        meta.getAllKeys().onsuccess = function () {
          tell(rows.map(function (row) { return row.person; }).concat(this.result.map(function (name) {
            return name.replace(/^counter /, "");
          })));
        };
      };
    });
  }

  function setAside() {
    try {
      return Object.keys(localStorage).map(function (name) { return /^aside /.test(name) ? name.split(" ")[1] : ""; });
    } catch (shut) { return []; }
  }

  /* Everybody for whom something lies here, but for who is signed in. */
  function people() {
    return Promise.all([inOutbox(), databases().catch(function () { return []; })]).then(function (both) {
      var now = outbox.learner();
      return both[0].concat(both[1], setAside()).filter(function (key, at, all) {
        return KEY.test(key) && key !== now && all.indexOf(key) === at;
      }).sort();
    });
  }

  function isAskedAlready(keys) {
    try {
      var now = [Math.floor(Date.now() / HOUR), outbox.learner()].concat(keys).join(), was = sessionStorage.getItem(ASKED);
      if (now === was) return true;
      sessionStorage.setItem(ASKED, now);
    } catch (shut) { /* then each page asks */ }
    return false;
  }

  function forget() {
    try { sessionStorage.removeItem(ASKED); } catch (shut) { /* see above */ }
  }

  /* Only keys that were asked for, each named by the site. */
  function heed(keys, said) {
    var gone = keys.filter(function (key) { return said.gone.indexOf(key) >= 0; }), waited = 0;
    return gone.reduce(function (before, key) {
      return before.then(function () { return window.wiping.wipe(key); }).then(function (count) { waited += count || 0; });
    }, Promise.resolve()).then(function () {
      if (waited) window.sayOnce(said.words);
      return gone.length || Array.isArray(said.hers) && said.hers.length;
    });
  }

  function ask(keys) {
    var now = keys.slice(0, AT_ONCE), rest = keys.slice(AT_ONCE);
    return asking.tell("gone/", { people: now, language: document.documentElement.lang.toLowerCase() }).then(function (said) {
      if (said.status || !Array.isArray(said.gone)) throw "later";
      return heed(now, said);
    }).then(function (changed) {
      if (changed) outbox.flush();
      return rest.length ? ask(rest) : null;
    });
  }

  function look() {
    if (isAsking) return;
    isAsking = true;
    people().then(function (keys) {
      return keys.length && !isAskedAlready(keys) ? ask(keys) : null;
    }).catch(forget).then(function () { isAsking = false; });
  }

  outbox.usable.then(function (yes) {
    if (!yes) return;
    window.addEventListener("online", look);
    look();
  });
})();
