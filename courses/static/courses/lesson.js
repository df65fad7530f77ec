/* One card at a time. The address (#card) is the truth, so the phone's own Back button goes one card back. */
(function () {
  "use strict";
  var lesson = document.querySelector(".lesson");
  var cards = lesson ? lesson.querySelectorAll(".step") : [];
  if (!cards.length) return;

  function wanted() {
    var id = decodeURIComponent(location.hash.slice(1));
    for (var i = 0; i < cards.length; i++) if (cards[i].id === id) return cards[i];
    return cards[0];
  }

  function loadPictures(card) {
    if (!card) return;
    var pictures = card.querySelectorAll("img[loading]");
    for (var i = 0; i < pictures.length; i++) pictures[i].removeAttribute("loading");
  }

  /* A mark above the foot while there are words below it. */
  function markMore() {
    var foot = lesson.querySelector(".step--now > .foot");
    var rest = document.documentElement.scrollHeight - window.innerHeight - window.pageYOffset;
    if (foot) foot.classList.toggle("foot--more", rest > 8);
  }

  /* Whoever wants to know which card is before her may listen. */
  function tell(card) {
    var position = Array.prototype.indexOf.call(cards, card) + 1;
    var detail = { card: card.id, position: position, total: cards.length };
    document.dispatchEvent(new CustomEvent("card-shown", { detail: detail }));
  }

  function show(moved) {
    var card = wanted();
    for (var i = 0; i < cards.length; i++) cards[i].classList.toggle("step--now", cards[i] === card);
    lesson.classList.add("lesson--moved");
    tell(card);
    loadPictures(card);
    markMore();
    if (!moved) return;
    window.scrollTo(0, 0);
    var title = card.querySelector(".title");
    if (title) title.focus({ preventScroll: true });
    loadPictures(card.nextElementSibling);
  }

  window.addEventListener("scroll", markMore, { passive: true });
  window.addEventListener("resize", markMore);
  window.addEventListener("load", markMore);
  lesson.addEventListener("toggle", markMore, true);
  window.addEventListener("hashchange", function () { show(true); });
  show(false);
})();
