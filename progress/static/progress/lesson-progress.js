/* Tells the site what was read: which card she left a lesson at, and that she reached the last one (docs/events.md).

   It knows nobody until it has something to say. Where she stopped is told once a visit and may be lost; that she came
   to the end is kept on this phone until our own JSON says that it is stored. Without it everything else goes on. */
(function () {
  "use strict";
  var place = document.querySelector("[data-learn]");
  if (!place || !window.fetch || !window.crypto) return;
  var learn = place.getAttribute("data-learn"), lesson = place.getAttribute("data-lesson");
  var STORE = "finished-lessons", MOST = 40;
  var me = null, asking = null, now = null, moved = false, since = Date.now();

  function uuid() {
    var bytes = crypto.getRandomValues(new Uint8Array(16)), text = "";
    bytes[6] = (bytes[6] & 15) | 64;
    bytes[8] = (bytes[8] & 63) | 128;
    for (var i = 0; i < 16; i++) text += (/^(4|6|8|10)$/.test(i) ? "-" : "") + (bytes[i] + 256).toString(16).slice(1);
    return text;
  }

  function finished() {
    try { return JSON.parse(localStorage.getItem(STORE)) || []; } catch (none) { return []; }
  }

  function remember(events) {
    try { localStorage.setItem(STORE, JSON.stringify(events.slice(-MOST))); } catch (full) { /* sent once, then */ }
  }

  /* Who is learning here, and the token: asked for only when there is something to say. */
  function whoIsIt(again) {
    if (me && !again) return Promise.resolve(me);
    if (!asking || again) {
      asking = fetch(learn + "me/", { credentials: "same-origin" })
        .then(function (reply) { return reply.json(); })
        .then(function (said) { me = said; return said; });
      asking.catch(function () { asking = null; });
    }
    return asking;
  }

  function event(kind, payload) {
    var body = { uuid: uuid(), kind: kind, object: lesson, at: new Date().toISOString(), payload: payload };
    body.language = place.getAttribute("data-language") || "";
    body.person = (me && me.person) || "";
    return body;
  }

  function post(events) {
    return fetch(learn + "events/", {
      method: "POST",
      keepalive: true,
      credentials: "same-origin",
      headers: { "Content-Type": "application/json", "X-CSRFToken": me.token },
      body: JSON.stringify({ events: events })
    });
  }

  /* Only what our own JSON names is forgotten. What was recorded for somebody else waits until she is here again. */
  function forget(said) {
    if (!said || !said.stored) return;
    var named = said.stored.concat(said.doubled || []);
    (said.refused || []).forEach(function (one) { if (one.code !== "other-person") named.push(one.uuid); });
    remember(finished().filter(function (one) { return named.indexOf(one.uuid) < 0; }));
  }

  function send(again) {
    var events = finished();
    if (!events.length) return;
    whoIsIt(again).then(function () { return post(events); }).then(function (reply) {
      if (reply.status === 403 && !again) return send(true);
      return reply.ok && reply.json().then(forget);
    }).catch(function () { /* no signal: the next page tries again */ });
  }

  function seconds() { return Math.max(0, Math.min(1200, Math.round((Date.now() - since) / 1000))); }

  function finish() {
    whoIsIt().then(function () {
      remember(finished().concat([event("lesson-finished", { seconds: 0 })]));
      send();
    }).catch(function () {
      /* Nobody can be asked who she is: whoever it was is asked later. */
      remember(finished().concat([event("lesson-finished", { seconds: 0 })]));
    });
  }

  function leave() {
    if (!now || !moved || !me) return;
    moved = false;
    post([event("lesson-left", { card: now.card, position: now.position, seconds: seconds() })]).catch(function () {});
    since = Date.now();
  }

  var wasFinished = false;
  document.addEventListener("card-shown", function (shown) {
    var first = !now;
    now = shown.detail;
    if (!first) {
      moved = true;
      whoIsIt().catch(function () {});
    }
    if (now.position === now.total && !wasFinished) {
      wasFinished = true;
      finish();
    }
  });
  document.addEventListener("visibilitychange", function () {
    if (document.visibilityState === "hidden") leave();
    else since = Date.now();
  });
  window.addEventListener("pagehide", leave);
  send();
})();
