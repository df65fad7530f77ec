/* What she began to write for a task stays on this phone until she hands it in: closing the page loses nothing of it. Words and
   photos lie apart, so that a letter more does not write the photos anew. */
window.taskDraft = function (card, person) {
  "use strict";
  var drawer = window.ownDrawer, writing = Promise.resolve();

  function fresh() { return { uuid: window.newUuid(), fields: {}, onlyCounty: false, handing: false }; }

  function read() {
    return Promise.all([drawer.get(person, "drafts", "words " + card), drawer.get(person, "drafts", "photos " + card)])
      .then(function (both) { return { words: both[0] || fresh(), photos: both[1] || [], isBegun: !!(both[0] || both[1]) }; });
  }

  /* One after the other, so that the last word stays. */
  function put(values) {
    function write() { return drawer.put(person, "drafts", values); }
    writing = writing.then(write, write);
    return writing;
  }

  function named(words, photos) {
    var values = {};
    if (words !== undefined) values["words " + card] = words;
    if (photos !== undefined) values["photos " + card] = photos;
    return values;
  }

  return {
    fresh: fresh,
    read: read,
    putWords: function (words) { return put(named(words)); },
    putPhotos: function (photos) { return put(named(undefined, photos)); },
    putAll: function (words, photos) { return put(named(words, photos)); },
    clear: function () { return put(named(null, null)); }
  };
};
