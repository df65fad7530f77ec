/* One question a screen and a verdict at once, over the plain form. If anything here fails, the form is there as without a
   script. The address (#q-…) says which question is shown, so the phone's own Back button goes one question back.
   Words and markup come from components/parts.html and the form's data-attributes.

   Handing in is announced as `quiz-handed-in`. Whoever can keep it prevents the default and gives `detail.kept`, a promise:
   what came of it is shown here (components/result.html). Otherwise the plain form is sent. */
(function () {
  "use strict";
  var answering = window.answering, verdict = window.verdict, keptAnswers = window.keptAnswers, screens = window.quizScreens;
  var form, parts, key, sections, giveUp, over = null, sheet = {}, sending = false, changedAt = 0;
  var HASTY = 400; /* milliseconds in which a second tap meets a button that has only just come there */
  var GIVEN_UP = 15000; /* after which what was sent may be sent again */
  if (!answering || !verdict || !keptAnswers || !window.marking || !screens) return;

  var markMore = screens.markMore, focusOn = screens.focusOn, hint = screens.hint, clear = screens.clear;

  function all(within, selector) { return [].slice.call(within.querySelectorAll(selector)); }
  function kindOf(section) { return section.getAttribute("data-kind"); }
  function keep() { keptAnswers.keep(form, sheet); }
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
        giveUp();
        throw problem;
      }
    };
  }

  function on(target, name, act) { target.addEventListener(name, safely(act)); }

  /* ---- screens ---- */

  function wanted() {
    var id = location.hash.slice(1);
    if (over && (!key || id === over.id)) return over;
    return sections.filter(function (section) { return section.id === id; })[0] || sections[0];
  }

  function goTo(section) {
    changedAt = Date.now(); /* the screen changes with the address, and that may be later than a second tap */
    if (section === wanted()) show(true);
    else location.hash = section.id;
  }

  function ask(section) {
    var foot = part("asking"), hands = isLast(section) && form.hasAttribute("data-ticket");
    clear(section);
    if (section === sections[0]) foot.removeChild(foot.querySelector("[data-does=back]"));
    foot.querySelector(".foot__main span").textContent = form.getAttribute("data-check-" + (hands ? "last" : kindOf(section)));
    section.appendChild(foot);
    hint(section, "");
    section.paint();
  }

  function show(moved) {
    var now = wanted();
    changedAt = Date.now();
    sections.concat(over || []).forEach(function (one) { one.classList.toggle("question--now", one === now); });
    if (now === over) return moved && focusOn(over.querySelector(".title"));
    if (over) return tell(now);
    ask(now);
    (moved ? focusOn : markMore)(now.querySelector(".ask"));
  }

  /* ---- the verdict ---- */

  function onwards(section) {
    if (!isLast(section)) return "next";
    return over ? "result" : form.hasAttribute("data-trial") ? "first" : "send";
  }

  function footOf(section, right) {
    var foot = part(right || over ? "told-right" : "told"), wantedHere = onwards(section);
    all(foot, "[data-does]").forEach(function (button) {
      var does = button.getAttribute("data-does");
      if (does !== wantedHere && does !== "again") foot.removeChild(button);
    });
    return foot;
  }

  function tell(section) {
    var told = verdict.on(section, key, part);
    clear(section);
    section.appendChild(told.view);
    section.appendChild(footOf(section, told.right));
    section.classList.add("question--told", "question--again");
    changedAt = Date.now();
    focusOn(told.view.querySelector(".verdict__word"));
    if (!over) announce("question-told", { right: told.right });
  }

  /* ---- handing in ---- */

  function announce(name, detail) {
    var event = new CustomEvent(name, { detail: detail, cancelable: true });
    document.dispatchEvent(event);
    return event.defaultPrevented;
  }

  function responses() { return answering.responsesOf(sections); }
  function isAsAnnounced() { return keptAnswers.isAsAnnounced(sheet, responses()); }

  function handIn() {
    var detail = keptAnswers.handOver(form, sheet, responses());
    if (sheet.attempt && announce("quiz-handed-in", detail)) detail.kept.then(safely(finish), safely(notKept));
    else if (sheet.ticket && navigator.onLine === false) notKept(); /* without a signal there is no other page */
    else plainly();
  }

  /* A page that is kept for everybody has no form that writes: there is another, which takes up what she answered. */
  function plainly() {
    var elsewhere = form.getAttribute("data-plain");
    sheet.sent = !elsewhere;
    sheet.handing = false;
    keep();
    if (elsewhere) location.assign(elsewhere + location.hash);
    else form.submit();
  }

  /* What she changed while it was written down is not what was: that is to be handed in yet. */
  function finish() {
    sending = sheet.handing = false;
    sheet.handedIn = isAsAnnounced();
    keep();
    if (!sheet.handedIn) return;
    showResult();
    goTo(over);
  }

  function notKept() {
    sending = sheet.handing = false;
    keep();
    if (!form.hasAttribute("data-plain") && !sheet.ticket) return plainly();
    screens.sayOnce(wanted(), part("not-kept"));
  }

  function showResult() {
    var detail = keptAnswers.sitting(form, sheet, responses());
    over = key ? verdict.resultOf(sections, key, part) : part("handed-in");
    over.id = "result";
    form.appendChild(over);
    state({ detail: { attempt: sheet.attempt, state: sheet.state || "waiting" } });
    announce("quiz-result-shown", detail);
    if (sheet.handedIn) return;
    if (detail.kept) detail.kept.then(safely(settle), safely(takeBack));
    else takeBack();
  }

  /* The page had died before it knew whether her answers were kept: they are written down again, or it is said. */
  function settle() {
    sheet.handedIn = true;
    sheet.handing = false;
    keep();
  }

  function takeBack() {
    removeResult();
    show(false);
    notKept();
  }

  function removeResult() {
    if (over) form.removeChild(over);
    over = null;
    sending = false;
  }

  /* Handed in before: by this page, or by one that died over it. */
  function showHandedIn() {
    if (sheet.handedIn || (sheet.handing && isAsAnnounced())) showResult();
  }

  /* `attempt-state` says where it is: waiting, stored, a guest's or refused. */
  function state(event) {
    var line = over && over.querySelector("[data-part=state]");
    if (event.detail.attempt !== sheet.attempt) return;
    sheet.state = event.detail.state;
    keep();
    if (!line) return;
    line.textContent = "";
    line.appendChild(part("state-" + sheet.state));
  }

  /* ---- what the buttons do ---- */

  var DOES = {
    check: function (section) {
      if (answering.answerOf(section) === undefined) hint(section, form.getAttribute("data-open-" + kindOf(section)));
      else if (key) tell(section);
      else DOES[isLast(section) ? "send" : "next"](section);
    },
    again: function (section) {
      answering.again(section);
      show(true);
    },
    back: function (section) { goTo(sections[sections.indexOf(section) - 1]); },
    next: function (section) { goTo(sections[sections.indexOf(section) + 1]); },
    first: function () { goTo(sections[0]); },
    result: function () { goTo(over); },
    plain: plainly,
    /* All from the beginning: another sitting. */
    anew: function () {
      removeResult();
      sheet = keptAnswers.anew(form);
      goTo(sections[0]);
    },
    /* Not before all is answered: the first that is not comes up. */
    send: function () {
      var open = sections.filter(function (section) { return answering.answerOf(section) === undefined; })[0];
      if (open) return goTo(open);
      if (sending) return;
      sending = true;
      setTimeout(function () { sending = false; }, GIVEN_UP);
      handIn();
    }
  };

  function press(event) {
    var button = event.target.closest("[data-does]");
    if (!button) return;
    event.preventDefault();
    if (Date.now() - changedAt >= HASTY) DOES[button.getAttribute("data-does")](wanted());
    keep();
  }

  /* Enter in a field means what the orange button says. */
  function enter(event) {
    if (!form.classList.contains("quiz--steps")) return;
    event.preventDefault();
    if (wanted() !== over && !wanted().classList.contains("question--told")) DOES.check(wanted());
  }

  function change() {
    hint(wanted(), "");
    wanted().classList.remove("question--again");
    keep();
  }

  /* The browser scrolls to the question, past the bar; and a page that it had kept as it was may be sent again. */
  function comeBack(event) {
    var elsewhere = event.persisted && keptAnswers.handedInElsewhere(form, sheet);
    window.scrollTo(0, 0);
    sending = sheet.sent = false;
    if (elsewhere) {
      removeResult();
      sheet = elsewhere;
      showHandedIn();
      if (over) return goTo(over);
    }
    if (event.persisted) show(false);
  }

  function fetchPictures() { screens.fetchPictures(form, parts); }
  function fitOut() {
    announce("quiz-opened", { form: form });
    sheet = keptAnswers.takeUp(form);
    sections.forEach(function (section) {
      section.paint = answering.fitOut(section, part, on);
      section.querySelector(".question__body").appendChild(part("hint"));
    });
    form.classList.add("quiz--steps");
    showHandedIn();
    show(false);
    if (over && sheet.handing) goTo(over);
    on(form, "click", press);
    on(form, "change", change);
    on(form, "input", change);
    on(form, "submit", enter);
    on(document, "attempt-state", state);
    ["scroll", "resize", "load"].forEach(function (name) { on(window, name, markMore); });
    on(window, "hashchange", function () { show(true); });
    on(window, "pageshow", comeBack);
    if (document.readyState === "complete") fetchPictures();
    else on(window, "load", fetchPictures);
  }

  function begin(chosen, broken) {
    var keyText = document.getElementById("quiz-key");
    form = chosen;
    parts = document.getElementById("quiz-parts");
    giveUp = broken;
    sections = all(form, ".question");
    if (!parts || !parts.content || !sections.length) return broken();
    safely(function () {
      key = keyText ? JSON.parse(keyText.textContent) : null;
      fitOut();
    })();
  }

  window.quiz = { begin: begin };
  if (document.querySelector("form.quiz")) begin(document.querySelector("form.quiz"), function () {});
})();
