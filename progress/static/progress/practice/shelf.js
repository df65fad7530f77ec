/* My goods, on the page that is the same for everybody: shown is what this phone keeps of whoever is signed in, with or without
   a signal. With one it is brought up to date first of all what she handed in elsewhere; what still waits here is newer. */
(function () {
  "use strict";
  var page = document.querySelector("[data-shelf-page]"), outbox = window.outbox, own = window.ownDrawer;
  var PARTS = ["photo", "listing", "price", "replies"], addresses = [], goods = {};
  var save = document.querySelector("[data-does=save]");
  if (!page || !outbox || !own) return;
  var whose = outbox.learner(), isClosed = outbox.learner(2) === ".."; /* the keeper sits there, without her PIN */

  function nothing() {}
  function at(name) { return page.querySelector("[data-is=" + name + "]"); }
  function fill(name) { return page.querySelector("[data-fill=" + name + "]"); }
  function words(part, field, empty) { return goods[part] && goods[part].words[field] || empty; }

  function card() {
    var price = words("price", "price", "");
    return {
      title: words("listing", "title", ""), lines: words("listing", "lines", []), replies: words("replies", "replies", []),
      price: price && save.getAttribute("data-price").replace("[n]", price), per: words("price", "per", "")
    };
  }

  /* Her photos; where she has none for this, those that came with another part. */
  function photos() {
    return PARTS.map(function (part) { return goods[part] ? goods[part].photos : []; }).filter(function (some) {
      return some.length;
    })[0] || [];
  }

  /* -- what is kept -- */

  function read() {
    return Promise.all(PARTS.map(function (part) { return own.get(whose, "shelf", part); })).then(function (kept) {
      goods = {};
      kept.forEach(function (one, number) { if (one) goods[PARTS[number]] = one; });
    });
  }

  /* What the outbox has: of hers all that the site has not, taken or not. */
  function waiting() {
    return outbox.run("readonly", function (events, meta, tell) {
      events.getAll().onsuccess = function () {
        tell(this.result);
      };
    });
  }

  function photosFrom(addresses) {
    return Promise.all(addresses.map(function (one) {
      return fetch(one, { credentials: "same-origin" }).then(function (answer) {
        if (answer.status !== 200) throw new Error("photo");
        return answer.blob();
      }).then(function (blob) { return { blob: blob }; });
    }));
  }

  /* A part that still waits here is newer than any that the site has; one that the site has also is as it was. */
  function bring(part, theirs, waits) {
    var mine = goods[part], values = {};
    if (mine && (mine.uuid === theirs.uuid || waits.some(function (row) { return row.uuid === mine.uuid; }))) return null;
    return photosFrom(theirs.photos).then(function (photos) {
      values[part] = { uuid: theirs.uuid, words: theirs.words, photos: photos, at: theirs.at };
      return own.put(whose, "shelf", values);
    });
  }

  function update() {
    return Promise.all([window.asking.ask("shelf.json", {}), waiting()]).then(function (both) {
      var said = both[0];
      if (said.person !== whose || !said.parts) return null;
      return Promise.all(Object.keys(said.parts).map(function (part) { return bring(part, said.parts[part], both[1]); }));
    }).then(read).then(show);
  }

  /* -- what is shown -- */

  function list(place, texts, made) {
    place.textContent = "";
    texts.forEach(function (text, number) { place.appendChild(made(text, number + 1)); });
  }

  function line(text) {
    var item = document.createElement("li");
    item.textContent = text;
    return item;
  }

  function reply(text, number) {
    var item = document.getElementById("shelf-reply").content.querySelector("div").cloneNode(true);
    var field = item.querySelector("textarea"), button = item.querySelector("button");
    field.id = "reply-" + number;
    field.setAttribute("aria-label", field.getAttribute("aria-label").replace("[n]", number));
    field.value = text;
    button.setAttribute("data-copies", field.id);
    button.hidden = false;
    return item;
  }

  function addressOf(one) {
    addresses.push(URL.createObjectURL(one.blob));
    return addresses[addresses.length - 1];
  }

  function showPhotos() {
    var image = fill("photo"), all = photos();
    addresses.forEach(function (address) { URL.revokeObjectURL(address); });
    addresses = [];
    image.hidden = !all.length;
    if (all.length) image.src = addressOf(all[0]);
    list(fill("photos"), all.slice(1), function (one) {
      var item = line(""), other = item.appendChild(document.createElement("img"));
      other.alt = image.alt;
      other.src = addressOf(one);
      return item;
    });
  }

  /* Tasks whose part is there already are for whoever wants to change it. */
  function showTasks() {
    var again = at("again"), rows = again.querySelector("ul");
    Array.prototype.forEach.call(page.querySelectorAll("[data-task]"), function (row) {
      if (goods[row.getAttribute("data-task")]) rows.appendChild(row.parentNode);
    });
    again.hidden = !rows.firstElementChild;
    at("tasks").hidden = !at("tasks").querySelector("li");
  }

  function show() {
    var shown = card(), isEmpty = !Object.keys(goods).length;
    at("nobody").hidden = true;
    at("empty").hidden = !isEmpty;
    at("card").hidden = save.parentNode.hidden = isEmpty;
    if (isEmpty) return null;
    ["title", "price", "per"].forEach(function (name) {
      fill(name).textContent = shown[name];
      fill(name).hidden = !shown[name];
    });
    list(fill("lines"), shown.lines, line);
    list(fill("replies"), shown.replies, reply);
    showTasks();
    at("replies").hidden = !shown.replies.length;
    document.getElementById("goods-text").value = [shown.title, (shown.price + " " + shown.per).trim()]
      .concat(shown.lines).filter(Boolean).join("\n");
    page.querySelector("[data-copies=goods-text]").hidden = false;
    showPhotos();
    return waiting().then(function (rows) {
      var ours = rows.filter(function (row) {
        return PARTS.some(function (part) { return goods[part] && goods[part].uuid === row.uuid; });
      });
      at("refused").hidden = !ours.some(function (row) { return row.refused; });
      at("waiting").hidden = !ours.some(function (row) { return !row.refused; });
      at("sent").hidden = !!ours.length;
    });
  }

  /* -- what she does with it -- */

  /* Where the browser does not copy, the words stand there, marked, to be pressed long. */
  function copy(button) {
    var field = document.getElementById(button.getAttribute("data-copies")), label = button.querySelector("span") || button;
    field.classList.add("shelf__text--shown");
    field.focus();
    field.setSelectionRange(0, field.value.length);
    if (!document.execCommand("copy")) return;
    if (field.classList.contains("shelf__text")) field.classList.remove("shelf__text--shown");
    label.textContent = button.getAttribute("data-done");
    button.focus();
  }

  function asPicture() {
    var image = fill("photo"), figure = at("picture");
    figure.querySelector("img").src = window.shelfPicture.draw(card(), image.hidden || !image.naturalWidth ? null : image);
    figure.hidden = false;
    figure.querySelector("figcaption").focus();
    figure.scrollIntoView({ block: "start" });
  }

  page.addEventListener("click", function (event) {
    var button = event.target.closest("[data-copies]");
    if (button) copy(button);
  });
  save.addEventListener("click", asPicture);
  document.addEventListener("outbox-stored", function () { if (whose && !isClosed) read().then(show).catch(nothing); });

  /* The page that the browser had kept is not for the next person here. */
  function isStillHers() { if (outbox.learner() !== whose || isClosed !== (outbox.learner(2) === "..")) location.reload(); }
  window.addEventListener("pageshow", isStillHers);
  document.addEventListener("visibilitychange", isStillHers);

  document.documentElement.classList.add("shelf--script");
  if (isClosed) at("nobody").hidden = !(at("hers").hidden = false);
  else if (whose) read().then(show).then(update).catch(nothing);
})();
