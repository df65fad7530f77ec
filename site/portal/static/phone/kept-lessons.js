/* What lessons lie on this phone: their rows as the course list shows them, read out of what the worker keeps.

   window.keptLessons(language) → Promise<{rows: [element], last: address}>; `last` is the lesson that she opened last.
   Of all languages when `language` is empty. */
(function () {
  "use strict";
  if (!window.caches || !window.Promise || !window.DOMParser) return;

  function read(name, keys) {
    return caches.open(name).then(function (cache) { return cache.keys(); }).then(function (found) {
      found.forEach(function (key) { keys.push({ cache: name, url: key.url, path: new URL(key.url).pathname }); });
    });
  }

  /* Pages of this language, lists before what stands in them. */
  function pagesOf(language) {
    var keys = [], folder = language ? "/" + language + "/" : "/";
    return caches.keys().then(function (names) {
      var ours = names.filter(function (name) { return /^(visited$|pack )/.test(name); });
      return Promise.all(ours.map(function (name) { return read(name, keys); }));
    }).then(function () {
      return keys.filter(function (key) {
        return key.path.indexOf(folder) === 0 && !/\.json$|^\/[^/]+\/(task|shelf)\//.test(key.path);
      });
    });
  }

  /* Never opens what was deleted meanwhile: opening makes it anew. */
  function documentOf(key) {
    return caches.match(key.url, { cacheName: key.cache }).then(function (answer) {
      return answer ? answer.text() : "";
    }).then(function (text) { return new DOMParser().parseFromString(text, "text/html"); });
  }

  /* A lesson of which no list is kept: its own name and first picture in the same shape. */
  function rowOf(page, path) {
    var shape = document.getElementById("kept-row"), name = page.querySelector(".bar__name");
    if (!shape || !name || !page.querySelector("[data-lesson]:not([data-card])")) return null;
    var row = document.importNode(shape.content, true).querySelector(".row");
    var picture = page.querySelector(".cloth__picture, .cloth__picture img"), shown = row.querySelector("img");
    row.setAttribute("href", path);
    row.querySelector(".row__title").textContent = name.textContent;
    if (picture && picture.getAttribute("src")) shown.setAttribute("src", picture.getAttribute("src"));
    else shown.parentNode.removeChild(shown);
    return row;
  }

  function lookInto(key, rows) {
    var known = Object.keys(rows);
    if (known.some(function (path) { return key.path.indexOf(path) === 0; })) return null;
    return documentOf(key).then(function (page) {
      var listed = page.querySelectorAll("a.row[href]:not([data-task])"), own = rowOf(page, key.path);
      if (own) rows[key.path] = own;
      Array.prototype.forEach.call(listed, function (row) {
        var path = row.getAttribute("href");
        if (!rows[path]) rows[path] = row;
      });
    });
  }

  window.keptLessons = function (language) {
    return pagesOf(language).then(function (keys) {
      var rows = {}, sorted = keys.slice().sort(function (a, b) { return a.path.length - b.path.length; });
      return sorted.reduce(function (before, key) {
        return before.then(function () { return lookInto(key, rows); });
      }, Promise.resolve()).then(function () {
        var paths = keys.map(function (key) { return key.path; });
        var seen = keys.filter(function (key) { return key.cache === "visited" && rows[key.path]; });
        return {
          rows: Object.keys(rows).filter(function (path) { return paths.indexOf(path) >= 0; })
            .map(function (path) { return document.importNode(rows[path], true); }),
          last: seen.length ? seen[seen.length - 1].path : ""
        };
      });
    });
  };
})();
