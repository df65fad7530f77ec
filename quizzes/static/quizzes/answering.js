/* Tiles and keys instead of plain fields. The fields stay the truth: whatever is tapped is written into them, and what she
   has answered is read from them. `answering.fitOut(section, part, on)` gives back what paints the section anew; `part` copies
   a part of the template, `on` listens. */
window.answering = (function () {
  "use strict";

  function all(within, selector) { return [].slice.call(within.querySelectorAll(selector)); }
  function words(node) { return node ? node.textContent.trim() : ""; }
  function kindOf(section) { return section.getAttribute("data-kind"); }
  function checked(section) { return all(section, ".choice__input:checked"); }
  function places(section) { return all(section, ".order__place"); }
  function mates(section) { return all(section, ".match__right"); }
  function numberIn(section) { return section.querySelector(".number__input"); }
  function wordIn(section) { return section.querySelector(".typed__input"); }

  function ordered(section) {
    return places(section).filter(function (select) { return select.value; })
      .sort(function (one, other) { return one.value - other.value; });
  }

  function chosen(section) {
    var inputs = checked(section);
    return inputs.length ? inputs[0].value : undefined;
  }

  /* As on the wire; undefined while something is still to be answered. */
  var ANSWER = {
    single: chosen,
    truefalse: chosen,
    multiple: function (section) {
      var values = checked(section).map(function (input) { return input.value; });
      return values.length ? values : undefined;
    },
    numeric: function (section) { return numberIn(section).value.trim() || undefined; },
    short: function (section) { return wordIn(section).value.trim() || undefined; },
    ordering: function (section) {
      var order = ordered(section);
      var whole = order.length === places(section).length &&
        order.every(function (select, i) { return Number(select.value) === i + 1; });
      return whole ? order.map(function (select) { return select.parentNode.getAttribute("data-item"); }) : undefined;
    },
    matching: function (section) {
      var answer = {}, selects = mates(section);
      var whole = selects.every(function (select) {
        answer[select.parentNode.getAttribute("data-left")] = select.value;
        return select.value;
      });
      return whole ? answer : undefined;
    }
  };

  function responsesOf(sections) {
    return sections.map(function (section) {
      return { question: section.getAttribute("data-question"), answer: ANSWER[kindOf(section)](section) };
    });
  }

  /* Her answer in words; none for an order or pairs, which would push the reason off the screen. */
  function saidIn(section) {
    if (kindOf(section) === "numeric") return numberIn(section).value + " " + words(section.querySelector(".number__unit"));
    if (kindOf(section) === "short") return wordIn(section).value;
    return checked(section).map(function (input) {
      return words(input.parentNode.querySelector(".choice__words"));
    }).join(" · ");
  }

  /* ---- tiles ---- */

  function tile(list, item) {
    list.appendChild(item);
    return item.firstElementChild;
  }

  /* As if she had changed the field herself. */
  function tellChange(section) {
    var event = document.createEvent("Event");
    event.initEvent("change", true, false);
    section.dispatchEvent(event);
  }

  function write(button, nodes) {
    nodes.forEach(function (node) {
      var copy = node.cloneNode(true);
      copy.removeAttribute("id");
      button.insertBefore(copy, button.lastElementChild);
    });
  }

  function press(button, pressed, number) {
    var ring = button.lastElementChild;
    button.classList.toggle("choice--chosen", pressed);
    button.setAttribute("aria-pressed", String(pressed || number !== ""));
    ring.classList.toggle("choice__ring--number", number !== "");
    ring.textContent = number;
  }

  function putBefore(list, tiles, hint) {
    if (list.lang) tiles.lang = list.lang;
    list.parentNode.insertBefore(hint, list);
    list.parentNode.insertBefore(tiles, list);
  }

  function choosing(section, part, on) {
    function paint() {
      all(section, ".choice").forEach(function (label) {
        label.classList.toggle("choice--chosen", label.querySelector(".choice__input").checked);
      });
    }
    on(section, "change", paint);
    return paint;
  }

  /* Tap in order; tap again to take back, and those behind move up. */
  function ordering(section, part, on) {
    var tiles = part("tiles"), selects = places(section), buttons;

    function tap(select) {
      var order = ordered(section).filter(function (other) { return other !== select; });
      if (!select.value) order.push(select);
      selects.forEach(function (other) { other.value = order.indexOf(other) < 0 ? "" : order.indexOf(other) + 1; });
      paint();
      tellChange(section);
    }

    function paint() {
      selects.forEach(function (select, i) { press(buttons[i], !!select.value, select.value); });
    }

    buttons = selects.map(function (select) {
      var button = tile(tiles, part("tile").firstElementChild);
      on(button, "click", function () { tap(select); });
      write(button, all(select.parentNode, ".choice__picture, .choice__words"));
      return button;
    });
    putBefore(section.querySelector(".order"), tiles, part("hint-ordering"));
    return paint;
  }

  /* Tap left, then right. The next one without a partner is ready at once. */
  function matching(section, part, on) {
    var sides = part("sides"), selects = mates(section), now = 0, lefts, rights;
    var values = all(selects[0], "option").filter(function (option) { return option.value; });

    function paint() {
      selects.forEach(function (select, i) {
        press(lefts[i], i === now, select.value ? String(i + 1) : "");
      });
      values.forEach(function (option, i) {
        var whose = selects.map(function (select, n) { return select.value === option.value ? n + 1 : 0; }).filter(Boolean);
        press(rights[i], false, whose.join(" "));
      });
    }

    function firstOpen() {
      for (var i = 0; i < selects.length; i++) if (!selects[i].value) return i;
      return -1;
    }

    function give(value) {
      if (now < 0) return;
      /* one partner each, unless there are fewer partners than there are sides to match */
      if (values.length >= selects.length) selects.forEach(function (one) { if (one.value === value) one.value = ""; });
      selects[now].value = value;
      now = firstOpen();
      paint();
      tellChange(section);
    }

    function label(text, id) {
      var span = document.createElement("span");
      span.className = "choice__words";
      span.setAttribute("data-say", "option:" + section.getAttribute("data-question") + ":" + id);
      span.textContent = text;
      return span;
    }

    lefts = selects.map(function (select, i) {
      var button = tile(sides.children[0], part("tile").firstElementChild);
      on(button, "click", function () { now = i; paint(); });
      write(button, [label(words(select.parentNode.querySelector(".match__left")), select.parentNode.getAttribute("data-left"))]);
      return button;
    });
    rights = values.map(function (option) {
      var button = tile(sides.children[1], part("tile").firstElementChild);
      on(button, "click", function () { give(option.value); });
      write(button, [label(words(option), option.value)]);
      return button;
    });
    putBefore(section.querySelector(".match"), sides, part("hint-matching"));
    return function () { now = firstOpen(); paint(); };
  }

  /* Keys large enough for a thumb. A number that was told about is replaced by the next key, not added to. */
  function numeric(section, part, on) {
    var pad = part("pad"), input = numberIn(section), line = section.querySelector(".number");

    function type(key) {
      var typed = section.classList.contains("question--again") ? "" : input.value;
      if (!key) input.value = input.value.slice(0, -1);
      else if (key !== "." || typed.indexOf(".") < 0) input.value = (typed + key).replace(/^\./, "0.").slice(0, 12);
      tellChange(section);
    }

    all(pad, "[data-key]").forEach(function (key) {
      on(key, "click", function () { type(key.getAttribute("data-key")); });
    });
    input.setAttribute("inputmode", "none");
    line.parentNode.insertBefore(pad, line.nextSibling);
    return function () {};
  }

  var FIT_OUT = {
    single: choosing,
    truefalse: choosing,
    multiple: choosing,
    numeric: numeric,
    short: function () { return function () {}; },
    ordering: ordering,
    matching: matching
  };

  return {
    answerOf: function (section) { return ANSWER[kindOf(section)](section); },
    /* An order is built anew after a wrong one; anything else can be changed where it stands. */
    again: function (section) { places(section).forEach(function (select) { select.value = ""; }); },
    fitOut: function (section, part, on) { return FIT_OUT[kindOf(section)](section, part, on); },
    responsesOf: responsesOf,
    saidIn: saidIn
  };
})();
