/* Listen buttons beside whatever can be heard: everything with `data-say="<subject>"`. What is recorded stands in the page
   (#recordings), the same for everybody; the voice that she chose is a class of <html>. In order: her voice, Guizhou Mandarin,
   Putonghua, the phone's own. A voice other than hers has its name on the button; and where one fails, another language never
   begins by itself. Nothing is loaded or played before a tap, and only one thing at a time. */
(function () {
  "use strict";
  var html = document.documentElement, parts = document.getElementById("listening");
  var listed = document.getElementById("recordings");
  if (!parts || !parts.content || !html.closest || !window.MutationObserver) return;
  var list = listed ? JSON.parse(listed.textContent) : { tracks: [], said: {} };
  var chosen = (/(?:^| )voice-(phone|[0-9]+)/.exec(html.className) || [])[1] || "";
  var speech = window.SpeechSynthesisUtterance && window.speechSynthesis;
  var player = null, now = null, failed = {}, soon = false;
  /* With a fourth figure a recording has a spare form beside it, for phones that play no Opus. */
  var opus = document.createElement("audio").canPlayType("audio/ogg; codecs=opus");
  var RECORDING_COMES = 20000, PHONE_SPEAKS = 5000; /* milliseconds; then it does not */
  var SPEAKS = { zh: /^(zh|cmn)(?!.*(hk|mo))/i, en: /^en/i };
  var SILENT = "[aria-hidden=true], button, select, input, noscript, .ear-only, [data-say], details:not([open]) > :not(summary)";

  function all(within, selector) { return [].slice.call(within.querySelectorAll(selector)); }
  function word(name) { return parts.getAttribute("data-" + name); }
  function isOn(button) { return now !== null && now.button === button; }

  /* ---- which voice ---- */

  function languageOf(element) { return element.closest("[lang]").getAttribute("lang").slice(0, 2); }

  /* One that needs no signal comes first. */
  function phoneVoice(language) {
    var speaks = SPEAKS[language];
    var voices = speech && speaks ? speech.getVoices().filter(function (one) { return speaks.test(one.lang); }) : [];
    return voices.filter(function (one) { return one.localService; })[0] || voices[0];
  }

  function fromPhone(language) {
    var voice = phoneVoice(language);
    if (!voice) return [];
    var isHers = !chosen || chosen === "phone";
    return [{ key: "phone " + language, voice: voice, language: language, isHers: isHers, name: word(language) }];
  }

  function fromTracks(files, language, wanted) {
    return list.tracks.filter(wanted).filter(function (track) { return files[track[0]]; }).map(function (track) {
      var file = files[track[0]], spoken = track[1];
      var isHers = chosen ? String(track[0]) === chosen : spoken === language || spoken === html.lang;
      var url = file[3] && !opus ? file[0].replace(/ogg$/, "m4a") : file[0];
      return { key: url, url: url, bytes: file[1], language: spoken, isHers: isHers, name: track[2] };
    });
  }

  /* All that could say it, best first. With `data-track`, on the page where she chooses, only that one. */
  function voicesOf(element) {
    var files = list.said[element.getAttribute("data-say")] || {}, language = languageOf(element);
    var only = element.getAttribute("data-track"), phone = fromPhone(language);
    function is(id) { return function (track) { return String(track[0]) === id; }; }
    function speaks(spoken) { return function (track) { return track[1] === spoken; }; }
    function from(wanted) { return fromTracks(files, language, wanted); }
    if (only) {
      return (only === "phone" ? phone : from(is(only))).map(function (voice) { voice.isHers = true; return voice; });
    }
    var ofPage = chosen ? [] : from(speaks(html.lang));
    return ofPage.concat(chosen === "phone" || !chosen && language === "en" ? phone : from(is(chosen)), from(speaks("zh-x-guizhou")), from(speaks("zh")), phone);
  }

  function works(voice) { return !failed[voice.key]; }

  /* ---- playing ---- */

  function stop() {
    var turn = now;
    if (!turn) return;
    now = null;
    clearTimeout(turn.timer);
    turn.end();
    paint(turn.element);
  }

  function fail(turn) {
    if (now !== turn) return;
    failed[turn.voice.key] = true;
    stop();
    var next = voicesOf(turn.element).filter(works)[0];
    if (next && next.language === turn.voice.language) start(turn.element);
    fit();
  }

  function expect(turn, milliseconds) {
    clearTimeout(turn.timer);
    turn.timer = setTimeout(function () { fail(turn); }, milliseconds);
  }

  function play(turn) {
    var promise;
    if (!player) player = new Audio();
    player.preload = "none";
    player.src = turn.voice.url;
    player.onplaying = function () { clearTimeout(turn.timer); };
    player.onwaiting = function () { expect(turn, RECORDING_COMES); };
    player.onended = function () { if (now === turn) stop(); };
    player.onerror = function () { fail(turn); };
    turn.end = function () {
      player.onerror = null;
      player.pause();
      player.removeAttribute("src");
      player.load();
    };
    expect(turn, RECORDING_COMES);
    promise = player.play();
    if (!promise || !promise.catch) return;
    promise.catch(function (problem) {
      if (now !== turn || problem.name === "AbortError") return;
      if (problem.name === "NotAllowedError") stop();
      else fail(turn);
    });
  }

  function wordsOf(element) {
    var copy = element.cloneNode(true);
    all(copy, SILENT).forEach(function (node) { if (node.parentNode) node.parentNode.removeChild(node); });
    all(copy, "p, li, h1, h2, h3, dt, dd, label, div").forEach(function (node) {
      node.appendChild(document.createTextNode("\n"));
    });
    return copy.textContent.replace(/\s*\n\s*/g, "\n").trim();
  }

  /* A sentence at a time: long ones are cut off by some engines. */
  function speak(turn) {
    var sentences = wordsOf(turn.element).match(/[^。！？!?\n]+[。！？!?]*/g) || [];
    turn.end = function () { speech.cancel(); };
    speech.cancel();
    expect(turn, PHONE_SPEAKS);
    turn.said = sentences.map(function (sentence, i) {
      var one = new SpeechSynthesisUtterance(sentence);
      one.voice = turn.voice.voice;
      one.lang = turn.voice.voice.lang;
      one.rate = 0.9;
      one.onstart = function () { clearTimeout(turn.timer); };
      one.onerror = function () { fail(turn); };
      one.onend = function () { if (now === turn && i === sentences.length - 1) stop(); };
      speech.speak(one);
      return one;
    });
  }

  function start(element) {
    if (!voicesOf(element).some(works)) failed = {};
    var voice = voicesOf(element).filter(works)[0];
    if (!voice) return;
    var turn = now = { element: element, button: element.listen, voice: voice, timer: 0, end: function () {} };
    try {
      (voice.url ? play : speak)(turn);
      paint(element);
    } catch (broken) {
      fail(turn);
    }
  }

  function tap(element, event) {
    var wasOn = isOn(element.listen);
    event.preventDefault();
    stop();
    if (!wasOn) start(element);
  }

  /* ---- buttons ---- */

  /* Touched only where something changed: whoever watches the page is told of every touch. */
  function write(node, text) { if (node.textContent !== text) node.textContent = text; }

  function paint(element) {
    var button = element.listen, spans = all(button, "span").slice(-2), isFoot = button.className.indexOf("foot") === 0;
    var voice = isOn(button) ? now.voice : voicesOf(element).filter(works)[0];
    var name = isOn(button) && isFoot ? word("stop") : voice && !voice.isHers ? voice.name : isFoot ? word("listen") : "";
    var size = voice && voice.bytes ? Math.max(voice.bytes / 1e6, 0.01).toFixed(2) + " MB" : "";
    write(spans[0], name);
    write(spans[1], voice ? size : word("gone"));
    button.classList.toggle(isFoot ? "foot__listen--on" : "say--on", isOn(button));
    button.setAttribute("aria-pressed", String(isOn(button)));
    if (isFoot) return;
    button.setAttribute("aria-label", [word("listen"), wordsOf(element).slice(0, 60), name, spans[1].textContent].join(" "));
  }

  /* Beside the orange button where a screen has one; after an answer that is where the reason is heard. In a result there
     are many: each has its own beside it. */
  function footOf(element) {
    var subject = element.getAttribute("data-say"), screen = element.closest(".step, .question:not(.result)");
    if (screen && !/^(card|question|why):/.test(subject)) return null;
    if (!screen) return element.tagName === "H1" ? document.querySelector(".foot") : null;
    return [].filter.call(screen.children, function (child) { return child.classList.contains("foot"); })[0] || null;
  }

  /* A question that was told about is past; one that stands on no screen yet gets its foot when it comes up. */
  function isElsewhere(element, foot) {
    if (!/^question:/.test(element.getAttribute("data-say")) || !element.closest(".question:not(.result)")) return false;
    var isOneOfSteps = document.readyState !== "complete" || element.closest(".quiz--steps");
    return !!element.closest(".question--told") || (!foot && !!isOneOfSteps);
  }

  /* In a row with what it says. */
  function putInRow(element, button, name) {
    var row = document.createElement("div");
    row.className = name;
    element.parentNode.insertBefore(row, element);
    row.appendChild(element);
    row.appendChild(button);
  }

  function putBeside(element, button) {
    var choice = element.closest(".choice"), isInRow = /flex/.test(getComputedStyle(element.parentNode).display);
    if (choice) putInRow(choice, button, "sayable");
    else if (element.tagName === "LEGEND") element.insertBefore(button, element.firstChild);
    else if (isInRow) element.parentNode.insertBefore(button, element.nextSibling);
    else putInRow(element, button, "say-row");
  }

  function hang(element, foot) {
    var button = parts.content.querySelector(foot ? ".foot__listen" : ".say").cloneNode(true);
    element.listen = button;
    button.addEventListener("click", function (event) { tap(element, event); });
    if (foot) foot.insertBefore(button, foot.querySelector(".foot__main"));
    else putBeside(element, button);
  }

  function fit() {
    soon = false;
    if (now && !document.body.contains(now.button)) stop();
    all(document, "[data-say]").forEach(function (element) {
      var isHung = element.listen && document.body.contains(element.listen), has = voicesOf(element).length > 0;
      var foot = footOf(element);
      if (isElsewhere(element, foot) || (!isHung && !has)) return;
      if (!isHung) hang(element, foot);
      element.listen.hidden = !has;
      paint(element);
    });
  }

  function fitSoon() {
    if (!soon) setTimeout(fit, 0);
    soon = true;
  }

  fit();
  new MutationObserver(fitSoon).observe(document.body, { childList: true, subtree: true });
  window.addEventListener("load", fitSoon);
  if (speech && speech.addEventListener) speech.addEventListener("voiceschanged", fitSoon); /* they come late, or never */
  window.addEventListener("online", function () { failed = {}; fitSoon(); });
  ["hashchange", "pagehide"].forEach(function (name) { window.addEventListener(name, stop); });
  document.addEventListener("question-told", stop);
})();
