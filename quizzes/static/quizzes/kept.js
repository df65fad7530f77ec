/* What was answered stays on this phone, under the quiz and whoever answers: a page that is left, reloaded, killed or answered
   in another way takes it up, and the next person does not see it. `data-keep` on the form is that name.

   A guest's stays in its tab: nobody knows who comes next. So does what was handed in. What a person began outlives the tab,
   until she goes (progress/signing-out.js). */
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

  /* Where storage is shut or full, the page alone holds them. */
  function stored(form, place, act, text) {
    try { return window[place + "Storage"][act + "Item"](named(form), text); } catch (shut) { return null; }
  }

  function read(form, place) { return JSON.parse(stored(form, place, "get")); }

  function keep(form, sheet) {
    var fields = {}, name = form.getAttribute("data-keep"), text;
    if (!name) return;
    fieldsIn(form).forEach(function (field) {
      if (isTicked(field) ? field.checked : field.value) fields[field.name] = (fields[field.name] || []).concat(field.value);
    });
    text = JSON.stringify({ sheet: sheet, fields: fields });
    stored(form, "session", "set", text);
    if (/ ./.test(name)) stored(form, "local", sheet.handedIn || sheet.sent ? "remove" : "set", text);
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
  function isOver(was, isSame) {
    var how = howSheCame();
    if (was.handedIn) return !isSame || (how !== RELOADED && how !== CAME_BACK);
    return was.sent && how !== CAME_BACK;
  }

  function takeUp(form) {
    var was = read(form, "session"), sheet = freshSheet(form), edition = sheet.edition;
    if (!was || isOver(was.sheet, was.sheet.edition === edition)) was = read(form, "local");
    if (was) fill(form, was.fields);
    if (was && was.sheet.edition === edition) sheet = use(form, was.sheet);
    /* Handed in from another tab: what stands here is an attempt of its own. */
    window.addEventListener("storage", function (event) {
      if (event.key !== named(form) || event.newValue || sheet.handedInAt) return;
      sheet.attempt = uuid();
      use(form, sheet);
    });
    return sheet;
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
