/* Whatever was done on this phone is written here first, and waits until our own JSON says that it is stored.

   docs/events.md tells what is sent. window.outbox is for the scripts that come after this one. Nothing in it trusts
   the phone's clock, one tab alone, or a reply that does not name what it means. */
(function () {
  "use strict";
  var asking = window.asking, learner = asking.learner, FIRST_WAIT = 5000;
  var TRY_AGAIN = ["other-person", "erased", "too-many", "sign-in", "photo"];
  var sending = null, next = null;
  var most = 25, sent = 0, failures = 0, timer = 0, problem = "", isFull = false, isCrowded = false;

  function fire(name, detail) { document.dispatchEvent(new CustomEvent(name, { detail: detail })); }

  /* -- the phone's disk -- */

  var kept = window.drawer("outbox", function (db) {
    db.createObjectStore("events", { keyPath: "seq", autoIncrement: true }).createIndex("uuid", "uuid", { unique: true });
    db.createObjectStore("meta");
  });

  function run(mode, work) {
    return kept(mode, function (all, tell) { work(all.objectStore("events"), all.objectStore("meta"), tell); });
  }

  function all() {
    return run("readonly", function (events, meta, tell) {
      events.getAll().onsuccess = function () { tell(this.result); };
    });
  }

  /* -- what other scripts ask for -- */

  function add(kind, object, payload, more) {
    var isOpen, body = {
      uuid: newUuid(), kind: kind, object: object, at: new Date().toISOString(), payload: payload,
      language: document.documentElement.lang.toLowerCase(), person: learner()
    };
    isOpen = Object.assign(body, more).open;
    delete body.open;
    body.helped = body.person === learner() && !!learner(2); /* not what the keeper did herself, in another window */
    return run("readwrite", function (events, meta) { write(events, meta, body, isOpen); }).then(function () {
      isFull = false;
      if (isOpen) asking.whoIsIt().catch(function () {});
      else soon();
      return body.uuid;
    }, function (why) {
      isFull = why.reason === "full";
      tellAnew();
      throw why;
    });
  }

  /* The same UUID twice is the same thing: what was written first stays. What has photos is held until they have gone ahead. */
  function write(events, meta, body, isOpen) {
    var counter = "counter " + body.person;
    events.index("uuid").count(body.uuid).onsuccess = function () {
      if (this.result) return;
      meta.get("device").onsuccess = function () {
        body.device = this.result || newUuid().slice(0, 8);
        meta.put(body.device, "device");
        meta.get(counter).onsuccess = function () {
          body.counter = (this.result || 0) + 1;
          meta.put(body.counter, counter);
          events.add({ uuid: body.uuid, person: body.person, body: body, open: isOpen, held: body.payload.photos, refused: "" });
        };
      };
    };
  }

  /* Says whether it was still open: another tab may have closed and sent it. */
  function change(id, payload, closing) {
    return run("readwrite", function (events, meta, tell) {
      events.index("uuid").get(id).onsuccess = function () {
        var row = this.result || {};
        tell(!!row.open);
        if (!row.open) return;
        if (payload) row.body.payload = payload;
        row.body.at = new Date().toISOString();
        row.open = !closing;
        events.put(row);
      };
    });
  }

  function close(id, payload) {
    return change(id, payload, true).then(function (was) {
      soon();
      return was;
    });
  }

  /* What a killed tab or another page left open is as it is. */
  function closeAll() {
    return run("readwrite", function (events) {
      events.getAll().onsuccess = function () {
        this.result.forEach(function (row) {
          if (!row.open) return;
          row.open = false;
          events.put(row);
        });
      };
    });
  }

  /* What is somebody else's stays out of sight, and is sent when she is here again. The cookie also names entries that
     were merged into hers. */
  function isFor(person) {
    return function (row) { return !row.person || person && (person + document.cookie).indexOf(row.person) > -1; };
  }

  /* What she did. A visit or a knowledge check that waits is sent silently. */
  function count(rows) {
    var counts = { mine: 0, guest: 0, others: 0, refused: 0 }, isOurs = isFor(learner());
    rows.forEach(function (row) {
      if (row.open || (row.refused ? !isOurs(row) : /^check|left$/.test(row.body.kind))) return;
      counts[row.refused ? "refused" : !isOurs(row) ? "others" : row.person ? "mine" : "guest"] += 1;
    });
    return counts;
  }

  function tell(rows) {
    var counts = count(rows);
    counts.sending = !!sending;
    counts.problem = isFull ? "full" : problem || (counts.others && !learner() ? "signed-out" : "");
    fire("outbox-changed", counts);
  }

  function tellAnew() {
    return all().then(tell, function () { tell([]); });
  }

  /* What could not be taken, of hers and of guests: without what she answered. */
  function refused() {
    return all().then(function (rows) {
      return rows.filter(isFor(learner())).filter(function (row) { return row.refused; }).map(function (row) {
        return { uuid: row.uuid, kind: row.body.kind, object: row.body.object, code: row.refused };
      });
    });
  }

  /* -- sending -- */

  /* Sends what comes after `after`, as many as go into one request, and so on to the end. */
  function sendFrom(after) {
    return all().then(function (rows) {
      var isOurs = isFor(learner()), due = rows.filter(function (row) { return row.seq > after && !row.open && !row.refused && !row.held; });
      if (!due.some(isOurs)) return goAhead(rows, isOurs);
      tell(rows);
      return asking.whoIsIt().then(function (me) {
        due = due.filter(isFor(me.person)).slice(0, most);
        return due.length && asking.tell("events/", { events: due.map(function (row) { return row.body; }) });
      }).then(function (said) { return said && answered(due, after, said); });
    });
  }

  /* Photos go before the task that speaks of them, one by one, with what else is due in between. Who sends them is brought
     only where one waits, and says when it is there and from where to go on. So is who asks whether she for whom something
     else waits here is there at all (my-data/gone.js). */
  function goAhead(rows, isOurs) {
    var row = rows.filter(function (row) { return row.held && isOurs(row); })[0];
    if (row && window.taskPhotos) return window.taskPhotos.sendNext(row).then(sendFrom);
    if (!row && (window.goneHere || rows.every(isOurs))) return;
    window.bring(row ? "photos" : "gone");
    if (row) throw "later";
  }

  function answered(rows, after, said) {
    var last = rows[rows.length - 1].seq;
    if (said.status === 413) {
      most = rows.length >> 1 || 1;
      if (rows.length > 1) return sendFrom(after);
      problem = "later";
      return sendFrom(last);
    }
    isCrowded = said.status === 503;
    if (said.status) throw "later";
    if (!Array.isArray(said.stored)) throw "not-ours";
    return settle(rows, said).then(function () { return sendFrom(last); });
  }

  /* Only what the reply names is touched. */
  function settle(rows, said) {
    var gone = said.stored.concat(said.doubled || []), codes = {}, news = [];
    (said.refused || []).forEach(function (one) { codes[one.uuid] = one.code; });
    return run("readwrite", function (events) {
      news = [];
      rows.forEach(function (row) {
        var code = codes[row.uuid];
        if (gone.indexOf(row.uuid) >= 0) {
          events.delete(row.seq);
          isFull = false;
          news.push({ uuid: row.uuid });
        } else if (code && TRY_AGAIN.indexOf(code) < 0) {
          row.refused = code;
          events.put(row);
          news.push({ uuid: row.uuid, code: code });
        } else {
          row.held = code === "photo"; /* the site has it no longer */
          if (row.held) events.put(row);
          asking.anew();
          problem = "later";
        }
      });
    }).then(function () {
      news.forEach(function (one) {
        if (!one.code) sent += 1;
        fire(one.code ? "outbox-refused" : "outbox-stored", one);
      });
    });
  }

  /* At once; or after what is being sent, unless that comes to nothing: then with the next try. */
  function soon() {
    if (sending) sending.then(function (came) { return came.problem || flush(); });
    else flush();
  }

  function flush() {
    if (sending) {
      next = next || sending.then(function () {
        next = null;
        return flush();
      });
      return next;
    }
    clearTimeout(timer);
    sent = 0;
    problem = "";
    isCrowded = false;
    sending = sendFrom(0).catch(function (why) { problem = typeof why === "string" ? why : "offline"; }).then(rest);
    return sending;
  }

  /* Nothing is given up: it is tried again, ever more seldom, after ten minutes at last, and whenever something happens on
     the phone. Where only very many phones send at once (503) it is her turn soon. */
  function rest() {
    var wait = (FIRST_WAIT << failures) * (0.5 + Math.random() / 2);
    var came = { sent: sent, problem: problem };
    sending = null;
    failures = problem ? Math.min(failures + 1, isCrowded ? 3 : 7) : 0;
    if (problem) timer = setTimeout(flush, wait);
    return tellAnew().then(function () { return came; });
  }

  window.outbox = {
    usable: closeAll().then(function () { return true; }, function () { return false; }),
    learner: learner, add: add, change: change, close: close, flush: flush, refused: refused, run: run,
    counts: function () { return all().then(count); }
  };
  window.outbox.usable.then(function (yes) {
    if (!yes) return;
    flush();
    window.addEventListener("online", flush);
    document.addEventListener("visibilitychange", flush);
  });
})();
