/* What a screen of a quiz does by itself, whatever is asked on it: the focus, the hint, the mark above its foot, the pictures. */
window.quizScreens = (function () {
  "use strict";

  function all(within, selector) { return [].slice.call(within.querySelectorAll(selector)); }

  /* A mark above the foot while there is something below it. */
  function markMore() {
    var rest = document.documentElement.scrollHeight - window.innerHeight - window.pageYOffset;
    var foot = document.querySelector(".question--now .foot");
    if (foot) foot.classList.toggle("foot--more", rest > 8);
  }

  function focusOn(node) {
    window.scrollTo(0, 0);
    node.focus({ preventScroll: true });
    markMore();
  }

  function hint(section, sentence) {
    var line = section.querySelector("[data-part=hint]");
    line.textContent = sentence;
    line.classList.toggle("hint--asked", sentence !== "");
    if (sentence) line.scrollIntoView({ block: "center" }); /* below the foot, her tap would seem to do nothing */
  }

  /* Above the foot, and not a second time below the first. */
  function sayOnce(section, notice) {
    var said = section.querySelector("[data-part=" + notice.getAttribute("data-part") + "]");
    if (said) section.removeChild(said);
    section.insertBefore(notice, section.querySelector(".foot"));
    focusOn(notice.querySelector("p"));
  }

  function clear(section) {
    all(section, ".part").forEach(function (node) {
      if (node.parentNode === section) section.removeChild(node);
    });
    section.classList.remove("question--told");
  }

  /* What is to be shown later comes now, while there is a signal; not where she saves data. */
  function fetchPictures(form, parts) {
    if (document.documentElement.classList.contains("saving")) return;
    all(form, "img[loading]").forEach(function (picture) { picture.removeAttribute("loading"); });
    all(parts.content, "img").forEach(function (picture) { new Image().src = picture.src; });
  }

  return { markMore: markMore, focusOn: focusOn, hint: hint, sayOnce: sayOnce, clear: clear, fetchPictures: fetchPictures };
})();
