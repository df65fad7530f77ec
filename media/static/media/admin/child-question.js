/* In /cms/: before a photo is kept somebody has looked whether there is a child in it. Where several are sent at once each
   is asked about by itself; in a form with one photo the answer “yes” lets a finger wipe over the child. */
(function () {
  "use strict";
  var many = document.getElementById("fileupload"), asked = document.getElementById("child-question");

  function photoOf(blob, file) {
    return new File([blob], file.name.replace(/\.[^.]*$/, "") + ".jpg", { type: "image/jpeg" });
  }

  /* ---- several at once ---- */

  function ask(file) {
    return new Promise(function (resolve) {
      var view = asked.content.querySelector(".child-question").cloneNode(true), before = document.activeElement;
      var picture = view.querySelector("img");

      function close(answer) {
        URL.revokeObjectURL(picture.src);
        document.body.removeChild(view);
        if (before && before.focus) before.focus();
        resolve(answer);
      }

      function blur() {
        window.blurring.open(file).then(function (made) {
          if (made) close(photoOf(made, file));
        }, function () { view.querySelector("[data-lost]").hidden = false; });
      }

      /* HEIC in most browsers: about what nobody sees nothing can be said. */
      function blind() {
        picture.hidden = true;
        view.querySelector("[data-unseen]").hidden = false;
        Array.prototype.slice.call(view.querySelectorAll("[data-does]")).forEach(function (button) {
          button.parentNode.hidden = !button.hasAttribute("data-blind");
        });
      }

      picture.addEventListener("error", blind);
      picture.src = URL.createObjectURL(file);
      view.addEventListener("click", function (event) {
        var button = event.target.closest("[data-does]"), does = button && button.getAttribute("data-does");
        if (does === "no") close(file);
        if (does === "leave") close(null);
        if (does === "blur") blur();
      });
      window.blurring.stay(view, "p:not([hidden]) > button", function () { close(null); });
      document.body.appendChild(view);
      view.focus();
    });
  }

  /* The server takes none without an answer; which one it is was settled here, photo by photo. */
  function say(answer) {
    var field = many.form.querySelector("[name=child]") || document.createElement("input");
    field.type = "hidden";
    field.name = "child";
    field.value = answer;
    many.form.appendChild(field);
  }

  function take(files) {
    Array.prototype.slice.call(files).reduce(function (before, file) {
      return before.then(function () { return ask(file); }).then(function (photo) {
        if (!photo) return;
        say(photo === file ? "no" : "blurred");
        window.jQuery(many).fileupload("add", { files: [photo] });
      });
    }, Promise.resolve());
  }

  function chosen(event) {
    if (event.target !== many || !many.files.length) return;
    event.stopImmediatePropagation();
    take(many.files);
    many.value = "";
  }

  function dropped(event) {
    if (!event.dataTransfer || !event.dataTransfer.files.length) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    document.querySelector(".drop-zone").classList.remove("hovered");
    take(event.dataTransfer.files);
  }

  /* ---- one in a form ---- */

  function answers(form) { return Array.prototype.slice.call(form.querySelectorAll("[type=radio][name$=child]")); }

  function answered(event) {
    var radio = event.target, form = radio.form, input;
    if (!form || (radio.type !== "radio" && radio.type !== "file")) return;  // an editor of many fields tells of each
    input = form.querySelector("[type=file]");
    if (!answers(form).length) return;
    if (radio === input) answers(form).forEach(function (one) { one.checked = false; });
    if (answers(form).indexOf(radio) < 0 || radio.value !== "yes" || !input || !input.files[0]) return;
    window.blurring.open(input.files[0]).then(function (made) {
      var carried = new DataTransfer();
      if (!made) return;
      carried.items.add(photoOf(made, input.files[0]));
      input.files = carried.files;
      answers(form).forEach(function (one) { one.checked = one.value === "blurred"; });
    }, function () { /* The form says what else to do. */ });
  }

  document.addEventListener("change", answered);
  if (!many || !asked) return;
  document.addEventListener("change", chosen, true);
  document.addEventListener("drop", dropped, true);
})();
