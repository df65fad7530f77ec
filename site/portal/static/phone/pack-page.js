/* The page "On this phone": courses to keep, lessons that are kept, and the room they take. Where the browser can keep
   nothing it says so in words, and nothing of this is shown. What waits to be sent: progress/refused.js. */
(function () {
  "use strict";
  var page = document.querySelector("[data-packs]");
  var can = window.Pack && window.isSecureContext && navigator.serviceWorker && window.crypto && crypto.subtle;
  if (!page || !can || !document.body.getAttribute("data-worker")) return;
  var language = page.getAttribute("data-packs"), words = page.querySelector("#words").dataset;

  function find(section, name) { return section.querySelector('[data-is="' + name + '"]'); }
  function say(section, name, text) {
    var place = find(section, name);
    place.textContent = text;
    place.hidden = !text;
  }
  function fill(text, values) {
    return text.replace(/\{(\w+)\}/g, function (whole, name) { return name in values ? values[name] : whole; });
  }
  function mb(bytes) { return (Math.max(bytes, bytes && 1e5) / 1e6).toFixed(1); }
  function sum(files) { return window.packFiles.sum(files, "bytes"); }
  function day(text) {
    var how = { year: "numeric", month: "long", day: "numeric" };
    return new Date(text).toLocaleDateString(document.documentElement.lang, how);
  }

  function mainWords(pack) {
    var size = { mb: mb(sum(pack.left)) };
    if (pack.run || !pack.left.length) return "";
    if (!pack.state) return fill(words.keep, size);
    return fill(pack.state.updated ? (hasGrown(pack) ? words.more : words.newer) : words.goOn, size);
  }

  function hasGrown(pack) {
    return pack.choice.pictures !== pack.state.choice.pictures || String(pack.choice.audio) !== String(pack.state.choice.audio);
  }

  function stateWords(pack) {
    if (pack.problem) return words[pack.problem];
    if (pack.waiting) return words.waiting;
    if (!pack.newest && !pack.looking) return words.nothing;
    return "";
  }

  function showLine(line, pack, files, wants) {
    say(line, "size", fill(words.size, { mb: mb(sum(files)) }));
    line.hidden = !files.length || Boolean(pack.run) || (pack.state && (!pack.state.updated || wants(pack.state.choice)));
    line.querySelector("input").checked = wants(pack.choice);
  }

  /* Sound has a line for each voice; where there is one voice, or an older list that names none, one line without name. */
  function showVoices(section, pack) {
    var voices = pack.newest && pack.newest.voices || [], first = find(section, "audio"), line = first;
    (voices.length ? voices : [{ id: "" }]).forEach(function (voice, i) {
      if (i) line = line.nextElementSibling.matches('[data-is="audio"]') ? line.nextElementSibling : lineAfter(line, pack);
      line.setAttribute("data-voice", voice.id);
      if (voices.length > 1) find(line, "name").textContent = fill(words.voice, { name: voice.name });
      showLine(line, pack, pack.newest ? window.packVoices.files(pack.newest.parts.audio, voice.id ? [voice.id] : true) : [],
        function (choice) { return window.packVoices.has(choice.audio, voice.id); });
    });
  }

  function lineAfter(line, pack) {
    var another = line.cloneNode(true);
    line.parentNode.insertBefore(another, line.nextSibling);
    tendVoice(another, pack);
    return another;
  }

  function tendVoice(line, pack) {
    line.querySelector("input").addEventListener("change", function () {
      pack.chooseVoice(line.getAttribute("data-voice"), this.checked);
    });
  }

  function show(section, pack) {
    var done = pack.all.length - pack.left.length, all = sum(pack.all), begun = Boolean(pack.state);
    var bar = find(section, "bar"), isWhole = begun && pack.state.updated && !pack.run;
    showLine(find(section, "pictures"), pack, pack.newest ? pack.newest.parts.pictures : [], function (choice) {
      return choice.pictures;
    });
    showVoices(section, pack);
    find(section, "looking").hidden = !pack.looking || isWhole;
    find(section, "words").hidden = !pack.newest || begun;
    say(section, "weight", pack.newest ? fill(words.size, { mb: mb(sum(pack.newest.parts.pages)) }) : "");
    bar.hidden = !begun || isWhole || pack.looking;
    bar.value = all ? (all - sum(pack.left)) / all : 0;
    say(section, "progress", bar.hidden ? "" : fill(words.progress, {
      files: done, all: pack.all.length, mb: mb(all - sum(pack.left)), total: mb(all)
    }));
    say(section, "updated", begun && pack.state.updated ? fill(words.updated, { day: day(pack.state.updated) }) : "");
    say(section, "problem", stateWords(pack));
    say(section, "start", mainWords(pack));
    find(section, "pause").hidden = !pack.run;
    find(section, "delete").hidden = !begun || Boolean(pack.run) || pack.looking;
    if (!pack.run) showKept();
  }

  function tend(section) {
    var name = "pack " + section.getAttribute("data-course") + " " + language;
    var pack = new window.Pack(section.getAttribute("data-pack"), name, function (changed) { show(section, changed); });
    section.hidden = false;
    find(section, "start").addEventListener("click", function () { pack.start(); });
    find(section, "pause").addEventListener("click", function () { pack.pause(); });
    find(section, "delete").addEventListener("click", function () {
      if (window.confirm(words.sure)) pack.forget();
    });
    find(section, "pictures").querySelector("input").addEventListener("change", function () {
      pack.choosePictures(this.checked);
    });
    tendVoice(find(section, "audio"), pack);
    pack.read().then(function () {
      /* She asked for it, and the page was closed before it was whole. */
      if (pack.state && !pack.state.updated && !pack.state.paused) pack.start();
    });
  }

  /* Runs again when something was kept or deleted, never twice at a time. */
  var looking = false;
  function showKept() {
    var kept = find(page, "kept"), list = kept.querySelector("ul");
    if (looking) return;
    looking = true;
    window.keptLessons(language).then(function (found) {
      list.textContent = "";
      found.rows.forEach(function (row) { list.appendChild(document.createElement("li")).appendChild(row); });
      kept.hidden = !found.rows.length;
      if (navigator.storage && navigator.storage.estimate) return navigator.storage.estimate();
    }).then(function (room) {
      say(page, "room", room ? fill(words.room, { mb: mb(room.usage) }) : "");
    }).catch(function () {}).then(function () { looking = false; });
  }

  function offerInstalling() {
    window.addEventListener("beforeinstallprompt", function (event) {
      var button = find(page, "install");
      event.preventDefault();
      button.hidden = false;
      button.onclick = function () {
        button.hidden = true;
        event.prompt();
      };
    });
  }

  find(page, "cannot").hidden = true;
  Array.prototype.forEach.call(page.querySelectorAll("[data-pack]"), tend);
  showKept();
  offerInstalling();
})();
