/* Says quietly how much is not sent yet, and what would help. The words stand in the page, each with its case. */
(function () {
  "use strict";
  var strip = document.querySelector(".unsent"), CALM = 2000, isWeChat = /MicroMessenger/.test(navigator.userAgent), timer = 0, shown = false, problem = "";
  if (!strip) return;
  var lines = Array.prototype.map.call(document.querySelectorAll("[data-when]"), function (line) {
    return { place: line, when: line.getAttribute("data-when"), words: line.textContent };
  });

  function waiting(said) { return said.mine + said.guest + (problem === "signed-out" ? said.others : 0); }

  function show(said) {
    var count = waiting(said), numbers = { waiting: count, refused: said.refused, others: said.others };
    numbers[problem] = problem === "full" ? 1 : count;
    if (problem === "signed-out") numbers.others = 0;
    if (isWeChat) numbers.wechat = count;
    if (isWeChat) numbers.offline = 0;
    shown = !!count;
    strip.classList.toggle("unsent--on", !!(count || said.refused || numbers.full));
    lines.forEach(function (line) {
      var number = numbers[line.when], words = line.words.replace("[n]", number);
      if (number && line.words !== words && line.place.textContent !== words) line.place.textContent = words;
      line.place.hidden = !number;
    });
  }

  /* What is sent at once is not worth a word; while it is tried again, what was the matter stands. */
  document.addEventListener("outbox-changed", function (event) {
    var said = event.detail;
    clearTimeout(timer);
    if (!said.sending || said.problem) problem = said.problem;
    if (problem || shown || !waiting(said)) show(said);
    else timer = setTimeout(function () { show(said); }, CALM);
  });
})();
