/* Handing in a task on its own page, which is the same for everybody and opens without a signal. What she writes is kept on
   this phone; handed in it waits in the outbox. If anything here fails, the page has its link to the plain form. */
(function () {
  "use strict";
  var page = document.querySelector("[data-card][data-shelf]"), parts = document.getElementById("handing");
  var outbox = window.outbox, sending = window.taskPhotos, SOON = 300, SLIP = 1000;
  if (!page || !parts || !parts.content || !outbox || !sending || !HTMLCanvasElement.prototype.toBlob) return;
  var lesson = page.getAttribute("data-lesson"), card = page.getAttribute("data-card"), shelf = page.getAttribute("data-shelf");
  var whose = outbox.learner(), draft = window.taskDraft(lesson + " " + card, whose), words = draft.fresh(), timer = 0;
  var plain = page.querySelector(".foot"), form, photos, done = null, last = null, isHanding = false, isApart = false, isAnew = false;

  /* The keeper sits beside her, and she gave no PIN. */
  if (outbox.learner(2) === "..") return plain.parentNode.replaceChild(part("hers"), plain);

  function nothing() {}
  function part(name) { return parts.content.querySelector("[data-part=" + name + "]").cloneNode(true); }
  function fields() { return [].slice.call(form.querySelectorAll("[name]")); }

  function say(name) {
    var place = form.querySelector("[data-part=trouble]");
    place.textContent = "";
    if (!name) return;
    place.appendChild(part(name));
    place.scrollIntoView({ block: "center" });
  }

  /* A field that comes several times is a list; what is empty is left out. */
  function collect() {
    var said = {};
    fields().forEach(function (field) {
      var value = field.value.trim(), name = field.name;
      if (field.type === "checkbox" || !value) return;
      if (form.querySelectorAll("[name=" + name + "]").length > 1) said[name] = (said[name] || []).concat(value);
      else said[name] = value;
    });
    return said;
  }

  function fill() {
    fields().forEach(function (field) {
      var kept = words.fields[field.name] || "", same = [].slice.call(form.querySelectorAll("[name=" + field.name + "]"));
      if (field.type === "checkbox") field.checked = words.onlyCounty;
      else field.value = (Array.isArray(kept) ? kept[same.indexOf(field)] : kept) || "";
    });
  }

  function gather() {
    clearTimeout(timer);
    timer = 0;
    words.fields = collect();
    words.onlyCounty = form.querySelector("[name=only_county]").checked;
    words.photos = photos.all().map(function (photo) { return photo.digest; });
    return words;
  }

  function keepPhotos(all) { return draft.put(gather(), all); }

  function typed() {
    say("");
    clearTimeout(timer);
    timer = setTimeout(keepSoon, SOON);
  }

  function isOurs() { return outbox.learner() === whose; }

  function keepSoon() {
    if (!isOurs()) return location.reload(); /* nor is it hers that is written here now */
    keep().catch(told);
  }

  /* What began with her last photos has none of its own yet. */
  function keep() {
    return draft.put(gather(), isAnew && photos.all()).then(function () { isAnew = false; });
  }

  function told(why) {
    isApart = !!why && why.reason === "elsewhere";
    say(isApart || why && why.reason === "full" ? why.reason : "not-kept");
  }

  /* In a field of one line it asks for the next one, and hands in nothing half written. */
  function onward(event) {
    var all = fields(), at = all.indexOf(event.target);
    if (event.key !== "Enter" || event.isComposing || event.target.tagName !== "INPUT" || at < 0) return;
    event.preventDefault();
    if (all[at + 1]) all[at + 1].focus();
  }

  /* -- handing in -- */

  function jobOf(id) {
    var payload = { card: card, words: words.fields, only_county: words.onlyCounty, photos: words.photos };
    return {
      uuid: id, person: whose, object: lesson, payload: payload, photos: photos.all(),
      at: new Date().toISOString(), language: page.getAttribute("data-language")
    };
  }

  function toShelf(job) {
    var values = {};
    if (!shelf) return Promise.resolve();
    values[shelf] = { uuid: job.uuid, words: job.payload.words, photos: job.photos, at: job.at };
    return window.ownDrawer.put(whose, "shelf", values);
  }

  function send() {
    var job;
    return draft.hand(gather(), isAnew && photos.all()).then(function (id) {
      job = jobOf(id);
      last = { words: draft.fresh(words), photos: job.photos };
      return sending.handIn(job);
    }).then(function () {
      return Promise.all([toShelf(job), draft.clear(last)]).catch(nothing); /* it is handed in whatever becomes of these */
    }).then(function () {
      showDone(job.uuid);
      done.addEventListener("click", afterSlip(Date.now()), true);
    });
  }

  function handIn(event) {
    event.preventDefault();
    if (isHanding) return;
    if (!isOurs()) return location.reload();
    say("");
    if (photos.isBusy()) return say("busy");
    if (!photos.all().length && !Object.keys(collect()).length) return say("empty");
    isHanding = true;
    (whose ? send() : keep().then(function () { say("sign-in"); }))
      .catch(told).then(function () { isHanding = false; });
  }

  /* -- what became of it -- */

  function state(name) {
    done.setAttribute("data-now", name);
    [].forEach.call(done.querySelectorAll("[data-state]"), function (line) {
      line.hidden = line.getAttribute("data-state").split(" ").indexOf(name) < 0;
    });
  }

  /* The second tap of two quick ones means the button that was there before. */
  function afterSlip(since) {
    return function (event) {
      if (Date.now() - since > SLIP) return;
      event.preventDefault();
      event.stopPropagation();
    };
  }

  function showDone(id) {
    done = part("done");
    done.setAttribute("data-uuid", id);
    state("waiting");
    form.hidden = true;
    page.appendChild(done);
    done.querySelector("[data-does=anew]").addEventListener("click", anew);
    done.querySelector(".title").focus();
    done.scrollIntoView({ block: "start" });
  }

  /* With what she handed in last: what a teacher sends back is mended, not written anew. */
  function anew() {
    page.removeChild(done);
    done = null;
    takeLast();
    form.hidden = false;
    form.querySelector("input, textarea").focus();
  }

  function became(name) {
    return function (event) {
      var why = event.detail.code;
      if (done && done.getAttribute("data-uuid") === event.detail.uuid) state(why === "consent" ? why : name);
    };
  }

  /* Why it waits, where the site says more than that it will come. */
  function waits(event) {
    var why = event.detail.problem;
    if (!done || /stored|refused|consent/.test(done.getAttribute("data-now")) || !why && event.detail.sending) return;
    state(/^(tomorrow|site-full)$/.test(why) ? why : "waiting");
  }

  function waiting() {
    return outbox.run("readonly", function (events, meta, tell) {
      events.getAll().onsuccess = function () {
        tell(this.result.filter(function (row) {
          return row.body.kind === "task-submitted" && row.person === whose && row.body.payload.card === card;
        }).pop());
      };
    });
  }

  /* -- opening -- */

  function take(kept) {
    words = kept.words;
    isAnew = false;
    photos.show(kept.photos);
    fill();
  }

  function takeLast() {
    take({ words: draft.fresh(last && last.words), photos: last ? last.photos : [] });
    isAnew = true;
  }

  /* Before anything else: what was begun here is not overwritten. `answers` by what the buttons do. */
  function ask(name, answers) {
    var question = form.querySelector("[data-part=" + name + "]");
    question.hidden = false;
    form.classList.add("handing--asked");
    question.addEventListener("click", function (event) {
      var answer = answers[event.target.getAttribute("data-does")];
      if (!answer) return;
      question.hidden = true;
      form.classList.remove("handing--asked");
      answer();
    });
  }

  /* Begun before she signed in: by her, or by whoever had the phone before. */
  function lookForGuests() {
    var guests = window.taskDraft(lesson + " " + card, "");
    return guests.read().then(function (begun) {
      if (begun.isBegun) ask("whose", {
        mine: function () {
          take(begun);
          draft.put(words, begun.photos).then(function () { return guests.clear(); }).catch(told);
        },
        "not-mine": nothing
      });
    });
  }

  function begin(kept) {
    last = kept.last;
    if (!whose && kept.isBegun) return ask("begun", {
      mine: function () { take(kept); },
      "not-mine": function () { draft.clear().catch(told); }
    });
    if (kept.isBegun) return take(kept);
    takeLast();
    if (whose) return lookForGuests();
  }

  function lookElsewhere() {
    isApart = false;
    return draft.read().then(take).then(function () { say(""); });
  }

  function open(both) {
    var kept = both[0], row = both[1];
    form = parts.content.querySelector("form").cloneNode(true);
    photos = window.taskPhotoList(form, part, keepPhotos);
    plain.parentNode.replaceChild(form, plain);
    form.addEventListener("input", typed);
    form.addEventListener("change", function (event) { if (event.target.type === "checkbox") typed(); });
    form.addEventListener("keydown", onward);
    form.addEventListener("submit", handIn);
    form.addEventListener("click", function (event) {
      if (event.target.getAttribute("data-does") === "newest") lookElsewhere().catch(told);
    });
    document.addEventListener("outbox-stored", became("stored"));
    document.addEventListener("outbox-refused", became("refused"));
    document.addEventListener("outbox-changed", waits);
    if (!row || kept.isBegun && row.uuid !== kept.words.handing) return begin(kept);
    last = kept.isBegun ? { words: draft.fresh(kept.words), photos: kept.photos } : kept.last;
    draft.clear(last).catch(nothing);
    showDone(row.uuid);
    if (row.refused) became("refused")({ detail: { uuid: row.uuid, code: row.refused } });
  }

  /* The page that the browser had kept, or that stood open, is not for the next person here. */
  function isStillHers() {
    if (!isOurs()) return location.reload();
    if (timer) keepSoon();
    else if (!document.hidden && !done && !isApart && !isHanding && !photos.isBusy()) {
      draft.newer().then(function (kept) {
        if (kept) return kept.isBegun ? take(kept) : location.reload(); /* handed in there */
      }).catch(nothing);
    }
  }

  outbox.usable.then(function (yes) {
    return yes && Promise.all([draft.read(), waiting()]).then(open);
  }).then(function () {
    if (!form) return;
    window.addEventListener("pageshow", isStillHers);
    window.addEventListener("pagehide", function () { if (timer) keepSoon(); });
    document.addEventListener("visibilitychange", isStillHers);
  }).catch(nothing);
})();
