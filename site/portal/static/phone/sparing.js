/* A picture that does not come leaves its place plain; its words stay for who has the page read out. */
(function () {
  "use strict";
  function look(image) {
    if (!/^\/uploads\//.test(image.getAttribute("src") || "")) return;
    image.classList.toggle("not-come", image.complete && !!image.currentSrc && !image.naturalWidth);
  }
  function came(event) { if (event.target.tagName === "IMG") look(event.target); }

  document.addEventListener("error", came, true);
  document.addEventListener("load", came, true);
  [].forEach.call(document.images, look);
})();

/* She saves data: where a picture would stand, a box shows it by a tap. In lists the pictures' place stays plain, for
   there a tap opens the lesson. `display.js` has taken their addresses away. */
(function () {
  "use strict";
  var html = document.documentElement, box = document.getElementById("show-picture");
  if (!html.classList.contains("saving") || !box || !box.content) return;

  function giveBack(image, name) {
    var value = image.getAttribute("data-" + name);
    if (value === null) return;
    image.setAttribute(name, value);
    image.removeAttribute("data-" + name);
  }

  function show(image) {
    image.className += " shown";
    image.removeAttribute("loading");
    [].forEach.call(image.parentNode.querySelectorAll("source"), function (form) { giveBack(form, "srcset"); });
    giveBack(image, "srcset");
    giveBack(image, "src");
  }

  /* `kB` is written as here in all our languages. */
  function offer(image) {
    var button = document.importNode(box.content, true).firstElementChild;
    var size = image.getAttribute("data-kb");
    if (size) button.appendChild(document.createTextNode(" · " + size + " kB"));
    button.addEventListener("click", function () {
      button.remove();
      image.classList.remove("spared");
      show(image);
    });
    image.classList.add("spared");
    image.parentNode.insertBefore(button, image);
  }

  function offerAll() {
    [].forEach.call(document.querySelectorAll("img[data-src]:not(.spared)"), function (image) {
      if (!image.closest("a, button, label")) offer(image);
    });
  }

  offerAll();
  new MutationObserver(offerAll).observe(document.body, { childList: true, subtree: true });
})();
