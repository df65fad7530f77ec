/* Handing in a task on its own page, which is the same for everybody and opens without a signal. What she writes is kept on
   this phone; handed in it waits in the outbox. If anything here fails, the page has its link to the plain form. */
(function () {
  "use strict";
  var page = document.querySelector("[data-card][data-shelf]"), parts = document.getElementById("handing");
  var outbox = window.outbox, sending = window.taskPhotos, SOON = 300;
  if (!page || !parts || !parts.content || !outbox || !sending || !HTMLCanvasElement.prototype.toBlob) return;
  var lesson = page.getAttribute("data-lesson"), card = page.getAttribute("data-card"), shelf = page.getAttribute("data-shelf");
  var whose = outbox.learner(), draft = window.taskDraft(lesson + " " + card, whose), words = draft.fresh(), timer = 0;
  var plain = page.querySelector(".foot"), form, photos, done = null, isHanding = false;

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

  /* Changed after it was handed in, and the page died over it: that is another handing in. */
  function isOther() {
    if (words.handing) words.uuid = window.newUuid();
    words.handing = false;
  }

  function keepWords() {
    clearTimeout(timer);
    timer = 0;
    words.fields = collect();
    words.onlyCounty = form.querySelector("[name=only_county]").checked;
    return draft.putWords(words);
  }

  function keepPhotos(all) {
    isOther();
    return draft.putPhotos(all).then(keepWords);
  }

  function typed() {
    isOther();
    say("");
    clearTimeout(timer);
    timer = setTimeout(keepSoon, SOON);
  }

  function keepSoon() {
    keepWords().catch(function (why) { say(why.reason === "full" ? "full" : "not-kept"); });
  }

  /* -- handing in -- */

  function jobOf() {
    var kept = photos.all(), payload = { card: card, words: words.fields, only_county: words.onlyCounty };
    payload.photos = kept.map(function (photo) { return photo.digest; });
    return {
      uuid: words.uuid, person: whose, object: lesson, payload: payload, photos: kept,
      at: new Date().toISOString(), language: page.getAttribute("data-language")
    };
  }

  function toShelf(job) {
    var values = {};
    if (!shelf) return Promise.resolve();
    values[shelf] = { uuid: job.uuid, words: job.payload.words, photos: job.photos, at: job.at };
    return window.ownDrawer.put(whose, "shelf", values);
  }

  function handIn(event) {
    event.preventDefault();
    if (isHanding) return;
    say("");
    if (!photos.all().length && !Object.keys(collect()).length) return say("empty");
    isHanding = true;
    words.handing = true;
    keepWords().then(function () {
      var job = jobOf();
      if (!whose) return say("sign-in");
      return sending.handIn(job).then(function () {
        return Promise.all([toShelf(job), draft.clear()]).catch(nothing); /* it is handed in whatever becomes of these */
      }).then(function () { showDone(job.uuid); });
    }).catch(function (why) {
      say(why && why.reason === "full" ? "full" : "not-kept");
    }).then(function () { isHanding = false; });
  }

  /* -- what became of it -- */

  function state(name) {
    [].forEach.call(done.querySelectorAll("[data-state]"), function (line) {
      line.hidden = line.getAttribute("data-state") !== name;
    });
  }

  function showDone(id) {
    done = part("done");
    done.setAttribute("data-uuid", id);
    form.hidden = true;
    page.appendChild(done);
    done.querySelector("[data-does=anew]").addEventListener("click", anew);
    done.querySelector(".title").focus();
    done.scrollIntoView({ block: "center" });
  }

  function anew() {
    page.removeChild(done);
    done = null;
    words = draft.fresh();
    photos.show([]);
    fill();
    form.hidden = false;
    form.querySelector("input, textarea").focus();
  }

  function told(name) {
    return function (event) {
      if (done && done.getAttribute("data-uuid") === event.detail.uuid) state(name);
    };
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
    photos.show(kept.photos);
    fill();
  }

  /* Begun before she signed in: by her, or by whoever had the phone before. */
  function askWhose(guests, begun) {
    var question = form.querySelector("[data-part=whose]");
    question.hidden = false;
    question.addEventListener("click", function (event) {
      var does = event.target.getAttribute("data-does");
      if (!does) return;
      question.hidden = true;
      if (does === "mine") draft.putAll(begun.words, begun.photos).then(guests.clear).then(function () { take(begun); }, keepSoon);
    });
  }

  function lookForGuests() {
    var guests = window.taskDraft(lesson + " " + card, "");
    return guests.read().then(function (begun) { if (begun.isBegun) askWhose(guests, begun); });
  }

  function open(both) {
    var kept = both[0], row = both[1];
    form = parts.content.querySelector("form").cloneNode(true);
    photos = window.taskPhotoList(form, part, keepPhotos);
    plain.parentNode.replaceChild(form, plain);
    take(kept);
    form.addEventListener("input", typed);
    form.addEventListener("change", typed);
    form.addEventListener("submit", handIn);
    document.addEventListener("outbox-stored", told("stored"));
    document.addEventListener("outbox-refused", told("refused"));
    if (row && (!kept.isBegun || row.uuid === kept.words.uuid)) {
      draft.clear().catch(nothing);
      showDone(row.uuid);
      if (row.refused) state("refused");
    }
    if (whose && !kept.isBegun) return lookForGuests();
  }

  /* The page that the browser had kept is not for the next person here. */
  function isStillHers(event) {
    if (timer) keepSoon();
    if (outbox.learner() !== whose && (outbox.learner() || event.persisted)) location.reload();
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
