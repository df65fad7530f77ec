/* `blurring.open(photo)` shows a photo over the whole page and lets a finger wipe over whoever shall not be known. It gives
   a JPEG in which the wiped places are gone for good, or null if she changed her mind; it rejects what cannot be read.
   `blurring.stay` is for whatever else is laid over a page. The words and buttons are media/blurring.html, the look is
   phone/css/blurring.css. Needs upright.js. */
window.blurring = (function () {
  "use strict";
  var CELLS = 20, FINGER = 26, QUALITY = 0.85; /* cells along the longer side; half a finger in CSS pixels */

  /* Of a place that was wiped over no more is left than the mean colour of each cell. */
  function coarse(canvas) {
    var upright = window.upright, now = canvas, next;
    while (Math.max(now.width, now.height) > CELLS) {
      next = upright.blank(now.width / 2, now.height / 2);
      next.getContext("2d").drawImage(now, 0, 0, next.width, next.height);
      now = next;
    }
    return now;
  }

  function surface(view, photo, touched) {
    var shown = view.querySelector("canvas"), context = shown.getContext("2d"), last = null, cells = coarse(photo);

    function begin() {
      shown.width = photo.width;
      shown.height = photo.height;
      context.drawImage(photo, 0, 0);
    }

    function placeOf(event) {
      var finger = event.touches ? event.touches[0] : event, box = shown.getBoundingClientRect();
      return {
        x: (finger.clientX - box.left) * shown.width / box.width,
        y: (finger.clientY - box.top) * shown.height / box.height,
        radius: FINGER * shown.width / box.width
      };
    }

    function wipe(from, to) {
      var steps = Math.ceil(Math.abs(to.x - from.x) / to.radius + Math.abs(to.y - from.y) / to.radius) * 2 + 1, x, y;
      context.save();
      context.beginPath();
      for (var step = 0; step <= steps; step++) {
        x = from.x + (to.x - from.x) * step / steps;
        y = from.y + (to.y - from.y) * step / steps;
        context.moveTo(x + to.radius, y);
        context.arc(x, y, to.radius, 0, 2 * Math.PI);
      }
      context.clip();
      context.drawImage(cells, 0, 0, shown.width, shown.height);
      context.restore();
      touched();
    }

    function down(event) {
      if (event.touches && event.touches.length > 1) return;
      event.preventDefault(); /* neither scrolls, nor comes again as a mouse */
      last = placeOf(event);
      wipe(last, last);
    }

    function move(event) {
      var now = last && placeOf(event);
      if (!now) return;
      event.preventDefault();
      wipe(last, now);
      last = now;
    }

    function up() { last = null; }

    shown.addEventListener("touchstart", down, { passive: false });
    shown.addEventListener("touchmove", move, { passive: false });
    shown.addEventListener("touchend", up);
    shown.addEventListener("touchcancel", up);
    shown.addEventListener("mousedown", down);
    view.addEventListener("mousemove", move);
    view.addEventListener("mouseup", up);
    begin();
    return { begin: begin, canvas: shown };
  }

  /* Tab stays within a view that lies over the page, on its buttons; Escape is a change of mind. */
  function stay(view, selector, leave) {
    view.addEventListener("keydown", function (event) {
      var buttons = view.querySelectorAll(selector), here = document.activeElement;
      if (event.key === "Escape") leave();
      if (event.key !== "Tab") return;
      if (event.shiftKey ? here !== buttons[0] && here !== view : here !== buttons[buttons.length - 1]) return;
      event.preventDefault();
      buttons[event.shiftKey ? buttons.length - 1 : 0].focus();
    });
  }

  function show(photo) {
    return new Promise(function (resolve, reject) {
      var before = document.activeElement, page = document.documentElement, drawing;
      var view = document.getElementById("blurring").content.querySelector(".blurring").cloneNode(true);
      var done = view.querySelector("[data-does=done]");

      function close(result) {
        page.classList.remove("blurring-open");
        document.body.removeChild(view);
        if (before && before.focus) before.focus();
        resolve(result);
      }

      function press(event) {
        var button = event.target.closest("[data-does]"), does = button && button.getAttribute("data-does");
        if (does === "cancel") close(null);
        if (does === "again") {
          drawing.begin();
          done.disabled = true;
        }
        if (does === "done") window.upright.jpeg(drawing.canvas, QUALITY).then(close, reject);
      }

      document.body.appendChild(view);
      page.classList.add("blurring-open");
      drawing = surface(view, photo, function () { done.disabled = false; });
      view.addEventListener("click", press);
      stay(view, "button:not(:disabled)", function () { close(null); });
      view.focus();
    });
  }

  function open(photo) { return window.upright.canvas(photo).then(show); }

  return { open: open, stay: stay };
})();
