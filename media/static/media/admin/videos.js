/* In /cms/: how much of a video is on its way, and how far the worker is with it. Without this the form sends as every
   form does, and a link asks how far it is. */
(function () {
  "use strict";
  var form = document.querySelector("[data-send-video]"), state = document.querySelector("[data-video-state]");
  var sending = false;

  /* Whoever is signed out meanwhile is led to the page where one signs in. */
  function isElsewhere(address) { return !!address && address.split("?")[0].indexOf(location.pathname) < 0; }

  function refuse(sentence) {
    var place = form.querySelector("[data-refusal]");
    sending = false;
    place.textContent = sentence;
    place.hidden = false;
    form.querySelector("[data-sent]").textContent = "";
    form.querySelector("button").disabled = false;
  }

  function answered(request) {
    var told = null;
    try { told = JSON.parse(request.responseText); } catch (error) { told = {}; }
    sending = false;
    if (told.address) location.href = told.address;
    else refuse(told.refusal || form.getAttribute(isElsewhere(request.responseURL) ? "data-signed-out" : "data-broken"));
  }

  function send(event) {
    var file = form.querySelector("input[type=file]").files[0], request = new XMLHttpRequest();
    event.preventDefault();
    if (file && file.size > +form.getAttribute("data-limit")) return refuse(form.getAttribute("data-too-big"));
    request.open("POST", location.pathname + location.search);
    request.setRequestHeader("Accept", "application/json");
    request.upload.addEventListener("progress", function (told) {
      var percent = told.lengthComputable ? Math.round(100 * told.loaded / told.total) + " %" : "";
      form.querySelector("[data-sent]").textContent = form.getAttribute("data-sending") + " " + percent;
    });
    request.addEventListener("load", function () { answered(request); });
    request.addEventListener("error", function () { refuse(form.getAttribute("data-broken")); });
    form.querySelector("[data-refusal]").hidden = true;
    form.querySelector("button").disabled = true;
    sending = true;
    request.send(new FormData(form));
  }

  function ask() {
    var over = false; /* signed out */
    fetch(state.getAttribute("data-video-state"), { credentials: "same-origin" }).then(function (answer) {
      over = answer.redirected;
      return answer.json();
    }).then(function (told) {
      if (!told.open) location.reload();
      state.textContent = told.said;
      document.querySelector("progress").value = told.percent;
    }).catch(function () {}).then(function () { if (!over) setTimeout(ask, 2000); });
  }

  if (form && window.FormData) {
    form.addEventListener("submit", send);
    window.addEventListener("beforeunload", function (event) {
      if (!sending) return;
      event.preventDefault();
      event.returnValue = "";
    });
    form.querySelector("input[type=file]").addEventListener("change", function () {
      var title = form.querySelector("[name=title]");
      if (this.files[0] && !title.value) title.value = this.files[0].name.replace(/\.[^.]*$/, "");
    });
  }
  if (state) setTimeout(ask, 1000);
})();
