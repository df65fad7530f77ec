/* Fetching the files of a course one by one: each is looked at by its hash before it counts, and lies on the phone at
   once, so that whatever ends the fetching, the next time goes on from there. */
(function () {
  "use strict";
  var CHECKED = "X-Sha256";

  function hex(buffer) {
    return Array.prototype.map.call(new Uint8Array(buffer), function (byte) {
      return (byte + 256).toString(16).slice(1);
    }).join("");
  }

  /* What she wants of a course, in the order in which it is useful: scripts and signs, words, pictures, sound. */
  function wanted(manifest, choice) {
    var parts = manifest.parts, isStatic = function (file) { return /^\/static\//.test(file.url); };
    var pages = parts.pages.filter(isStatic).concat(parts.pages.filter(function (file) { return !isStatic(file); }));
    return pages.concat(choice.pictures ? parts.pictures : [], window.packVoices.files(parts.audio, choice.audio));
  }

  function missing(name, files) {
    return caches.open(name).then(function (cache) {
      return Promise.all(files.map(function (file) {
        return cache.match(file.url).then(function (kept) {
          return kept && kept.headers.get(CHECKED) === file.sha256 ? null : file;
        });
      }));
    }).then(function (files) { return files.filter(Boolean); });
  }

  function get(file, anew) {
    return fetch(file.url, {
      credentials: "same-origin",
      cache: anew ? "reload" : "default",
      headers: { "X-Village-Shop-School": "pack" } /* the worker keeps out of this */
    }).then(function (answer) {
      if (answer.status >= 500) throw new Error("later");
      return answer.arrayBuffer().then(function (body) {
        return crypto.subtle.digest("SHA-256", body).then(function (digest) {
          if (answer.ok && hex(digest) === file.sha256) return { body: body, headers: answer.headers };
          if (anew) throw new Error("wrong");
          return get(file, true);
        });
      });
    });
  }

  function bring(name, file) {
    return get(file).then(function (came) {
      var headers = new Headers(came.headers);
      headers.delete("Content-Encoding");
      headers.delete("Content-Length");
      headers.set(CHECKED, file.sha256);
      return caches.open(name).then(function (cache) {
        var addresses = file.as ? [file.as, file.url] : [file.url]; /* the checked one last */
        return addresses.reduce(function (before, address) {
          return before.then(function () {
            return cache.put(address, new Response(came.body, { headers: headers }));
          });
        }, Promise.resolve()).catch(function () { throw new Error("full"); });
      });
    });
  }

  /* Away with what is no longer in the course, and with older copies of its pages. */
  function sweep(name, files, besides) {
    var addresses = files.map(function (file) { return file.url; });
    addresses = addresses.concat(files.map(function (file) { return file.as; }), besides);
    return Promise.all([caches.open(name), caches.open("visited")]).then(function (both) {
      return both[0].keys().then(function (keys) {
        return Promise.all(keys.map(function (key) {
          return addresses.indexOf(new URL(key.url).pathname) < 0 ? both[0].delete(key) : null;
        }));
      }).then(function () {
        return Promise.all(files.map(function (file) { return both[1].delete(file.url); }));
      });
    });
  }

  function sum(files, what) { return files.reduce(function (all, file) { return all + file[what]; }, 0); }

  window.packFiles = { wanted: wanted, missing: missing, bring: bring, sweep: sweep, sum: sum };
})();
