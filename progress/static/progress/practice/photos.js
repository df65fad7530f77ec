/* The photos of a task on her screen: each is made small here, and before it is kept she is asked whether a child is in it. */
window.taskPhotoList = function (form, part, changed) {
  "use strict";
  var MOST = 5, photos = [], isBusy = false;
  var list = form.querySelector("[data-part=photos]"), trouble = form.querySelector("[data-part=photo-trouble]");
  var field = form.querySelector("input[type=file]"), label = field.parentNode;

  function shown(image, blob) {
    var address = URL.createObjectURL(blob);
    image.onload = image.onerror = function () { URL.revokeObjectURL(address); };
    image.src = address;
  }

  function say(name) {
    trouble.textContent = "";
    if (name) trouble.appendChild(part(name));
  }

  /* Why it is not kept; or the file is none that can be read. */
  function told(why) { say(why && why.reason ? (/^(full|elsewhere)$/.test(why.reason) ? why.reason : "not-kept") : "no-photo"); }

  function paint() {
    list.textContent = "";
    photos.forEach(function (photo) {
      var item = part("photo");
      shown(item.querySelector("img"), photo.blob);
      item.querySelector("button").addEventListener("click", function () {
        photos = photos.filter(function (one) { return one !== photo; });
        paint();
        changed(photos).catch(told);
        field.focus();
      });
      list.appendChild(item);
    });
    field.disabled = isBusy || photos.length >= MOST;
    label.classList.toggle("handing__choose--off", field.disabled);
  }

  /* Resolves with the photo as it may be kept, or null if she takes another one. */
  function askForChild(blob) {
    return new Promise(function (resolve, reject) {
      var view = part("child"), isWiping = false, answers = {
        no: function () { close(blob); },
        yes: function () {
          view.querySelector("[data-part=first]").hidden = true;
          view.querySelector("[data-part=then]").hidden = false;
          view.querySelector("[data-does=another]").focus();
        },
        another: function () { close(null); },
        wipe: function () {
          if (isWiping) return;
          isWiping = true;
          window.blurring.open(blob).then(function (wiped) {
            isWiping = false;
            if (wiped) window.shrinking.shrink(wiped).then(close, fail);
          }, fail);
        }
      };

      function close(result) {
        form.removeChild(view);
        resolve(result);
      }

      function fail(why) {
        form.removeChild(view);
        reject(why);
      }

      shown(view.querySelector("img"), blob);
      view.addEventListener("click", function (event) {
        var button = event.target.closest("[data-does]");
        if (button) answers[button.getAttribute("data-does")]();
      });
      form.appendChild(view);
      view.querySelector(".title").focus();
    });
  }

  function keep(blob) {
    if (!blob) return null;
    return window.sha256(blob).then(function (digest) {
      if (photos.some(function (one) { return one.digest === digest; })) return null;
      photos = photos.concat({ digest: digest, blob: blob });
      paint();
      return changed(photos).catch(function (why) {
        photos = photos.slice(0, -1);
        throw why;
      });
    });
  }

  function busy(yes) {
    isBusy = yes;
    paint();
  }

  field.addEventListener("change", function () {
    var file = field.files[0];
    if (!file || isBusy) return;
    say("");
    busy(true);
    window.shrinking.shrink(file).then(askForChild).then(keep).catch(told).then(function () {
      field.value = "";
      busy(false);
      field.focus();
    });
  });

  return {
    all: function () { return photos; },
    isBusy: function () { return isBusy; },
    show: function (kept) {
      photos = kept;
      paint();
    }
  };
};
