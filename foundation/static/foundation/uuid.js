/* A random UUID, also on plain http and in Chrome 70, which have no crypto.randomUUID. */
window.newUuid = function () {
  "use strict";
  var bytes = crypto.getRandomValues(new Uint8Array(16)), text = "";
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  for (var i = 0; i < 16; i++) text += (/^(4|6|8|10)$/.test(i) ? "-" : "") + (bytes[i] + 256).toString(16).slice(1);
  return text;
};
