/* The sound of a course, voice by voice. What she wants of it is a list of voices, or yes or no for all of them: so it was
   kept before the list of a course said whose voice a file is. */
(function () {
  "use strict";
  function idOf(voice) { return voice.id; }

  /* Those of a file; of one that names none, whoever wants sound at all. */
  function files(audio, wanted) {
    return audio.filter(function (file) {
      if (!Array.isArray(wanted)) return wanted;
      return file.voices ? file.voices.some(function (id) { return wanted.indexOf(id) >= 0; }) : wanted.length > 0;
    });
  }

  /* Hers, or what plays for who chose none; of the phone's own voice nothing needs to come. A single one always. */
  function usual(voices) {
    var chosen = (/(?:^| )voice-(phone|[0-9]+)/.exec(document.documentElement.className) || [])[1];
    var ids = voices.map(idOf);
    if (!ids.length) return true;
    if (ids.length === 1 || ids.indexOf(chosen) >= 0) return ids.length === 1 ? ids : [chosen];
    if (chosen === "phone") return [];
    return voices.filter(function (voice) { return voice.usual; }).map(idOf);
  }

  function has(wanted, id) { return Array.isArray(wanted) && id ? wanted.indexOf(id) >= 0 : Boolean(wanted); }

  /* Without an id it is about all. */
  function change(wanted, id, wants) {
    if (!id) return wants;
    var others = (Array.isArray(wanted) ? wanted : []).filter(function (one) { return one !== id; });
    return wants ? others.concat([id]) : others;
  }

  window.packVoices = { files: files, usual: usual, has: has, change: change };
})();
