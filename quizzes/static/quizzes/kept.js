/* What was answered stays on this phone, under the quiz and whoever answers: a page that is left, reloaded, killed or answered
   in another way takes it up, and the next person does not see it. `data-keep` on the form is that name.

   A guest's stays in its tab: nobody knows who comes next. So does what was handed in. What a person began outlives the tab,
   until she goes or another comes (progress/signing-out.js). Two tabs of hers write to one place: what the other one has
   written since is taken up where nothing is answered here, and never written over. */
window.keptAnswers = (function () {
  "use strict";
  var RELOADED = 1, CAME_BACK = 2;
  var LONGEST = 1200; /* seconds that one sitting counts at the most */
  var seen = null; /* what lay there when this page read or wrote it last */

  function fieldsIn(form) { return [].slice.call(form.querySelectorAll("[name^=q-]")); }
  function isTicked(field) { return /^(radio|checkbox)$/.test(field.type); }
  function howSheCame() { return window.performance && performance.navigation ? performance.navigation.type : 0; }

  /* One sitting. The plain form brings its own UUID, so that whichever way it is handed in, it is one attempt. */
  function freshSheet(form, another) {
    var field = form.querySelector("[name=attempt]");
    return {
      ticket: form.hasAttribute("data-ticket"), /* good for one attempt, whose UUID it is */
      attempt: field && !another ? field.value : window.crypto ? newUuid() : "",
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
    if (/ ./.test(name) && !isSafe(sheet)) fields = joined(form, sheet, fields);
    text = JSON.stringify({ sheet: sheet, fields: fields });
    stored(form, "session", "set", text);
    if (/ ./.test(name)) stored(form, "local", isSafe(sheet) ? "remove" : "set", text);
    seen = text;
  }

  /* With what another tab has answered since. */
  function joined(form, sheet, fields) {
    var text = stored(form, "local", "get"), there = text && text !== seen ? JSON.parse(text) : null;
    if (!there || there.sheet.edition !== sheet.edition) return fields;
    fields = Object.assign({}, there.fields, fields);
    fill(form, fields);
    return fields;
  }

  /* There is one attempt to a ticket: its answers stay until the site has them. */
  function isSafe(sheet) { return sheet.ticket ? sheet.state === "stored" : sheet.handedIn || sheet.sent; }

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
    if (window.mixing) window.mixing.mix(form, sheet.attempt);
    return sheet;
  }

  /* What was sent as a form comes back only by Back. What was handed in on the phone stays so until she begins anew. */
  function isOver(was, isSame) {
    var how = howSheCame();
    if (was.handedIn) return !isSame || (!was.ticket && how !== RELOADED && how !== CAME_BACK);
    return was.sent && how !== CAME_BACK;
  }

  function takeUp(form) {
    var was = read(form, "session"), sheet = freshSheet(form), edition = sheet.edition;
    seen = stored(form, "local", "get");
    if (!was || isOver(was.sheet, was.sheet.edition === edition)) was = read(form, "local");
    if (was) fill(form, was.fields);
    if (was && was.sheet.edition === edition) sheet = was.sheet;
    return use(form, sheet);
  }

  /* A page that the browser had kept as she left it: what she handed in meanwhile, in another copy of it. */
  function handedInElsewhere(form, sheet) {
    var was = read(form, "session");
    if (!was || !(was.sheet.handedIn || was.sheet.handing) || was.sheet.attempt === sheet.attempt) return null;
    if (was.sheet.edition !== sheet.edition) return null;
    fill(form, was.fields);
    return use(form, was.sheet);
  }

  function sitting(form, sheet, responses) {
    return {
      form: form,
      quiz: form.getAttribute("data-quiz"),
      edition: sheet.edition,
      language: form.getAttribute("data-language"),
      attempt: sheet.attempt,
      state: sheet.state,
      seconds: secondsOf(sheet),
      responses: responses
    };
  }

  function isAsAnnounced(sheet, responses) { return sheet.announced === JSON.stringify(responses); }

  /* What comes second under a UUID is passed over. So one UUID means these answers alone: pressed twice, or again after the
     page had died, it is one attempt; with other answers, or from another copy of the page, it is another. Kept before
     anybody hears of it. */
  function handOver(form, sheet, responses) {
    if (!isAsAnnounced(sheet, responses) && window.crypto) {
      if (!sheet.ticket) sheet.attempt = newUuid();
      sheet.announced = JSON.stringify(responses);
      sheet.state = "";
      sheet.handedInAt = 0;
      use(form, sheet);
    }
    sheet.handing = true;
    keep(form, sheet);
    return sitting(form, sheet, responses);
  }

  /* Nothing answered, and an attempt of its own. */
  function anew(form) {
    fieldsIn(form).forEach(function (field) {
      if (isTicked(field)) field.checked = false;
      else field.value = "";
    });
    return use(form, freshSheet(form, true));
  }

  return {
    takeUp: takeUp, handedInElsewhere: handedInElsewhere, keep: keep, anew: anew,
    sitting: sitting, isAsAnnounced: isAsAnnounced, handOver: handOver
  };
})();
