/* One question a screen and a verdict at once, over the plain form. If anything here fails, the form is there as without a
   script. The address (#q-…) says which question is shown, so the phone's own Back button goes one question back.
   Words and markup come from components/parts.html and the form's data-attributes. */
(function () {
  "use strict";
  var form = document.querySelector("form.quiz");
  var parts = document.getElementById("quiz-parts");
  var keyText = document.getElementById("quiz-key");
  var answering = window.answering, marking = window.marking;
  if (!form || !parts || !parts.content || !answering || (keyText && !marking)) return;
  var sections = all(form, ".question");
  var key = null, sending = false, changedAt = 0;
  var HASTY = 400; /* milliseconds in which a second tap meets a button that has only just come there */
  var GIVEN_UP = 15000; /* after which what was sent may be sent again */

  function all(within, selector) { return [].slice.call(within.querySelectorAll(selector)); }
  function kindOf(section) { return section.getAttribute("data-kind"); }
  function part(name) { return parts.content.querySelector("[data-part=" + name + "]").cloneNode(true); }
  function isLast(section) { return section === sections[sections.length - 1]; }

  /* Whatever breaks, she has the plain form. */
  function safely(act) {
    return function (event) {
      try {
        act(event);
      } catch (problem) {
        form.classList.remove("quiz--steps");
        all(form, ".number__input").forEach(function (input) { input.setAttribute("inputmode", "decimal"); });
        throw problem;
      }
    };
  }

  function on(target, name, act) { target.addEventListener(name, safely(act)); }

  /* ---- screens ---- */

  function wanted() {
    var id = location.hash.slice(1);
    return sections.filter(function (section) { return section.id === id; })[0] || sections[0];
  }

  function goTo(section) {
    if (section === wanted()) show(true);
    else location.hash = section.id;
  }

  /* A mark above the foot while there is something below it. */
  function markMore() {
    var rest = document.documentElement.scrollHeight - window.innerHeight - window.pageYOffset;
    var foot = wanted().querySelector(".foot");
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
  }

  function clear(section) {
    all(section, "[data-part=asking], [data-part=told], [data-part=told-right], [data-part=right], [data-part=wrong]")
      .forEach(function (node) { section.removeChild(node); });
    section.classList.remove("question--told");
  }

  function ask(section) {
    var foot = part("asking");
    clear(section);
    if (section === sections[0]) foot.removeChild(foot.querySelector("[data-does=back]"));
    foot.querySelector(".foot__main span").textContent = form.getAttribute("data-check-" + kindOf(section));
    section.appendChild(foot);
    hint(section, "");
    section.paint();
  }

  function show(moved) {
    var now = wanted();
    changedAt = Date.now();
    sections.forEach(function (section) { section.classList.toggle("question--now", section === now); });
    ask(now);
    if (moved) focusOn(now.querySelector(".ask"));
  }

  /* ---- the verdict ---- */

  /* Each clause of Chinese on a line of its own if it fits, as the pages do it. */
  function say(node, text, language) {
    var isChinese = /[\u3400-\u9fff]/.test(text);
    var clauses = isChinese ? text.match(/[^，、：；。！？]*[，、：；。！？”』）]+|[^，、：；。！？]+/g) : [text];
    if (language) node.setAttribute("lang", language);
    clauses.forEach(function (clause) {
      var span = document.createElement("span");
      if (clauses.length > 1) span.className = "clause";
      span.textContent = clause;
      node.appendChild(span);
    });
  }

  /* Why what she chose is not it; where the author gave no such reason, the explanation. */
  function reasonFor(question, said, answer) {
    var wrong = [].concat(answer).filter(function (one) {
      return said.feedback[one] && [].concat(question.right || []).indexOf(one) < 0;
    });
    return wrong.length ? said.feedback[wrong[0]] : said.explanation;
  }

  function fill(view, selector, text, language) {
    var node = view.querySelector(selector), holder = node;
    if (text) return say(node, text, language);
    while (holder.parentNode !== view) holder = holder.parentNode;
    view.removeChild(holder);
  }

  function viewOf(section, right, question, answer) {
    var said = key.words[question.id], view = part(right ? "right" : "wrong");
    say(view.querySelector(".verdict__reason"), right ? said.explanation : reasonFor(question, said, answer), said.language);
    if (!right) {
      if (said.explains) view.querySelector(".hear").href = said.explains.url;
      fill(view, ".mine__words", answering.saidIn(section), said.language);
      fill(view, ".hear__card", said.explains ? said.explains.title || " " : "", said.language);
    }
    return view;
  }

  function footOf(section, right) {
    var foot = part(right ? "told-right" : "told");
    var onwards = !isLast(section) ? "next" : form.hasAttribute("data-trial") ? "first" : "send";
    all(foot, "[data-does]").forEach(function (button) {
      var does = button.getAttribute("data-does");
      if (does !== onwards && does !== "again") foot.removeChild(button);
    });
    return foot;
  }

  function tell(section, answer) {
    var id = section.getAttribute("data-question");
    var question = key.canonical.questions.filter(function (one) { return one.id === id; })[0];
    var right = marking.isRight(question, answer), view = viewOf(section, right, question, answer);
    clear(section);
    section.appendChild(view);
    section.appendChild(footOf(section, right));
    section.classList.add("question--told", "question--again");
    changedAt = Date.now();
    focusOn(view.querySelector(".verdict__word"));
  }

  /* ---- what the buttons do ---- */

  var DOES = {
    check: function (section) {
      var answer = answering.answerOf(section);
      if (answer === undefined) hint(section, form.getAttribute("data-open-" + kindOf(section)));
      else if (key) tell(section, answer);
      else DOES[isLast(section) ? "send" : "next"](section);
    },
    again: function (section) {
      answering.again(section);
      show(true);
    },
    back: function (section) { goTo(sections[sections.indexOf(section) - 1]); },
    next: function (section) { goTo(sections[sections.indexOf(section) + 1]); },
    first: function () { goTo(sections[0]); },
    /* Not before all is answered: the first that is not comes up. */
    send: function () {
      var open = sections.filter(function (section) { return answering.answerOf(section) === undefined; })[0];
      if (open) return goTo(open);
      if (sending) return;
      sending = true;
      setTimeout(function () { sending = false; }, GIVEN_UP);
      form.submit();
    }
  };

  function press(event) {
    var button = event.target;
    while (button !== form && !button.hasAttribute("data-does")) button = button.parentNode;
    if (button === form) return;
    event.preventDefault();
    if (Date.now() - changedAt >= HASTY) DOES[button.getAttribute("data-does")](wanted());
    keep();
  }

  /* Enter in a field means what the orange button says. */
  function enter(event) {
    if (!form.classList.contains("quiz--steps")) return;
    event.preventDefault();
    if (!wanted().classList.contains("question--told")) DOES.check(wanted());
  }

  function change() {
    hint(wanted(), "");
    wanted().classList.remove("question--again");
    keep();
  }

  /* ---- what is not handed in yet stays in this tab, for the browser does not keep a page of /learn/ ---- */

  function isTicked(field) { return /^(radio|checkbox)$/.test(field.type); }

  function keep() {
    var name = form.getAttribute("data-keep"), fields = {};
    if (!name) return;
    all(form, "[name^=q-]").forEach(function (field) {
      if (isTicked(field) ? field.checked : field.value) fields[field.name] = (fields[field.name] || []).concat(field.value);
    });
    try {
      sessionStorage.setItem("quiz " + name, JSON.stringify({ sent: sending, fields: fields }));
    } catch (full) { /* then the page alone holds them */ }
  }

  function kept() {
    try {
      return JSON.parse(sessionStorage.getItem("quiz " + form.getAttribute("data-keep")));
    } catch (none) {
      return null;
    }
  }

  /* What was handed in comes back only by Back. */
  function takeUp() {
    var was = kept(), cameBack = window.performance && performance.navigation && performance.navigation.type === 2;
    if (!was || (was.sent && !cameBack)) return;
    all(form, "[name^=q-]").forEach(function (field) {
      var values = was.fields[field.name] || [];
      if (isTicked(field)) field.checked = values.indexOf(field.value) >= 0;
      else if (values.length) field.value = values[0];
    });
  }

  safely(function () {
    if (!sections.length) return;
    key = keyText ? JSON.parse(keyText.textContent) : null;
    takeUp();
    sections.forEach(function (section) {
      section.paint = answering.fitOut(section, part, on);
      section.querySelector(".question__body").appendChild(part("hint"));
    });
    show(false);
    form.classList.add("quiz--steps");
    on(form, "click", press);
    on(form, "change", change);
    on(form, "input", change);
    on(form, "submit", enter);
    ["scroll", "resize", "load"].forEach(function (name) { on(window, name, markMore); });
    on(window, "hashchange", function () { show(true); });
    /* The browser scrolls to the question, past the bar; and a page that it had kept as it was may be sent again. */
    on(window, "pageshow", function (event) {
      window.scrollTo(0, 0);
      sending = false;
      if (event.persisted) show(false);
    });
  })();
})();
