/* What is typed while the editor keeps a draft is neither kept nor shown in the preview until something else is typed:
   Wagtail 8 takes the form as it is at the answer for what was sent. Here it counts from what was sent. After a refused
   publishing it keeps the page once and looks at the form no more: here it looks on. A preview that could not be brought
   is asked for again, and a draft that has not set out yet stays when the whole page is sent: it would come in behind
   what was just published. */
(function () {
  "use strict";
  var AGAIN = 5000, sent = null;

  function watching(name) { return window.wagtail.app.queryController(name); }

  document.addEventListener("w-autosave:save", function () {
    var unsaved = watching("w-unsaved");
    sent = unsaved && new URLSearchParams(unsaved.formData);
  });

  document.addEventListener("w-autosave:success", function (event) {
    var unsaved = watching("w-unsaved"), updates = event.detail.response.field_updates || {};
    if (!unsaved || !sent) return;
    Object.keys(updates).forEach(function (name) {
      if (sent.has(name)) sent.set(name, updates[name]);
    });
    unsaved.initialFormData = unsaved.previousFormData = sent.toString();
    if (!unsaved.checkInterval) unsaved.checkIntervalValueChanged(unsaved.checkIntervalValue);
  });

  document.addEventListener("submit", function (event) {
    var drafts = window.wagtail.app.getControllerForElementAndIdentifier(event.target, "w-autosave");
    if (!drafts || event.defaultPrevented) return;
    drafts.activeValue = false;
    drafts.submit.cancel();
  });

  document.addEventListener("w-preview:error", function () {
    setTimeout(function () {
      if (watching("w-preview")) watching("w-preview").setStale();
    }, AGAIN);
  });
})();
