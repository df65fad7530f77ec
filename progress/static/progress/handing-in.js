/* A quiz that is handed in is written to this phone first, then sent (outbox.js). The quiz itself (quizzes/quiz.js) knows
   nothing of this: it announces, and shows what it is told. Without it the plain form is sent. */
(function () {
  "use strict";
  var outbox = window.outbox, usable = false, opened = null, written = "";
  var PATIENCE = 8000; /* milliseconds for a phone to write down a few answers */
  var AT_ONCE = 4000; /* within which the site's own page says what came of it */
  if (!outbox || !outbox.usable) return;

  /* The page that everybody gets the same; the other one, under /learn/, was made for her. */
  function isShared(form) { return form.hasAttribute("data-plain"); }
  function personOf(form) { return (form.getAttribute("data-keep") || "").split(" ")[1] || ""; }

  function say(attempt, state) {
    document.dispatchEvent(new CustomEvent("attempt-state", { detail: { attempt: attempt, state: state } }));
  }

  function within(milliseconds, promise) {
    return new Promise(function (resolve, reject) {
      setTimeout(function () { reject(new Error("slow")); }, milliseconds);
      promise.then(resolve, reject);
    });
  }

  /* For the one for whom it was opened, whoever is signed in meanwhile in another tab. */
  function write(sitting) {
    var payload = { responses: sitting.responses, seconds: sitting.seconds };
    written = sitting.attempt;
    return outbox.add("attempt-submitted", sitting.quiz, payload, {
      uuid: sitting.attempt, edition: sitting.edition, language: sitting.language, person: personOf(sitting.form)
    });
  }

  /* The site's own result page, if it has the answers within a breath; else she sees it here. */
  function goThere(sitting) {
    return function () {
      if (isShared(sitting.form) || navigator.onLine === false) return;
      return within(AT_ONCE, new Promise(function (resolve) {
        document.addEventListener("outbox-stored", function (event) {
          if (event.detail.uuid === sitting.attempt) resolve();
        });
      })).then(function () {
        location.assign(sitting.form.getAttribute("action") + sitting.attempt + "/");
      }, function () { /* not yet: she sees it here */ });
    };
  }

  document.addEventListener("quiz-opened", function (event) {
    var form = event.detail.form;
    opened = { form: form, learner: outbox.learner() };
    if (isShared(form)) form.setAttribute("data-keep", form.getAttribute("data-quiz") + " " + opened.learner);
  });

  document.addEventListener("quiz-handed-in", function (event) {
    if (!usable) return;
    event.preventDefault();
    event.detail.kept = within(PATIENCE, write(event.detail)).then(goThere(event.detail));
  });

  /* Shown again later: what is not known to be stored is handed in once more, which changes nothing if it was. */
  document.addEventListener("quiz-result-shown", function (event) {
    var sitting = event.detail;
    if (written === sitting.attempt || /^(stored|guest|refused)$/.test(sitting.state)) return;
    sitting.kept = within(PATIENCE, outbox.usable.then(function (yes) {
      if (!yes) throw new Error("unusable");
      return outbox.refused();
    }).then(function (refused) {
      var isRefused = refused.some(function (one) { return one.uuid === sitting.attempt; });
      return isRefused ? say(sitting.attempt, "refused") : write(sitting);
    }));
    sitting.kept.catch(function () { /* the phone is full: the strip says so */ });
  });

  document.addEventListener("outbox-stored", function (event) {
    if (opened) say(event.detail.uuid, personOf(opened.form) ? "stored" : "guest");
  });
  document.addEventListener("outbox-refused", function (event) { say(event.detail.uuid, "refused"); });

  /* A page that the browser had kept as she left it is not for the next person on this phone. */
  function isStillHers(event) {
    var now = outbox.learner();
    if (!opened || !opened.learner || !isShared(opened.form)) return;
    if (now !== opened.learner && (now || event.persisted)) location.reload();
  }
  window.addEventListener("pageshow", isStillHers);
  document.addEventListener("visibilitychange", isStillHers);

  outbox.usable.then(function (yes) {
    usable = yes;
    if (yes && window.quiz && window.quiz.start) window.quiz.start();
  });
})();
