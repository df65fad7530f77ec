/* Stands between the pages and the network: what she opened once, and the courses that she keeps on this phone, open
   without signal (docs/without-signal.md). The view sets `made` before it: release, shell, pages without signal by
   language, and the marks that WeChat adds to an address.

   It answers with the page of the very address or with none. It keeps only what is the same for everybody and says so
   itself: never a form, a room under /learn/, or the page with which a hotel's network answers for us. */
(function () {
  "use strict";
  var SHELL = "shell " + made.release, VISITED = "visited", OURS = "X-Village-Shop-School";
  var PATIENCE = 3000, PAGES = 80, FILES = 300, DAY = 86400000;
  var FILE = /^\/(static|uploads)\/(?!videos\/)/, STAFF = /^\/(cms|office|accounts|posters|documents|v)\//;
  var MINE = { credentials: "same-origin" };
  function nothing() {}

  /* The address under which a page is kept; none for one with a question of its own. */
  function keyOf(url) {
    var marks = url.search.slice(1).split("&").filter(Boolean).map(function (one) { return one.split("=")[0]; });
    return marks.every(function (mark) { return made.marks.indexOf(mark) >= 0; }) ? url.origin + url.pathname : "";
  }

  function isPage(answer) {
    return answer.status === 200 && !answer.redirected && answer.headers.get(OURS) === "page";
  }

  /* Whose name changes with its content, said by ourselves: nobody else's error page is ever kept for a picture. */
  function isFile(answer) {
    return answer.status === 200 && !answer.redirected && /immutable/.test(answer.headers.get("Cache-Control"));
  }

  function kept(key) { return key ? caches.match(key, { ignoreVary: true }) : Promise.resolve(); }

  function isOfToday(answer) { return Math.abs(Date.now() - Date.parse(answer.headers.get("Date"))) < DAY; }

  /* The newest stay. Courses that she keeps lie elsewhere and are never touched here. */
  function trim(cache, pages, files) {
    var left = { "true": files, "false": pages };
    return cache.keys().then(function (keys) {
      return Promise.all(keys.reverse().map(function (key) {
        return left[FILE.test(new URL(key.url).pathname)]-- > 0 ? null : cache.delete(key);
      }));
    });
  }

  function keep(key, answer) {
    var again = answer.clone();
    return caches.open(VISITED).then(function (cache) {
      return cache.put(key, answer).catch(function () {
        /* No room: make some, once. */
        return trim(cache, PAGES / 4, FILES / 4).then(function () { return cache.put(key, again); });
      }).then(function () { return trim(cache, PAGES, FILES); });
    }).catch(nothing);
  }

  function languageOf(url) {
    var code = url.pathname.split("/")[1];
    return made.pages[code] ? code : (/[?&]in=([a-z-]+)/.exec(url.search) || [])[1];
  }

  /* In the language of the address, else of her last visit. */
  function noSignal(url) {
    return caches.open(VISITED).then(function (cache) { return cache.keys(); }).then(function (keys) {
      var codes = keys.map(function (key) { return languageOf(new URL(key.url)); }).concat(languageOf(url));
      var known = codes.filter(function (code) { return made.pages[code]; });
      return kept(new URL(made.pages[known.pop() || made.language], location.origin).href);
    }).then(function (page) {
      if (!page) return Response.error();
      var headers = new Headers(page.headers);
      ["Content-Encoding", "Content-Length"].forEach(function (name) { headers.delete(name); });
      return new Response(page.body, { status: 503, statusText: "No signal", headers: headers });
    });
  }

  /* The network for three seconds, then what is kept of the same address. */
  function page(event, url) {
    var key = keyOf(url);
    var network = fetch(event.request).then(function (answer) {
      return { answer: answer, keeping: key && isPage(answer) ? keep(key, answer.clone()) : null };
    });
    event.waitUntil(network.then(function (came) { return came.keeping; }).catch(nothing));
    return new Promise(function (resolve, reject) {
      setTimeout(function () { kept(key).then(function (old) { if (old) resolve(old); }).catch(nothing); }, PATIENCE);
      network.then(function (came) {
        return came.answer.status < 500 ? came.answer : kept(key).then(function (old) { return old || came.answer; });
      }, function () {
        return kept(key).then(function (old) { return old || noSignal(url); });
      }).then(resolve, reject);
    });
  }

  /* A part of a recording out of the whole one. */
  function part(whole, wanted) {
    return whole.blob().then(function (blob) {
      var asked = /^bytes=(\d+)-(\d*)$/.exec(wanted), size = blob.size, type = whole.headers.get("Content-Type");
      if (!asked || +asked[1] >= size) return new Response(blob, { headers: whole.headers });
      var start = +asked[1], end = asked[2] ? Math.min(+asked[2], size - 1) : size - 1;
      var headers = { "Content-Type": type, "Content-Range": "bytes " + start + "-" + end + "/" + size };
      return new Response(blob.slice(start, end + 1, type), { status: 206, headers: headers });
    });
  }

  function file(event, url) {
    var range = event.request.headers.get("Range"), whole = !range || range === "bytes=0-";
    return kept(url.href).then(function (old) {
      if (old) return range ? part(old, range) : old;
      return fetch(whole ? new Request(url.href, MINE) : event.request).then(function (answer) {
        if (isFile(answer)) event.waitUntil(keep(url.href, answer.clone()));
        return answer;
      }, function () {
        /* Of a photo several forms exist; a course brings one, kept under their folder, that stands for all. */
        return kept(url.href.replace(/[^/]+$/, "")).then(function (other) { return other || Response.error(); });
      });
    });
  }

  /* What the first page loaded before there was a worker: out of the browser's own memory. */
  function keepAlso(address, memory) {
    var url = new URL(address, location.origin), key = FILE.test(url.pathname) ? url.href : keyOf(url);
    if (!key || url.origin !== location.origin) return null;
    return fetch(key, { credentials: "same-origin", cache: memory }).then(function (answer) {
      if (FILE.test(url.pathname) ? isFile(answer) : isPage(answer)) return keep(key, answer);
    }).catch(nothing);
  }

  /* What comes next: of today. Its questions would cost her a request at every look at the lesson. */
  function keepNext(address) {
    return kept(keyOf(new URL(address, location.origin))).then(function (old) {
      return old && isOfToday(old) ? null : keepAlso(address, "default");
    });
  }

  /* A task fills the card of her goods: their page comes with it. */
  function withGoods(next) {
    var task = next.map(function (address) {
      return /^\/[^/]+\/(?=task\/)/.exec(new URL(address, location.origin).pathname);
    }).filter(Boolean)[0];
    return task ? next.concat(task[0] + "shelf/") : next;
  }

  function keepShell() {
    return caches.open(SHELL).then(function (cache) {
      return Promise.all(made.shell.map(function (address) {
        return fetch(address, MINE).then(function (answer) {
          if (!isPage(answer) && !isFile(answer)) throw new Error(address);
          return cache.put(address, answer);
        });
      }));
    });
  }

  self.addEventListener("install", function (event) { event.waitUntil(keepShell()); });
  self.addEventListener("activate", function (event) {
    event.waitUntil(caches.keys().then(function (names) {
      return Promise.all(names.map(function (name) {
        return /^shell /.test(name) && name !== SHELL ? caches.delete(name) : null;
      }));
    }).then(function () { return self.clients.claim(); }));
  });
  self.addEventListener("message", function (event) {
    var told = event.data || {}, seen = told.seen || [], next = told.next || [];
    event.waitUntil(Promise.all(seen.map(function (address) {
      return keepAlso(address, "force-cache");
    }).concat(withGoods(next).map(keepNext))));
  });
  self.addEventListener("fetch", function (event) {
    var request = event.request, url = new URL(request.url);
    if (request.method !== "GET" || url.origin !== location.origin || request.headers.get(OURS)) return;
    if (FILE.test(url.pathname)) event.respondWith(file(event, url));
    else if (request.mode === "navigate" && !STAFF.test(url.pathname)) event.respondWith(page(event, url));
  });
})();
