/* What this browser can do, each by trying it. A probe answers, now or later, [outcome] or [outcome, what to fill in];
   whatever it cannot find out is "no" or "told". Nothing is sent: the clock asks for an empty answer from here. */
window.deviceProbes = (function () {
  "use strict";
  var ENOUGH_MB = 60;
  var CLOCK_MINUTES = 5;
  var browser = navigator;

  function secure(outcome) {
    return window.isSecureContext ? outcome : outcome === "yes" ? "yes" : "no-secure";
  }

  function lessons() {
    if (!("serviceWorker" in browser) || !window.caches) return [secure("no")];
    return caches.open("device-check").then(function () {
      return caches.delete("device-check");
    }).then(function () { return ["yes"]; }, function () { return ["no"]; });
  }

  /* Opens, writes and reads back: some browsers open it and keep nothing. */
  function answers() {
    return new Promise(function (resolve, reject) {
      var opening = indexedDB.open("device-check", 1);
      opening.onupgradeneeded = function () { opening.result.createObjectStore("tried"); };
      opening.onerror = opening.onblocked = reject;
      opening.onsuccess = function () {
        var writing = opening.result.transaction("tried", "readwrite");
        writing.objectStore("tried").put("kept", "key");
        writing.onerror = writing.onabort = reject;
        writing.oncomplete = function () {
          opening.result.close();
          indexedDB.deleteDatabase("device-check");
          resolve(["yes"]);
        };
      };
    }).catch(function () { return ["no"]; });
  }

  function room() {
    if (!browser.storage || !browser.storage.estimate) return ["told"];
    return browser.storage.estimate().then(function (told) {
      var free = Math.floor((told.quota - told.usage) / 1e6);
      return [free >= ENOUGH_MB ? "yes" : "no", free < 1000 ? free + " MB" : Math.floor(free / 1000) + " GB"];
    });
  }

  function stays() {
    if (!browser.storage || !browser.storage.persisted) return ["told"];
    return browser.storage.persisted().then(function (kept) { return [kept ? "yes" : "told-until-full"]; });
  }

  /* Browsers gather their voices for a moment before they name any. */
  function voice(language) {
    return function () {
      if (!window.speechSynthesis) return ["no"];
      function has() {
        return speechSynthesis.getVoices().some(function (one) { return one.lang.toLowerCase().indexOf(language) === 0; });
      }
      return new Promise(function (resolve) {
        if (has()) return resolve(["yes"]);
        setTimeout(function () { resolve([has() ? "yes" : "no"]); }, 1500);
      });
    };
  }

  function recordings() {
    var kinds = { "ogg-opus": 'audio/ogg; codecs="opus"', m4a: 'audio/mp4; codecs="mp4a.40.2"', mp3: "audio/mpeg" };
    var player = document.createElement("audio");
    var played = Object.keys(kinds).filter(function (name) { return player.canPlayType && player.canPlayType(kinds[name]); });
    return played.length ? ["yes", played.join(", ")] : ["no"];
  }

  function microphone() {
    return browser.mediaDevices && browser.mediaDevices.getUserMedia ? ["yes"] : [secure("no")];
  }

  function clock() {
    var began = Date.now();
    return fetch("/healthz", { method: "HEAD", cache: "no-store" }).then(function (answer) {
      var there = Date.parse(answer.headers.get("Date"));
      var minutes = Math.round(((began + Date.now()) / 2 - there) / 60000);
      if (isNaN(minutes)) return ["told"];
      if (Math.abs(minutes) <= CLOCK_MINUTES) return ["yes"];
      return [minutes > 0 ? "told-ahead" : "told-behind", { minutes: Math.abs(minutes) }];
    });
  }

  function line() {
    var told = browser.connection;
    if (!told || !told.effectiveType) return ["told"];
    return [told.saveData ? "told-saving" : "told-kind", told.effectiveType.toUpperCase()];
  }

  function which() {
    var agent = browser.userAgent;
    var wechat = /MicroMessenger\/([\d.]+)/.exec(agent);
    var engine = /(Firefox|Chrome|Version)\/(\d+)/.exec(agent);
    var name = engine ? (engine[1] === "Version" ? "Safari" : engine[1]) + " " + engine[2] : agent.slice(0, 40);
    return wechat ? ["told-wechat", "WeChat " + wechat[1] + " · " + name] : ["told", name];
  }

  function letters() {
    return ["told", String(Math.round(parseFloat(getComputedStyle(document.body).fontSize)))];
  }

  return {
    scripts: function () { return ["yes"]; },
    lessons: lessons,
    answers: answers,
    room: room,
    stays: stays,
    chinese: voice("zh"),
    english: voice("en"),
    recordings: recordings,
    microphone: microphone,
    clock: clock,
    line: line,
    browser: which,
    letters: letters
  };
})();
