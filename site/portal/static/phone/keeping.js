/* Starts what keeps pages on this phone, once the page she came for has everything that it needs. Her first page loaded
   before there was anybody to keep it: the worker is told what it was. */
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

  function start() {
    navigator.serviceWorker.register(address).then(function () {
      return isFirst && navigator.serviceWorker.ready;
    }).then(function (ready) {
      if (ready) ready.active.postMessage({ seen: seen() });
    }).catch(function () { /* then this browser keeps nothing, and everything else goes on */ });
  }

  if (document.readyState === "complete") setTimeout(start, 0);
  else window.addEventListener("load", function () { setTimeout(start, 0); });
})();
