/* The microphone: opened once, used for as many takes as wanted, and shut when the page is left. Says so when it gives no
   sound: some browsers let a page record and hand it nothing. */
window.microphone = (function () {
  "use strict";
  var KINDS = ["audio/webm;codecs=opus", "audio/ogg;codecs=opus", "audio/mp4"];
  var Context = window.AudioContext || window.webkitAudioContext;
  var SILENT_FOR = 3000, SOFTEST = 2, OFTEN = 100; /* milliseconds; of 128; milliseconds */
  var stream = null, context = null;

  function can() {
    return !!(window.MediaRecorder && window.FormData && navigator.mediaDevices && navigator.mediaDevices.getUserMedia);
  }

  function open() {
    if (stream && stream.active) return Promise.resolve(stream);
    var wanted = { channelCount: 1, noiseSuppression: true, autoGainControl: true };
    return navigator.mediaDevices.getUserMedia({ audio: wanted }).then(function (opened) {
      if (stream && stream.active) silence(opened); /* asked for twice, and the first was late */
      else stream = opened;
      return stream;
    });
  }

  function silence(opened) { opened.getTracks().forEach(function (track) { track.stop(); }); }

  function shut() {
    if (stream) silence(stream);
    stream = null;
  }

  /* Calls `hears` again and again with how loud it is (of 1), and with the milliseconds since anything was heard. */
  function listen(opened, hears) {
    if (!Context) return function () {};
    context = context || new Context();
    if (context.resume) context.resume();
    var source = context.createMediaStreamSource(opened), ear = context.createAnalyser();
    var waves = new Uint8Array(ear.fftSize), heard = Date.now();
    source.connect(ear);
    var timer = setInterval(function () {
      ear.getByteTimeDomainData(waves);
      var loudest = 0;
      for (var i = 0; i < waves.length; i++) loudest = Math.max(loudest, Math.abs(waves[i] - 128));
      if (loudest >= SOFTEST) heard = Date.now();
      hears(loudest / 128, Date.now() - heard > SILENT_FOR);
    }, OFTEN);
    return function () {
      clearInterval(timer);
      source.disconnect();
    };
  }

  function recorderOf(opened) {
    var kind = KINDS.filter(function (one) { return MediaRecorder.isTypeSupported(one); })[0];
    return new MediaRecorder(opened, kind ? { mimeType: kind, audioBitsPerSecond: 32000 } : {});
  }

  /* A take: `seconds()` since it began, and `stop()`, which promises the sound. */
  function record(hears) {
    return open().then(function (opened) {
      var recorder = recorderOf(opened), pieces = [], began = Date.now();
      var deafen = listen(opened, hears);
      var done = new Promise(function (resolve, reject) {
        recorder.ondataavailable = function (event) { if (event.data && event.data.size) pieces.push(event.data); };
        recorder.onerror = function (event) { reject(event.error || new Error("recorder")); };
        recorder.onstop = function () { resolve(new Blob(pieces, { type: recorder.mimeType })); };
      });
      recorder.onstart = function () { began = Date.now(); };
      recorder.start();
      return {
        seconds: function () { return (Date.now() - began) / 1000; },
        stop: function () {
          deafen();
          if (recorder.state !== "inactive") recorder.stop();
          return done;
        }
      };
    });
  }

  window.addEventListener("pagehide", shut);
  return { can: can, record: record, shut: shut };
})();
