/* The switch is off: everything that the worker kept is thrown away and the worker with it. No page is loaded anew, and
   what waits to be sent stays where it is (docs/without-signal.md). */
self.addEventListener("install", function () { self.skipWaiting(); });
self.addEventListener("activate", function (event) {
  event.waitUntil(caches.keys().then(function (names) {
    return Promise.all(names.map(function (name) { return caches.delete(name); }));
  }).then(function () { return self.registration.unregister(); }));
});
