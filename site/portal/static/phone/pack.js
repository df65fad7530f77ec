/* One course on this phone: what is kept of it, and the fetching, which may end at any moment and go on later.

   new Pack(manifest address, name of its cache, changed) calls `changed(pack)` whenever there is something to show.
   What she chose lies in the cache itself under the manifest's address: deleted with it, never at odds with it. */
(function () {
  "use strict";
  var LANES = 3, MARGIN = 20e6, PAUSES = [5, 15, 60];
  var files = window.packFiles;

  function Pack(address, name, changed) {
    this.address = address;
    this.name = name;
    this.changed = function () { changed(this); };
    this.newest = this.state = null;
    this.choice = { pictures: true, audio: null }; /* which voices shows when the list has come */
    this.problem = "";
    this.run = null; /* the fetching that goes on now; one that was paused sees that it is no longer this one */
    this.waiting = false;
    this.looking = true; /* until the list has come, or is known not to come */
    this.all = [];
    this.left = [];
    this.failed = 0;
  }

  Pack.prototype.read = function () {
    var pack = this;
    return caches.match(pack.address, { cacheName: pack.name }).then(function (kept) {
      return kept ? kept.json() : null;
    }).then(function (state) {
      pack.state = state;
      if (state) pack.choice = { pictures: state.choice.pictures, audio: state.choice.audio };
      pack.changed();
      return pack.ask();
    }).then(function () {
      pack.looking = false;
      return pack.look();
    });
  };

  /* The list of today; without signal that of the last time. */
  Pack.prototype.ask = function () {
    var pack = this;
    return fetch(pack.address, { credentials: "same-origin" }).then(function (answer) {
      return answer.ok && !answer.redirected ? answer.json() : null;
    }).then(function (manifest) {
      if (manifest && manifest.parts) pack.newest = manifest;
    }).catch(function () { pack.newest = pack.newest || (pack.state && pack.state.manifest); }).then(function () {
      if (pack.choice.audio === null && pack.newest) pack.choice.audio = window.packVoices.usual(pack.newest.voices || []);
    });
  };

  Pack.prototype.look = function () {
    var pack = this;
    pack.all = pack.newest ? files.wanted(pack.newest, pack.choice) : [];
    return files.missing(pack.name, pack.all).then(function (left) {
      pack.left = left;
      return pack.state ? null : caches.delete(pack.name); /* looking alone leaves nothing behind */
    }).then(function () { pack.changed(); });
  };

  Pack.prototype.write = function (change) {
    var pack = this;
    pack.state = {
      manifest: pack.newest,
      choice: { pictures: pack.choice.pictures, audio: pack.choice.audio },
      paused: Boolean(change.paused),
      updated: change.updated || (pack.state ? pack.state.updated : "")
    };
    return caches.open(pack.name).then(function (cache) {
      return cache.put(pack.address, new Response(JSON.stringify(pack.state)));
    });
  };

  Pack.prototype.hasRoom = function () {
    var need = files.sum(this.left, "size") + MARGIN;
    if (!navigator.storage || !navigator.storage.estimate) return Promise.resolve(true);
    return navigator.storage.estimate().then(function (room) { return room.quota - room.usage > need; });
  };

  Pack.prototype.start = function () {
    var pack = this, run = {};
    if (pack.run || !pack.newest) return Promise.resolve();
    pack.run = run;
    pack.problem = "";
    pack.failed = 0;
    if (navigator.storage && navigator.storage.persist) navigator.storage.persist().catch(function () {});
    return pack.hasRoom().then(function (room) {
      if (!room) throw new Error("full");
      return pack.write({});
    }).then(function () {
      pack.changed();
      return pack.fetchAll(run);
    }).catch(function (error) {
      pack.problem = error.message === "wrong" ? "wrong" : "full";
      return pack.problem === "wrong" ? pack.ask() : null;
    }).then(function () {
      if (pack.run === run) pack.run = null;
      return pack.look();
    });
  };

  Pack.prototype.fetchAll = function (run) {
    var pack = this, queue = pack.left.slice(), lanes = [];
    function next() {
      return queue.length && pack.run === run ? pack.patiently(queue.shift(), run, 0).then(next) : null;
    }
    while (lanes.length < LANES) lanes.push(next());
    return Promise.all(lanes).then(function () {
      if (pack.run !== run) return null;
      if (pack.failed) throw new Error("wrong");
      return files.sweep(pack.name, pack.all, [pack.address]).then(function () {
        return pack.write({ updated: new Date().toISOString() });
      });
    });
  };

  /* A line that breaks is waited for; a file that is not what the list says is counted, and the others go on. */
  Pack.prototype.patiently = function (file, run, times) {
    var pack = this;
    return files.bring(pack.name, file).then(function () {
      pack.waiting = false;
      pack.left = pack.left.filter(function (one) { return one !== file; });
      if (pack.run === run) pack.changed();
    }, function (error) {
      if (error.message === "full") throw error;
      if (error.message === "wrong") {
        pack.failed += 1;
        return null;
      }
      pack.waiting = true;
      pack.changed();
      return pack.pauseFor(PAUSES[Math.min(times, PAUSES.length - 1)]).then(function () {
        return pack.run === run ? pack.patiently(file, run, times + 1) : null;
      });
    });
  };

  Pack.prototype.pauseFor = function (seconds) {
    return new Promise(function (resolve) {
      var timer = setTimeout(done, seconds * 1000);
      function done() {
        clearTimeout(timer);
        window.removeEventListener("online", done);
        document.removeEventListener("pack-paused", done);
        resolve();
      }
      window.addEventListener("online", done);
      document.addEventListener("pack-paused", done);
    });
  };

  Pack.prototype.pause = function () {
    var pack = this;
    pack.run = null;
    pack.waiting = false;
    document.dispatchEvent(new CustomEvent("pack-paused"));
    return pack.write({ paused: true }).then(function () { return pack.look(); });
  };

  Pack.prototype.choosePictures = function (wants) {
    this.choice.pictures = wants;
    return this.look();
  };

  Pack.prototype.chooseVoice = function (id, wants) {
    this.choice.audio = window.packVoices.change(this.choice.audio, id, wants);
    return this.look();
  };

  Pack.prototype.forget = function () {
    var pack = this;
    pack.run = pack.state = null;
    document.dispatchEvent(new CustomEvent("pack-paused"));
    return caches.delete(pack.name).then(function () { return pack.look(); });
  };

  window.Pack = Pack;
})();
