/* Asks the site, and takes nothing for its answer but our own JSON: a reply, the status of a refusal, or a rejection that
   says in a word what is the matter (offline, not-ours, later, signed-out). window.asking is for the outbox. */
(function () {
  "use strict";
  var LEARN = "/learn/", PATIENCE = 45000, me = null, asked = null;

  /* For whom something is recorded: whoever is signed in, known without a signal too; a guest otherwise.
     Part 2 is a dot while the keeper helps her, and two where she gave no PIN: then nothing of hers is shown. */
  function learner(part) {
    var found = /learner=([^;.]*)(\.*)/.exec(document.cookie);
    return found ? found[part || 1] : "";
  }

  function ask(address, options) {
    var stop = window.AbortController && new AbortController();
    options.credentials = "same-origin";
    options.cache = "no-store";
    options.redirect = "manual";
    if (stop) options.signal = stop.signal;
    return new Promise(function (resolve, reject) {
      setTimeout(function () {
        reject("offline");
        if (stop) stop.abort();
      }, options.patience || PATIENCE);
      fetch(LEARN + address, options).then(read).then(resolve, function (why) {
        reject(typeof why === "string" ? why : "offline");
      });
    });
  }

  function read(reply) {
    if (reply.type === "opaqueredirect") throw "not-ours";
    if (reply.status !== 200) return { status: reply.status };
    return reply.text().then(function (text) {
      try { return JSON.parse(text) || {}; } catch (broken) {
        throw /json/.test(reply.headers.get("Content-Type")) ? "later" : "not-ours";
      }
    });
  }

  /* Who is signed in, and the token: asked for only when there is something to say. */
  function whoIsIt() {
    if (me && (me.person || "") === learner()) return Promise.resolve(me);
    if (!asked) {
      asked = ask("me/", {}).then(function (said) {
        asked = null;
        if (said.status) throw "later";
        if (typeof said.token !== "string") throw "not-ours";
        me = said;
        return said;
      });
      asked.catch(function () { asked = null; });
    }
    return asked;
  }

  /* An old token is replaced once. */
  function tell(address, value, isSecond) {
    var text = JSON.stringify(value);
    return whoIsIt().then(function (here) {
      return ask(address, {
        method: "POST",
        keepalive: text.length < 30000,
        headers: { "Content-Type": "application/json", "X-CSRFToken": here.token },
        body: text
      });
    }).then(function (said) {
      if (said.status !== 401 && said.status !== 403) return said;
      me = null;
      if (isSecond) throw "signed-out";
      return tell(address, value, true);
    });
  }

  /* A script that few pages need; where the keeper helps somebody (helping.js) each of them. */
  window.bring = function (name) {
    document.head.appendChild(document.createElement("script")).src = "/static/phone/" + name + ".js";
  };

  window.asking = { learner: learner, ask: ask, whoIsIt: whoIsIt, tell: tell, anew: function () { me = null; } };
  if (learner(2)) window.bring("helping");
})();
