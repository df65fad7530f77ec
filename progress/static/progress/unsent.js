/* Says quietly how much is not sent yet, and what would help. The words stand in the page, each with its case. */
(function () {
  "use strict";
  var strip = document.querySelector(".unsent"), CALM = 2000, isWeChat = /MicroMessenger/.test(navigator.userAgent), timer = 0, shown = false, problem = "";
  var browser = strip && strip.previousElementSibling; /* in WeChat: one line at a time */
  var BUSY = "main :active, main :focus, .foot :active, .foot :focus, [data-leaving=asking], [data-leaving=told]";
  if (!strip) return;
  var lines = [].map.call(document.querySelectorAll("[data-when]"), function (line) {
    return { place: line, when: line.getAttribute("data-when"), words: line.textContent };
  });

  function waiting(said) { return said.mine + said.guest + (problem === "signed-out" ? said.others : 0); }

  function show(said) {
    var count = waiting(said), numbers = { waiting: count, refused: said.refused, others: said.others };
    numbers[problem] = problem === "full" ? 1 : count;
    if (problem === "signed-out") numbers.others = 0;
    if (isWeChat) {
      numbers.offline = 0;
      numbers.wechat = count;
    }
    if (/^\/learn\/who\//.test(location.pathname)) numbers["signed-out"] = 0; /* she is about to */
    shown = !!count;
    strip.classList.toggle("unsent--on", !!(count || said.refused || numbers.full));
    if (browser && browser.classList.contains("wechat")) browser.hidden = shown;
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

  /* A page that says what she has done is loaded anew, once, when what still waited has arrived; not under her finger,
     nor while she signs out. */
  if (document.querySelector("[data-anew]")) {
    var waited = false, arrived = false;
    document.addEventListener("outbox-stored", function () { arrived = waited; });
    document.addEventListener("outbox-changed", function (event) {
      if (event.detail.mine) waited = true;
      else if (arrived && !event.detail.sending && !document.querySelector(BUSY)) location.reload();
    });
  }
})();
