/* A task that she handed in: its photos lie here until the site has them and it. Of each the outbox (outbox.js) has the event,
   and holds it back until its photos have gone ahead: `sendNext` sends one of them. On a page that has nothing to do with
   tasks this file comes only when one waits. */
(function () {
  "use strict";
  var asking = window.asking, outbox = window.outbox, kept = window.taskDrawer;
  var ADDRESS = "task/photos/", PATIENCE = 240000, ROUNDS = 3, BROKEN = [400, 413, 415], SAID = { 429: "tomorrow", 507: "site-full" }, known = {};
  if (!outbox || window.taskPhotos) return;

  function get(store, id) {
    return kept("readonly", function (all, tell) {
      all.objectStore(store).get(id).onsuccess = function () { tell(this.result); };
    });
  }

  /* What is known of a task that waits. Where the phone is too full to write it down, this page knows it. */
  function stateOf(id) {
    known[id] = known[id] || get("state", id).then(function (state) {
      return state || { added: false, sent: [], released: false, rounds: 0 };
    });
    return known[id];
  }

  function note(id, state) {
    return kept("readwrite", function (all) {
      all.objectStore("sending").count(id).onsuccess = function () {
        if (this.result) all.objectStore("state").put(state, id); /* else all of it is stored */
      };
    }).catch(function () { /* see above */ });
  }

  function drop(id) {
    delete known[id];
    return kept("readwrite", function (all) {
      all.objectStore("sending").delete(id);
      all.objectStore("state").delete(id);
    });
  }

  function changeRow(id, change) {
    return outbox.run("readwrite", function (events) {
      events.index("uuid").get(id).onsuccess = function () {
        if (!this.result) return;
        change(this.result);
        events.put(this.result);
      };
    });
  }

  function refuse(row, code) {
    return changeRow(row.uuid, function (now) {
      now.refused = code;
      now.held = false;
    }).then(function () {
      document.dispatchEvent(new CustomEvent("outbox-refused", { detail: { uuid: row.uuid, code: code } }));
    });
  }

  /* Only the site's own word counts, and it names the photo. The cookies also name entries that were merged into hers. */
  function upload(row, photo) {
    return asking.whoIsIt().then(function (me) {
      if (!me.person || (me.person + document.cookie).indexOf(row.person) < 0) throw "signed-out";
      return asking.ask(ADDRESS, {
        method: "POST", patience: PATIENCE, body: photo.blob,
        headers: { "Content-Type": "image/jpeg", "X-CSRFToken": me.token, "X-Person": row.person }
      });
    }).then(function (said) {
      if (said.photo === photo.digest) return "";
      if (said.why === "consent") return said;
      if (BROKEN.indexOf(said.status) >= 0) return "photo-" + said.status;
      asking.anew();
      throw SAID[said.status] || (said.status ? "later" : "not-ours");
    });
  }

  /* The site had all photos, and misses one: it may have waited too long. All of them again; not for ever. */
  function sendAgain(row, state, photos) {
    state.rounds += 1;
    if (!photos.length || state.rounds >= ROUNDS) return refuse(row, "photo");
    state.sent = [];
    state.released = false;
    return note(row.uuid, state).then(function () { throw "later"; });
  }

  function release(row, state) {
    return changeRow(row.uuid, function (now) { now.held = false; }).then(function () {
      state.released = true;
      return note(row.uuid, state);
    });
  }

  /* She said no to photos: the site takes the words alone, whatever the task names. That is told once; photos alone are
     nothing that it could take. */
  function goWithout(row, state, words) {
    window.sayOnce(words);
    return Object.keys(row.body.payload.words || {}).length ? release(row, state) : refuse(row, "consent");
  }

  /* The next photo of a task that is held; after the last of them the task itself may go. Photos that this phone has lost
     may be there already: the site says. Tells from where in the outbox to go on. */
  function sendNext(row) {
    return Promise.all([get("sending", row.uuid), stateOf(row.uuid)]).then(function (both) {
      var photos = both[0] ? both[0].photos : [], state = both[1];
      var photo = photos.filter(function (one) { return state.sent.indexOf(one.digest) < 0; })[0];
      if (!photo) return state.released ? sendAgain(row, state, photos) : release(row, state);
      return upload(row, photo).then(function (refused) {
        if (refused.why) return goWithout(row, state, refused.words);
        if (refused) return refuse(row, refused);
        state.sent.push(photo.digest);
        return note(row.uuid, state);
      });
    }).then(function () { return row.seq - 1; });
  }

  function add(job) {
    var fields = { uuid: job.uuid, person: job.person, at: job.at, language: job.language };
    return outbox.add("task-submitted", job.object, job.payload, fields).then(function () {
      return stateOf(job.uuid);
    }).then(function (state) {
      state.added = true;
      return note(job.uuid, state);
    });
  }

  /* `job`: uuid, person, object, payload, at, language, photos ({digest, blob}). Resolves when all of it is on the disk. */
  function handIn(job) {
    return kept("readwrite", function (all) {
      all.objectStore("sending").count(job.uuid).onsuccess = function () {
        if (!this.result) all.objectStore("sending").put(job, job.uuid); /* what was written first stays */
      };
    }).then(function () {
      return add(job).catch(function (why) {
        return drop(job.uuid).then(function () { throw why; });
      });
    });
  }

  /* What a killed tab left: written down, and not in the outbox yet; or settled, and not thrown away yet. */
  function tidy() {
    var rows;
    return outbox.run("readonly", function (events, meta, tell) {
      events.getAll().onsuccess = function () { tell(this.result); };
    }).then(function (found) {
      rows = found.map(function (row) { return row.uuid; });
      return kept("readonly", function (all, tell) { all.objectStore("sending").getAll().onsuccess = function () { tell(this.result); }; });
    }).then(function (jobs) {
      return Promise.all(jobs.filter(function (job) { return rows.indexOf(job.uuid) < 0; }).map(function (job) {
        return stateOf(job.uuid).then(function (state) { return state.added ? drop(job.uuid) : add(job); });
      }));
    });
  }

  document.addEventListener("outbox-stored", function (event) { drop(event.detail.uuid).catch(function () {}); });
  window.taskPhotos = { sendNext: sendNext, handIn: handIn };
  outbox.usable.then(function (yes) {
    if (yes) tidy().catch(function () {}).then(outbox.flush);
  });
})();
