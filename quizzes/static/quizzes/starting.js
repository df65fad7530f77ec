/* The page of a quiz is kept for everybody and shows what awaits her. Where answers can be kept on the phone, whoever keeps
   them calls `quiz.start()`: the first question comes in its place. If anything fails, the page is as it was. */
(function () {
  "use strict";
  var template = document.getElementById("quiz-sheet"), intro = document.querySelector(".quiz__intro");
  if (!window.quiz || !template || !template.content || !intro) return;

  window.quiz.start = function () {
    var place = intro.parentNode, content = document.importNode(template.content, true);
    var form = content.querySelector("form.quiz");
    if (!place || !form) return;
    place.insertBefore(content, intro);
    place.removeChild(intro);
    window.quiz.begin(form, function () {
      if (form.parentNode) place.replaceChild(intro, form);
    });
  };
})();
