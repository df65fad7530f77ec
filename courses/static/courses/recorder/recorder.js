/* The recorder, line by line: record, listen, redo, next. A question is recorded in one go, with a tap where each answer
   begins. Without a microphone, or when it gives no sound or does not answer, the way of the file stays open. */
(function () {
  "use strict";
  var LONGEST = 90; /* seconds; for each part of a line */
  var PATIENCE = 3000, ROOM = 20; /* milliseconds for a microphone to open; pixels above and below what is said */
  var place = document.querySelector(".recorder"), microphone = window.microphone;
  if (!place || !microphone || !microphone.can() || !window.URL) return;
  var now = null; /* the take that is being recorded, one at a time */

  function word(name) { return place.getAttribute("data-" + name); }
  function all(within, selector) { return [].slice.call(within.querySelectorAll(selector)); }
  function clock(seconds) { return Math.floor(seconds / 60) + ":" + ("0" + Math.floor(seconds % 60)).slice(-2); }

  function setUp(step) {
    var parts = all(step, "[data-subject]"), said = step.querySelector(".recorder__said");
    var player = step.querySelector("audio"), level = step.querySelector("progress");
    var byFile = step.querySelector("details"), buttons = {};
    all(step, "[data-do]").forEach(function (button) { buttons[button.getAttribute("data-do")] = button; });
    if (!buttons.record) return;

    function say(text, isBad) {
      said.textContent = text || "";
      said.classList.toggle("recorder__said--bad", !!isBad);
    }

    function show(mode) {
      step.setAttribute("data-mode", mode);
      buttons.record.hidden = mode !== "idle";
      buttons.skip.hidden = mode !== "idle";
      buttons.redo.hidden = buttons.next.hidden = mode !== "done";
      buttons.tap.hidden = level.hidden = mode !== "recording";
      player.hidden = mode === "recording" || !player.getAttribute("src");
    }

    /* The tap that is next: where another part begins, or the end. */
    function paint(take) {
      var next = parts[take.starts.length], time = " " + clock(take.seconds());
      parts.forEach(function (part, i) { part.classList.toggle("recorder__part--now", i === take.starts.length - 1); });
      buttons.tap.firstChild.hidden = !!next;
      buttons.tap.lastChild.textContent = (next ? word("begins") + " " + next.getAttribute("data-label") : word("stop")) + time;
    }

    /* What is said now, and if there is room what comes next, above the foot. */
    function bringUp(take) {
      var at = take.starts.length - 1, part = parts[at].getBoundingClientRect(), next = parts[at + 1];
      var foot = Math.min(step.querySelector(".foot").getBoundingClientRect().top, window.innerHeight);
      var above = part.top - ROOM, below = (next ? next.getBoundingClientRect() : part).bottom - foot + ROOM;
      if (above < 0 || below > 0) window.scrollBy(0, Math.min(above, below));
    }

    /* Whether she still waits for it: on this line, without another take and without a file. */
    function isAwaited(take) {
      return (now === take || !now) && step.offsetParent && !step.querySelector("[type=file]").value;
    }

    function giveUp(take, why) {
      if (now !== take) return;
      now = null;
      byFile.open = true;
      say(word(why), true);
    }

    function begin() {
      if (now) return;
      player.pause();
      now = { starts: [0], seconds: function () { return 0; } };
      say(word("opening"));
      var take = now, slow = setTimeout(function () { giveUp(take, "slow"); }, PATIENCE);
      microphone.record(function (loud, isSilent) {
        level.value = loud;
        paint(take);
        say(isSilent ? word("silent") : "", isSilent);
        if (isSilent) byFile.open = true;
        if (take.seconds() > LONGEST * parts.length) finish();
      }).then(function (opened) {
        clearTimeout(slow);
        take.seconds = opened.seconds;
        take.stop = opened.stop;
        if (!isAwaited(take)) return drop(take);
        now = take;
        say("");
        show("recording");
        paint(take);
        bringUp(take);
      }).catch(function () {
        clearTimeout(slow);
        giveUp(take, "refused");
      });
    }

    /* The microphone came too late. */
    function drop(take) {
      if (now === take) now = null;
      if (!now) microphone.shut();
      return take.stop().catch(function () {});
    }

    function tap() {
      if (!now || !now.stop) return;
      if (now.starts.length === parts.length) return finish();
      now.starts.push(now.seconds());
      paint(now);
      bringUp(now);
    }

    function finish() {
      var take = now;
      now = null;
      parts.forEach(function (part) { part.classList.remove("recorder__part--now"); });
      take.stop().then(function (sound) {
        if (!sound.size) throw new Error("empty");
        player.src = URL.createObjectURL(sound);
        show("done");
        send(sound, take.starts);
      }).catch(function () {
        show("idle");
        byFile.open = true;
        say(word("silent"), true);
      });
    }

    function send(sound, starts) {
      function form() {
        var whole = new FormData();
        whole.append("csrfmiddlewaretoken", step.querySelector("[name=csrfmiddlewaretoken]").value);
        parts.forEach(function (part, i) {
          whole.append("subject", part.getAttribute("data-subject"));
          whole.append("start", starts[i].toFixed(2));
        });
        whole.append("sound", sound, "sound");
        return whole;
      }
      window.takeSending.put(step.id, word("send"), form, function (state, told) {
        say(state === "refused" ? told.error || word("shut") : word(state), state === "refused" || state === "unsent");
      });
    }

    buttons.record.addEventListener("click", begin);
    buttons.redo.addEventListener("click", begin);
    buttons.tap.addEventListener("click", tap);
    window.addEventListener("hashchange", function () { if (step.getAttribute("data-mode") === "recording") finish(); });
    byFile.open = said.classList.contains("recorder__said--bad"); /* the file was refused: another is chosen here */
    show(step.getAttribute("data-mode"));
  }

  all(place, ".step").forEach(setUp);
  if (!location.hash && word("first")) location.replace("#" + word("first"));
})();
