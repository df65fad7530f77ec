/* She had herself erased: what this phone still keeps of her goes too, what she began, what waits to be sent, its photos. */
(function () {
  "use strict";
  var main = document.querySelector("[data-erased]"), key = main && main.getAttribute("data-erased");
  if (key && window.indexedDB) window.wiping.wipe(key);
})();
