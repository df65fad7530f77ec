/* What was answered stays in this tab, under the quiz and whoever answers: a page that is left, reloaded or answered in
   another way takes it up, and the next person on this phone does not see it. `data-keep` on the form is that name. */
window.keptAnswers = (function () {
  "use strict";
  var RELOADED = 1, CAME_BACK = 2;
  var LONGEST = 1200; /* seconds that one sitting counts at the most */

  function fieldsIn(form) { return [].slice.call(form.querySelectorAll("[name^=q-]")); }
  function isTicked(field) { return /^(radio|checkbox)$/.test(field.type); }
  function howSheCame() { return window.performance && performance.navigation ? performance.navigation.type : 0; }

  function uuid() {
    var bytes = crypto.getRandomValues(new Uint8Array(16)), text = "";
    bytes[6] = (bytes[6] & 15) | 64;
    bytes[8] = (bytes[8] & 63) | 128;
    for (var i = 0; i < 16; i++) text += (/^(4|6|8|10)$/.test(i) ? "-" : "") + (bytes[i] + 256).toString(16).slice(1);
    return text;
  }

  /* One sitting. The plain form brings its own UUID, so that whichever way it is handed in, it is one attempt. */
  function freshSheet(form, another) {
    var field = form.querySelector("[name=attempt]");
    return {
      attempt: field && !another ? field.value : window.crypto ? uuid() : "",
      edition: Number(form.getAttribute("data-edition")),
      started: Date.now()
    };
  }

  /* How long it took: what lies between the first question and handing in, and does not grow when it is sent again. */
  function secondsOf(sheet) {
    sheet.handedInAt = sheet.handedInAt || Date.now();
    return Math.max(0, Math.min(LONGEST, Math.round((sheet.handedInAt - sheet.started) / 1000)));
  }

  function named(form) { return "quiz " + form.getAttribute("data-keep"); }

  function read(form) {
    try {
      return JSON.parse(sessionStorage.getItem(named(form)));
    } catch (none) {
      return null;
    }
  }

  function keep(form, sheet) {
    var fields = {};
    if (!form.getAttribute("data-keep")) return;
    fieldsIn(form).forEach(function (field) {
      if (isTicked(field) ? field.checked : field.value) fields[field.name] = (fields[field.name] || []).concat(field.value);
    });
    try {
      sessionStorage.setItem(named(form), JSON.stringify({ sheet: sheet, fields: fields }));
    } catch (full) { /* then the page alone holds them */ }
  }

  function fill(form, fields) {
    fieldsIn(form).forEach(function (field) {
      var values = fields[field.name] || [];
      if (isTicked(field)) field.checked = values.indexOf(field.value) >= 0;
      else if (values.length) field.value = values[0];
    });
  }

  function use(form, sheet) {
    var field = form.querySelector("[name=attempt]");
    if (field) field.value = sheet.attempt;
    return sheet;
  }

  /* What was sent as a form comes back only by Back. What was handed in on the phone stays so until she begins anew. */
  function takeUp(form) {
    var was = read(form), fresh = freshSheet(form), how = howSheCame(), same = was && was.sheet.edition === fresh.edition;
    if (!was) return fresh;
    if (was.sheet.handedIn && (!same || (how !== RELOADED && how !== CAME_BACK))) return fresh;
    if (was.sheet.sent && how !== CAME_BACK) return fresh;
    fill(form, was.fields);
    return same ? use(form, was.sheet) : fresh;
  }

  /* Nothing answered, and an attempt of its own. */
  function anew(form) {
    fieldsIn(form).forEach(function (field) {
      if (isTicked(field)) field.checked = false;
      else field.value = "";
    });
    return use(form, freshSheet(form, true));
  }

  return { takeUp: takeUp, keep: keep, anew: anew, secondsOf: secondsOf };
})();
