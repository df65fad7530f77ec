/* The page that stands for one that is not on this phone: it lists what is. */
(function () {
  "use strict";
  var place = document.querySelector("[data-kept]");
  if (!place || !window.keptLessons) return;

  function show(kept) {
    if (!kept.rows.length) return;
    var list = place.querySelector("ul"), foot = document.querySelector(".foot");
    kept.rows.forEach(function (row) { list.appendChild(document.createElement("li")).appendChild(row); });
    var words = place.getAttribute(kept.rows.length === 1 ? "data-one" : "data-many");
    place.querySelector(".quiet").textContent = words.replace("{count}", kept.rows.length);
    place.hidden = false;
    var on = document.importNode(document.getElementById("go-on").content, true);
    on.querySelector("a").setAttribute("href", kept.last || kept.rows[0].getAttribute("href"));
    place.appendChild(foot.querySelector("a")).className = "link";
    foot.appendChild(on);
  }

  window.keptLessons(place.getAttribute("data-kept")).then(function (kept) {
    return kept.rows.length ? kept : window.keptLessons("");
  }).then(show).catch(function () { /* the words alone stay */ });
})();
