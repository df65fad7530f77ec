/* The SHA-256 of a file, as 64 letters: the browser's own is not there on plain http. */
window.sha256 = (function () {
  "use strict";
  var ROUNDS = 64, constants = [], start = [];

  /* The first bits behind the point of the square and cube roots of the first primes. */
  function bits(root) { return ((root - Math.floor(root)) * 4294967296) | 0; }

  for (var number = 2; constants.length < ROUNDS; number++) {
    var isPrime = true;
    for (var factor = 2; factor * factor <= number; factor++) if (number % factor === 0) isPrime = false;
    if (isPrime && start.length < 8) start.push(bits(Math.pow(number, 1 / 2)));
    if (isPrime) constants.push(bits(Math.pow(number, 1 / 3)));
  }

  /* With the end that every message gets: a bit, zeros, its length in bits. */
  function padded(bytes) {
    var whole = new Uint8Array(((bytes.length + 8 >> 6) + 1) << 6), view = new DataView(whole.buffer);
    whole.set(bytes);
    whole[bytes.length] = 128;
    view.setUint32(whole.length - 8, Math.floor(bytes.length / 536870912));
    view.setUint32(whole.length - 4, bytes.length << 3);
    return view;
  }

  function turn(word, by) { return (word >>> by) | (word << (32 - by)); }

  function words(view, at) {
    var list = new Int32Array(ROUNDS), before, last;
    for (var i = 0; i < ROUNDS; i++) {
      if (i < 16) {
        list[i] = view.getInt32(at + 4 * i);
      } else {
        before = list[i - 15];
        last = list[i - 2];
        list[i] = list[i - 16] + (turn(before, 7) ^ turn(before, 18) ^ (before >>> 3)) +
          list[i - 7] + (turn(last, 17) ^ turn(last, 19) ^ (last >>> 10));
      }
    }
    return list;
  }

  function mix(state, list) {
    var s = state.slice(), one, two;
    for (var i = 0; i < ROUNDS; i++) {
      one = s[7] + (turn(s[4], 6) ^ turn(s[4], 11) ^ turn(s[4], 25)) + ((s[4] & s[5]) ^ (~s[4] & s[6])) + constants[i] + list[i];
      two = (turn(s[0], 2) ^ turn(s[0], 13) ^ turn(s[0], 22)) + ((s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2]));
      s = [(one + two) | 0, s[0], s[1], s[2], (s[3] + one) | 0, s[4], s[5], s[6]];
    }
    return state.map(function (word, i) { return (word + s[i]) | 0; });
  }

  function digest(buffer) {
    var view = padded(new Uint8Array(buffer)), state = start.slice();
    for (var at = 0; at < view.byteLength; at += 64) state = mix(state, words(view, at));
    return state.map(function (word) { return ("0000000" + (word >>> 0).toString(16)).slice(-8); }).join("");
  }

  /* Of a blob. */
  return function (blob) {
    return new Promise(function (resolve, reject) {
      var reader = new FileReader();
      reader.onload = function () { resolve(digest(reader.result)); };
      reader.onerror = function () { reject(reader.error); };
      reader.readAsArrayBuffer(blob);
    });
  };
})();
