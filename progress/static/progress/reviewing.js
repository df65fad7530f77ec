/* Looking at somebody's work: what is said of it is spoken here if she likes, and sent until it has arrived. */
(function () {
  "use strict";
  var LONGEST = 60; /* seconds */
  var form = document.querySelector(".review-form"), place = form && form.querySelector(".review-voice");
  if (!place || !window.takeSending || !window.FormData || !window.fetch) return;
  var said = form.querySelector(".review__said"), player = place.querySelector("audio");
  var level = place.querySelector("progress"), byFile = place.querySelector("details");
  var buttons = {}, sound = null, take = null, pressed = "";

  function all(selector) { return [].slice.call(form.querySelectorAll(selector)); }
  function word(name) { return place.getAttribute("data-" + name); }

  function say(text, isBad) {
    said.textContent = text || "";
    said.classList.toggle("recorder__said--bad", !!isBad);
  }

  function show(mode) {
    buttons.record.hidden = mode !== "idle";
    buttons.stop.hidden = level.hidden = mode !== "recording";
    buttons.drop.hidden = player.hidden = mode !== "done";
    byFile.hidden = mode !== "idle";
  }

  function clock(seconds) { return Math.floor(seconds / 60) + ":" + ("0" + Math.floor(seconds % 60)).slice(-2); }

  function begin() {
    if (take) return;
    take = {};
    say(word("opening"));
    window.microphone.record(function (loud, isSilent) {
      level.value = loud;
      if (!take || !take.seconds) return;
      buttons.stop.lastChild.textContent = word("stop") + " " + clock(take.seconds());
      say(isSilent ? word("silent") : "", isSilent);
      if (take.seconds() > LONGEST) finish();
    }).then(function (opened) {
      take = opened;
      say("");
      show("recording");
    }).catch(function () {
      take = null;
      show("idle");
      byFile.open = true;
      say(word("refused"), true);
    });
  }

  /* Promises that whatever was being said is at hand. */
  function finish() {
    var ended = take;
    take = null;
    if (!ended || !ended.stop) return Promise.resolve();
    return ended.stop().then(function (heard) {
      if (!heard.size) throw new Error("empty");
      sound = heard;
      player.src = URL.createObjectURL(heard);
      show("done");
      place.scrollIntoView({ block: "center" });
    }).catch(function () {
      show("idle");
      byFile.open = true;
      say(word("silent"), true);
    });
  }

  function drop() {
    sound = null;
    player.pause();
    player.removeAttribute("src");
    say("");
    show("idle");
  }

  function whole() {
    var told = new FormData(form);
    told.append("verdict", pressed);
    if (sound) {
      told.delete("sound");
      told.append("sound", sound, "sound");
    }
    return told;
  }

  function hold(isHeld) { all("[name=verdict]").forEach(function (button) { button.disabled = isHeld; }); }

  /* What was refused stays on the screen as it was said; pressed once more it corrects what another teacher said. */
  function refused(told) {
    hold(false);
    say(told.error || word("shut"), true);
    if (told.after !== undefined && String(told.after) !== form.elements.after.value) {
      form.elements.after.value = told.after;
      form.querySelector("[data-seen]").hidden = false;
    }
  }

  function send() {
    hold(true);
    window.takeSending.put("review", form.action, whole, function (state, told) {
      if (state === "sent") location.href = told.next;
      else if (state === "refused") refused(told);
      else say(word(state), state === "unsent");
    });
  }

  all("[name=verdict]").forEach(function (button) {
    button.addEventListener("click", function () { pressed = button.value; });
  });
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    finish().then(send);
  });

  if (!window.microphone || !window.microphone.can() || !window.URL) return;
  all("[data-do]").forEach(function (button) { buttons[button.getAttribute("data-do")] = button; });
  buttons.record.addEventListener("click", begin);
  buttons.stop.addEventListener("click", finish);
  buttons.drop.addEventListener("click", drop);
  byFile.open = false;
  show("idle");
})();
