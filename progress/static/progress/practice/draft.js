/* What she began to write for a task stays on this phone until she hands it in: closing the page loses nothing of it. Words and
   photos lie apart, so that a letter more does not write the photos anew. Each writing has a name of its own, by which a page
   knows that another one has written since: what is newer is never overwritten, the older page is told "elsewhere". */
window.taskDraft = function (card, person) {
  "use strict";
  var drawer = window.ownDrawer, writing = Promise.resolve(), seen = "";
  var WORDS = "words " + card, PHOTOS = "photos " + card, LAST = "last " + card;

  function fresh(like) {
    return { fields: like ? like.fields : {}, onlyCounty: !!like && like.onlyCounty, photos: [], handing: "" };
  }

  function read() {
    return Promise.all([WORDS, PHOTOS, LAST].map(function (name) {
      return drawer.get(person, "drafts", name);
    })).then(function (kept) {
      seen = kept[0] ? kept[0].version : "";
      return { words: kept[0] || fresh(), photos: kept[1] || [], isBegun: !!kept[0], last: kept[2] };
    });
  }

  /* One after the other, so that the last word stays. `work(drafts, kept words, is another page's)` is one transaction, and
     gives the words that it writes, if any. */
  function change(work) {
    function turn() {
      var name = window.newUuid(), isFull = false, written, isOthers;
      return drawer.run(person, function (all) {
        var drafts = all.objectStore("drafts");
        drafts.get(WORDS).onsuccess = function () {
          isOthers = !!this.result && this.result.version !== seen;
          try {
            written = work(drafts, this.result, isOthers);
            if (written) drafts.put(Object.assign(written, { version: name }), WORDS);
          } catch (why) {
            isFull = why.name === "QuotaExceededError";
            throw why;
          }
        };
      }).then(function () {
        if (written) seen = name;
        return isOthers;
      }, function (why) {
        if (isFull) why.reason = "full";
        throw why;
      });
    }
    writing = writing.then(turn, turn);
    return writing;
  }

  function put(words, photos) {
    return change(function (drafts, kept, isOthers) {
      if (isOthers) return null;
      words.handing = "";
      if (photos) drafts.put(photos, PHOTOS);
      return words;
    }).then(function (isOthers) {
      if (!isOthers) return;
      var why = new Error("elsewhere");
      why.reason = why.message;
      throw why;
    });
  }

  function said(words) { return JSON.stringify([words.fields, words.onlyCounty, words.photos]); }

  /* She presses: as what is it handed in? Each time is another one, unless the page died over the very same words. */
  function hand(words, photos) {
    var id = window.newUuid();
    return change(function (drafts, kept, isOthers) {
      if (kept && kept.handing && said(kept) === said(words)) id = kept.handing;
      words.handing = id;
      if (photos && !isOthers) drafts.put(photos, PHOTOS);
      return isOthers ? null : words;
    }).then(function () { return id; });
  }

  /* It is handed in, or not wanted; what another page has written since stays. `last` is what she may begin with again. */
  function clear(last) {
    return change(function (drafts, kept, isOthers) {
      if (last) drafts.put(last, LAST);
      if (isOthers) return;
      drafts.delete(WORDS);
      drafts.delete(PHOTOS);
    }).then(function (isOthers) { if (!isOthers) seen = ""; });
  }

  /* What another page has made of it since this one read it, or null. */
  function newer() {
    return change(function () {}).then(function () { return drawer.get(person, "drafts", WORDS); }).then(function (kept) {
      return (kept ? kept.version : "") === seen ? null : read();
    });
  }

  return { fresh: fresh, read: read, newer: newer, put: put, hand: hand, clear: clear };
};
