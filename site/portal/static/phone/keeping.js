/* Starts what keeps pages on this phone, once the page she came for has everything that it needs. Her first page loaded
   before there was anybody to keep it: the worker is told what it was. It is also told what comes next, the quiz of a
   lesson, which then opens when the signal is lost in mid-lesson; not where she saves data. */
(function () {
  "use strict";
  var address = document.body.getAttribute("data-worker");
  if (!address || !navigator.serviceWorker || !window.caches) return;
  var isFirst = !navigator.serviceWorker.controller;

  function seen() {
    var files = performance.getEntriesByType("resource").map(function (one) { return one.name; });
    return [location.href.split("#")[0]].concat(files.filter(function (name) {
      return /^\/(static|uploads)\//.test(new URL(name).pathname);
    }));
  }

  function next() {
    var links = document.documentElement.classList.contains("saving") ? [] : document.querySelectorAll("a[data-keep]");
    return [].map.call(links, function (link) { return link.href.split("#")[0]; });
  }

  function start() {
    navigator.serviceWorker.register(address).then(function () {
      return navigator.serviceWorker.ready;
    }).then(function (ready) {
      ready.active.postMessage({ seen: isFirst ? seen() : [], next: next() });
    }).catch(function () { /* then this browser keeps nothing, and everything else goes on */ });
  }

  if (document.readyState === "complete") setTimeout(start, 0);
  else window.addEventListener("load", function () { setTimeout(start, 0); });
})();
