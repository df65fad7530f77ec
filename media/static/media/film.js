/* A video in a lesson: she taps one of the ways, each with its weight, and only then it is loaded. Where this fails, the
   ways are links to the files. */
(function () {
  "use strict";
  var films = Array.prototype.slice.call(document.querySelectorAll("[data-film]")).filter(function (film) {
    return film.querySelector("video") && film.querySelector("video").play;
  });

  function player(film) { return film.querySelector("video"); }

  function stop() { films.forEach(function (film) { player(film).pause(); }); }

  /* Whoever reads the card aloud is silent now, and the other way round: one tap stops either. */
  function hush() {
    var voice = document.querySelector(".say--on, .foot__listen--on");
    if (voice) voice.click();
  }

  function lost(film, isLost) {
    film.querySelector("[data-told=lost]").hidden = !isLost;
    film.classList.toggle("film--on", !isLost);
  }

  /* What is said is also written, in the language of the page or else in the first that there is. */
  function caption(video) {
    var tracks = Array.prototype.slice.call(video.textTracks || []), here = document.documentElement.lang;
    var mine = tracks.filter(function (track) { return track.language === here; })[0] || tracks[0];
    tracks.forEach(function (track) { track.mode = track === mine ? "showing" : "disabled"; });
  }

  function play(film, way) {
    var video = player(film), at = video.currentSrc ? video.currentTime : 0, playing;
    Array.prototype.forEach.call(film.querySelectorAll("[data-way]"), function (one) {
      one.setAttribute("aria-pressed", String(one === way));
    });
    stop();
    hush();
    lost(film, false);
    /* What is there already, for while it loads and for sound alone. */
    video.poster = (film.querySelector(".cloth__picture") || {}).currentSrc || "";
    video.src = way.href;
    if (at) video.addEventListener("loadedmetadata", function again() {
      video.removeEventListener("loadedmetadata", again);
      video.currentTime = at;
    });
    caption(video);
    playing = video.play();
    if (playing) playing.catch(function () {});
    video.focus();
  }

  films.forEach(function (film) {
    player(film).addEventListener("error", function () { lost(film, true); });
    Array.prototype.forEach.call(film.querySelectorAll("[data-way]"), function (way) {
      way.setAttribute("role", "button");
      way.setAttribute("aria-pressed", "false");
      way.addEventListener("click", function (event) {
        event.preventDefault();
        play(film, way);
      });
    });
  });
  window.addEventListener("hashchange", stop);
  document.addEventListener("click", function (event) {
    if (event.target.closest(".say, .foot__listen")) stop();
  });
})();
