/* Right and wrong by ear too: two soft tones after an answer, up for right, one low one for “look again”. Never in class, where
   a room full of phones would sing: whoever switched sounds off hears none. */
(function () {
  "use strict";
  var Context = window.AudioContext || window.webkitAudioContext, context = null;
  var TONES = { right: [523, 659], wrong: [294, 294] }; /* hertz */
  var LOUD = 0.06, LASTS = 0.18; /* of 1; seconds */

  function tone(hertz, at) {
    var source = context.createOscillator(), volume = context.createGain();
    source.frequency.value = hertz;
    volume.gain.setValueAtTime(0, at);
    volume.gain.linearRampToValueAtTime(LOUD, at + 0.02);
    volume.gain.linearRampToValueAtTime(0, at + LASTS);
    source.connect(volume);
    volume.connect(context.destination);
    source.start(at);
    source.stop(at + LASTS);
  }

  document.addEventListener("question-told", function (event) {
    if (!Context || / sounds-off\b/.test(document.documentElement.className)) return;
    context = context || new Context();
    if (context.resume) context.resume();
    TONES[event.detail.right ? "right" : "wrong"].forEach(function (hertz, i) {
      tone(hertz, context.currentTime + i * LASTS);
    });
  });
})();
