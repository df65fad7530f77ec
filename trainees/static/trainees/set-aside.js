/* What the keeper began on this phone lies aside while a neighbour learns on it: her numbers, her ticks, answers of hers that are
   not handed in. Whoever comes next on a phone does not see what was begun on it, and it goes with her (signing-out.js): the
   keeper only lends hers. In her own room it is there again. */
(function () {
  "use strict";
  var outbox = window.outbox, form = document.querySelector("[data-sets-aside]"), BEGUN = /^(price |ticks |packing$|quiz \S+ .)/;
  if (!outbox) return;

  function each(named, act) {
    Object.keys(localStorage).filter(named).forEach(function (name) {
      if (act) act(name, localStorage.getItem(name));
      localStorage.removeItem(name); /* last: where the phone is full nothing is lost */
    });
  }

  function isBegun(name) { return BEGUN.test(name); }
  function prefix() { return "aside " + outbox.learner() + " "; }
  function isAside(name) { return name.indexOf(prefix()) === 0; }

  /* What was left here meanwhile is not hers. */
  function bringBack() {
    if (!outbox.learner() || !Object.keys(localStorage).some(isAside)) return;
    each(isBegun);
    each(isAside, function (name, text) { localStorage.setItem(name.slice(prefix().length), text); });
  }

  function setAside() {
    if (!outbox.learner()) return;
    each(isBegun, function (name, text) { localStorage.setItem(prefix() + name, text); });
  }

  try {
    bringBack();
    if (form) form.addEventListener("submit", function () {
      try { setAside(); } catch (full) { /* the phone is full: then they lie where they lay */ }
    });
  } catch (shut) { /* this phone keeps nothing */ }
})();
